import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { countsIn } from './counts.mjs';
import { inGroups } from './web-groups.mjs';

const WORDS = `import * as words from 'node:test';
Object.assign(globalThis, words);`;

const FILES = {
  'first.test.ts': `let count = 0;
beforeEach(() => { count++; });
describe('first', () => { it('a', () => { if (count !== 1) throw new Error('not counted'); }); it('b', () => {}); });`,
  'second.test.ts': `describe('second', () => {
  it('finds nothing of the others', () => { if ('count' in globalThis) throw new Error('left behind'); });
  it('fails', () => { throw new Error('as planted'); });
});`,
  'broken.test.ts': `throw new Error('does not load');`,
  'page.test.ts': `describe('page', () => { it('has a title', () => { document.title = 'a'; }); });`,
  'through.test.ts': `import './shown.js';
describe('through', () => { it('is shown', () => {}); });`,
  'shown.ts': `export const shown = (): string => document.title;`,
};

/** Runs a file of tests in Node; what the reporter prints. */
const ran = (file, folder) =>
  new Promise((resolve) => {
    const args = [
      '--enable-source-maps',
      '--import',
      `./${folder}/words.mjs`,
      '--test',
      '--test-reporter=./scripts/node-reporter.mjs',
      file,
    ];
    // told nothing of the run that this test is part of
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    execFile(process.execPath, args, { env }, (_, stdout) => resolve(stdout));
  });

describe('tests of the browser, many in a page', () => {
  let folder;
  let files;
  before(() => {
    mkdirSync('.build', { recursive: true });
    folder = path.relative('.', mkdtempSync(path.resolve('.build/groups-')));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text);
    writeFileSync(path.join(folder, 'words.mjs'), WORDS);
    files = Object.keys(FILES)
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => path.join(folder, name));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('[R168] leave a page of its own to each file that touches one, itself or through what it imports', async () => {
    const given = await inGroups(files, path.join(folder, 'out'));
    assert.deepEqual(
      given.map((file) => path.relative(folder, file)),
      ['out/group-1.test.js', 'page.test.ts', 'through.test.ts'],
    );
  });

  it('[R168] run each test of each file once; what fails, and what does not load, names its file', async () => {
    const [group] = await inGroups(files, path.join(folder, 'out'));
    const text = await ran(group, folder);
    assert.deepEqual(countsIn(text), { passed: 3, failed: 2, skipped: 0 });
    assert.match(text, /FAILED fails\n {2}Error: as planted\n.*second\.test\.ts:3/);
    assert.match(text, /FAILED loads\n {2}Error: does not load\n.*broken\.test\.ts:1/);
  });

  it('[R168] planted fault: a test that fails fails its page as well', async () => {
    const [group] = await inGroups([files[1]], path.join(folder, 'out'));
    assert.deepEqual(countsIn(await ran(group, folder)), { passed: 1, failed: 1, skipped: 0 });
  });
});
