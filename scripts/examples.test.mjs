// The examples in the README and in docs/reaching-out.md against the built declarations: every name in them is there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const HOME = path.resolve('packages/tactful');
const BLOCK = /^```(?:ts|js)\n(.*?)^```$/gms;
const IMPORT = "import { createTactful } from 'tactful';\n";
const TACTFUL = "const tactful = createTactful({ catalog: '/catalog.json' });\n";

const OPTIONS = {
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

const blocksOf = (markdown) => [...markdown.matchAll(BLOCK)].map(([, code]) => code);

/** What TypeScript finds wrong in modules that stand beside the package's own, so that they find it by its name. */
function complaintsOf(modules) {
  const files = new Map(modules.map((code, index) => [path.join(HOME, `example-${index}.ts`), code]));
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, options) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name), options) : getSourceFile(name, options);
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('examples', () => {
  it('[G96] those of the README and of the page about reaching out are sound, read from the top', () => {
    const readme = blocksOf(readFileSync('README.md', 'utf8'));
    const page = blocksOf(readFileSync('docs/reaching-out.md', 'utf8'));
    assert.ok(readme.length >= 3 && page.length >= 4, 'there are examples');
    assert.deepEqual(complaintsOf([IMPORT + TACTFUL + readme.join(''), page.join('')]), []);
  });

  it('[G96] a name that the library does not have is noticed', () => {
    const complaints = complaintsOf([`${IMPORT}${TACTFUL}await tactful.tellThem();`]);
    assert.match(complaints.join(), /'tellThem' does not exist/);
  });
});
