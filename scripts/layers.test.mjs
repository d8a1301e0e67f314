// The three ways in which the layers are held, each shown a planted fault: a rule that nothing can break holds nothing.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { LAYERS } from './lint/layers.js';

const SRC = 'packages/tactful/src';
const TSC = path.resolve('node_modules/typescript/bin/tsc');

describe('layers held by the compiler', () => {
  let copy;

  before(() => {
    copy = mkdtempSync(path.join(os.tmpdir(), 'tactful-layers-'));
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
    cpSync('tsconfig.base.json', path.join(copy, 'tsconfig.base.json'));
    cpSync('packages/tactful/package.json', path.join(copy, SRC, 'package.json'));
    for (const layer of Object.keys(LAYERS)) {
      mkdirSync(path.join(copy, SRC, layer), { recursive: true });
      cpSync(`${SRC}/${layer}/tsconfig.json`, path.join(copy, SRC, layer, 'tsconfig.json'));
      writeFileSync(path.join(copy, SRC, layer, 'index.ts'), `export const ${layer}: string = '${layer}';\n`);
    }
    cpSync('packages/tactful/inline-worker.d.ts', path.join(copy, 'packages/tactful/inline-worker.d.ts'));
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  /** What the compiler says about a layer with one more file in it. */
  function compiled(layer, source) {
    const planted = path.join(copy, SRC, layer, 'planted.ts');
    writeFileSync(planted, source);
    const { stdout } = spawnSync(process.execPath, [TSC, '-b', path.join(SRC, layer)], { cwd: copy, encoding: 'utf8' });
    rmSync(planted);
    return stdout;
  }

  it('compiles what is allowed', () => {
    for (const layer of ['inspector', 'worker']) {
      assert.equal(
        compiled(layer, "import { engine } from '../engine/index.js';\nexport const n: string = engine;\n"),
        '',
      );
    }
  });

  for (const [layer, words] of [
    ['engine', ['document', 'console', 'performance', 'indexedDB', 'setTimeout', 'fetch', 'crypto']],
    ['storage', ['document', 'window', 'HTMLElement']],
    ['worker', ['document', 'window', 'HTMLElement']],
  ]) {
    it(`lib: ${layer} has no ${words.join(', ')}`, () => {
      const said = compiled(layer, words.map((word, index) => `export const x${index}: unknown = ${word};\n`).join(''));
      for (const word of words) assert.match(said, new RegExp(`planted\\.ts.*TS(2304|2584|2552|2580).*'${word}'`));
    });
  }

  for (const [layer, other] of [
    ['engine', 'storage'],
    ['storage', 'worker'],
    ['worker', 'client'],
    ['client', 'elements'],
    ['elements', 'inspector'],
  ]) {
    it(`references: ${layer} cannot import ${other}`, () => {
      const said = compiled(
        layer,
        `import { ${other} } from '../${other}/index.js';\nexport const n: string = ${other};\n`,
      );
      assert.match(said, /TS6307/);
    });
  }
});

describe('layers held by ESLint', () => {
  let eslint;

  before(() => {
    eslint = new ESLint({ overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }] });
  });

  /** The rules that a file at this place with this source breaks, of those that hold the layers. */
  async function broken(file, source) {
    const [{ messages }] = await eslint.lintText(source, { filePath: path.resolve(file) });
    assert.ok(!messages.some(({ fatal }) => fatal), messages[0]?.message);
    return messages.map(({ ruleId }) => ruleId).filter((rule) => rule.startsWith('no-restricted'));
  }

  const FORBIDDEN = [
    [`${SRC}/elements/planted.ts`, "import '../worker/host.js';", 'no-restricted-imports'],
    [`${SRC}/elements/planted.ts`, "import type { Calls } from '../engine/event.js';", 'no-restricted-imports'],
    [`${SRC}/client/planted.ts`, "import '../storage/open.js';", 'no-restricted-imports'],
    [`${SRC}/client/planted.ts`, "import '../worker/host.js';", 'no-restricted-imports'],
    [`${SRC}/client/deep/planted.ts`, "import '../../worker/host.js';", 'no-restricted-imports'],
    [`${SRC}/client/planted.ts`, "void import('../worker/session.js');", 'no-restricted-syntax'],
    [`${SRC}/inspector/planted.ts`, "export { x } from '../worker/host.js';", 'no-restricted-imports'],
    [`${SRC}/storage/planted.ts`, "import '../worker/protocol.js';", 'no-restricted-imports'],
    [`${SRC}/engine/planted.ts`, "import 'idb';", 'no-restricted-imports'],
    [`${SRC}/engine/planted.test.ts`, "import '../storage/index.js';", 'no-restricted-imports'],
    [`${SRC}/client/planted.test.ts`, "import '../elements/index.js';", 'no-restricted-imports'],
    [`${SRC}/engine/planted.ts`, 'export const at = Date.now();', 'no-restricted-properties'],
    [`${SRC}/engine/planted.ts`, 'export const at = new Date(0);', 'no-restricted-syntax'],
    [`${SRC}/engine/planted.ts`, 'export const x = Math.random();', 'no-restricted-properties'],
    [`${SRC}/engine/planted.ts`, 'export const x = Math.exp(1);', 'no-restricted-properties'],
    [`${SRC}/engine/planted.ts`, 'export const x = 2 ** 0.5;', 'no-restricted-syntax'],
    [`${SRC}/engine/planted.ts`, "export const x = 'a'.localeCompare('b');", 'no-restricted-syntax'],
    [
      `${SRC}/elements/planted.ts`,
      "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
      'no-restricted-imports',
    ],
    [`${SRC}/elements/planted.ts`, "export const f = (e) => { e.innerHTML = 'x'; };", 'no-restricted-syntax'],
    ['packages/simulator/src/planted.ts', "import 'tactful';", 'no-restricted-imports'],
    ['packages/simulator/src/planted.ts', "import '../../tactful/src/engine/fold.js';", 'no-restricted-imports'],
    ['playground/src/planted.ts', "import '../../packages/tactful/src/client/index.js';", 'no-restricted-imports'],
    ['playground/browser/src/planted.ts', "import 'tactful/dist/index.js';", 'no-restricted-imports'],
    ['extension/src/planted.ts', "import '../../packages/tactful/src/engine/fold.js';", 'no-restricted-imports'],
  ];

  for (const [file, source, rule] of FORBIDDEN) {
    it(`${file.replace(`${SRC}/`, '')} may not: ${source}`, async () => {
      assert.deepEqual(await broken(file, `${source}\n`), [rule]);
    });
  }

  const ALLOWED = [
    [`${SRC}/client/planted.ts`, "import type { Calls } from '../worker/protocol.js';"],
    [`${SRC}/client/planted.ts`, "import { append } from '../storage/append.js';"],
    [`${SRC}/client/planted.ts`, "void import('../worker/host.js');"],
    [`${SRC}/client/planted.ts`, "void import('inline-worker:../worker/entry.js');"],
    [`${SRC}/elements/planted.ts`, "import { html } from 'lit';"],
    [`${SRC}/elements/planted.ts`, "import { createTactful } from '../client/index.js';"],
    [`${SRC}/inspector/planted.ts`, "import { fold } from '../engine/index.js';"],
    [`${SRC}/client/planted.test.ts`, "import { openStore } from '../storage/index.js';"],
    [`${SRC}/storage/planted.ts`, "import { openDB } from 'idb';"],
    [`${SRC}/engine/planted.ts`, 'export const x = Math.sqrt(2);'],
    [`${SRC}/engine/planted.test.ts`, "import { expect } from 'chai';"],
    ['packages/simulator/src/planted.ts', "import { fold } from 'tactful/engine';"],
    ['playground/src/planted.ts', "import { createTactful } from 'tactful';"],
    ['extension/src/planted.ts', "import 'tactful/inspector';"],
  ];

  for (const [file, source] of ALLOWED) {
    it(`${file.replace(`${SRC}/`, '')} may: ${source}`, async () => {
      assert.deepEqual(await broken(file, `${source}\n`), []);
    });
  }
});
