// Test files that need no page of their own, many in one: starting a page and loading what each file imports, one by one,
// takes longer than the tests in it do.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { UMD_FILES, umdAsModule } from './build/umd-module.mjs';

/** What a page has and a worker or Node has not, or what outlives a test: whoever touches it has a page of its own. */
const OF_A_PAGE =
  /\b(?:document|customElements|navigator|location|indexedDB|localStorage|sessionStorage|caches)\b(?:\?)?\.|\baddEventListener\(|import\.meta|from '(?:lit|axe-core|inline-worker)|new Worker\(/;
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
/** So many files are in one page. */
const FILES = 24;

const OPTIONS = {
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2022',
  tsconfig: 'tsconfig.base.json',
  logLevel: 'error',
};

const umd = {
  name: 'umd',
  setup: ({ onLoad }) => {
    onLoad({ filter: UMD_FILES }, ({ path: file }) => ({
      contents: umdAsModule(readFileSync(file, 'utf8')),
    }));
  },
};

/** The files that each file imports, of those that are ours. */
async function importsOf(files) {
  const { metafile } = await build({
    ...OPTIONS,
    stdin: { contents: files.map((file) => `import './${file}';`).join('\n'), resolveDir: '.' },
    packages: 'external',
    external: ['inline-worker:*'],
    metafile: true,
  });
  return (file) => metafile.inputs[file].imports.flatMap(({ path: name, external }) => (external ? [] : [name]));
}

/** Those of the test files that touch nothing of a page, nor does anything they import. */
async function pureOf(files) {
  const imports = await importsOf(files);
  const touches = new Map();
  const touchesPage = (file) => {
    if (!touches.has(file)) {
      touches.set(file, OF_A_PAGE.test(readFileSync(file, 'utf8').replace(COMMENTS, ''))); // also ends a circle
      touches.set(file, touches.get(file) || imports(file).some(touchesPage));
    }
    return touches.get(file);
  };
  return files.filter((file) => !touchesPage(file));
}

// Each file runs in a suite that has its name: what it does before each test concerns no other, and a failure names it.
const suiteOf = (file) => `describe(${JSON.stringify(file)}, () => {
  try {
    require(${JSON.stringify(`./${file}`)});
  } catch (error) {
    it('loads', () => { throw error; });
  }
});`;

const bundle = (files, outfile) =>
  build({
    ...OPTIONS,
    stdin: { contents: files.map(suiteOf).join('\n'), resolveDir: '.' },
    outfile,
    write: true,
    sourcemap: 'inline',
    sourcesContent: false,
    plugins: [umd],
  });

/** Files in as many heaps as it takes, dealt out in turn: those that lie side by side often take equally long. */
function heapsOf(files) {
  const count = Math.ceil(files.length / FILES);
  return Array.from({ length: count }, (_, heap) => files.filter((_, index) => index % count === heap));
}

/**
 * What to give the runner of browser tests for these test files: files in `folder`, each of many that need no page, and
 * the others as they are. A file for itself is a run of it alone: `npm test -- web --files FILE`.
 */
export async function inGroups(files, folder) {
  const pure = await pureOf(files);
  rmSync(folder, { recursive: true, force: true });
  const groups = await Promise.all(
    heapsOf(pure).map(async (heap, index) => {
      const file = path.join(folder, `group-${index + 1}.test.js`);
      await bundle(heap, file);
      return file;
    }),
  );
  return [...groups, ...files.filter((file) => !pure.includes(file))];
}
