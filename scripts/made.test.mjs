import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { makeOnce } from './build/made.mjs';
import { filesUnder } from './files-under.mjs';

describe('what was made from what', () => {
  let folder;
  let work;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tactful-made-'));
    const under = (name) => () => filesUnder(folder).filter((file) => path.basename(file).startsWith(name));
    work = { name: 'work', folder: path.join(folder, 'kept'), from: under('source'), to: under('bundle') };
    write('source-a', 'a');
    write('bundle-a', 'A');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name, text) => writeFileSync(path.join(folder, name), text);

  const make = () => Promise.resolve();

  it('[R169] is not made again while source and bundle are as they were', async () => {
    assert.equal(await makeOnce(work, make), true);
    assert.equal(await makeOnce(work, make), false);
  });

  const CHANGES = {
    'a source': () => write('source-a', 'b'),
    'a new source': () => write('source-b', ''),
    'a source that is gone': () => rmSync(path.join(folder, 'source-a')),
    'a bundle': () => write('bundle-a', 'B'),
    'a bundle that is gone': () => rmSync(path.join(folder, 'bundle-a')),
  };
  for (const [what, change] of Object.entries(CHANGES)) {
    it(`[R169] is made again after a change: ${what}`, async () => {
      await makeOnce(work, make);
      change();
      assert.equal(await makeOnce(work, make), true);
    });
  }

  it('[R169] is made again when a source changed while it was made, and when making failed', async () => {
    await makeOnce(work, async () => write('source-a', 'b'));
    assert.equal(await makeOnce(work, make), true);
    write('source-a', 'c');
    await assert.rejects(makeOnce(work, () => Promise.reject(new Error('planted'))));
    assert.equal(await makeOnce(work, make), true);
  });
});
