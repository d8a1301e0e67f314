import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import dts from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { copied, pruned } from './scripts/build/files.mjs';
import { inlineWorker } from './scripts/build/inline-worker.mjs';
import { jsonModules } from './scripts/build/json-modules.mjs';
import { opaqueImport } from './scripts/build/opaque-import.mjs';
import { listIn, thirdPartyList } from './scripts/build/third-party.mjs';
import { umdModules } from './scripts/build/umd-module.mjs';

// Everything that ships is built here. `tsc -b` runs before: it checks the types and leaves the declarations in .types,
// which are bundled below; esbuild only removes types and minifies.

const LIBRARY = 'packages/tactful';
const SIMULATOR = 'packages/simulator';
// these layers do nothing on import: what nobody uses of them goes
const INERT = /\/packages\/tactful\/src\/(?:engine|storage)\//;
const LIT = /^(lit|@lit)(\/|$)|^lit-(html|element)/;

const transpile = (minify) => esbuild({ target: 'es2022', tsconfig: 'tsconfig.base.json', minify });
// `sideEffects` in the library's package.json speaks of its dist; while bundling its sources it would drop registrations
const resolve = (options) => nodeResolve({ rootDir: LIBRARY, ignoreSideEffectsForRoot: true, ...options });
const forBrowser = (minify = true) => [resolve({ browser: true, exportConditions: ['production'] }), transpile(minify)];
// a twentieth smaller than esbuild's, for what every page downloads
const smallest = (compress = {}) =>
  terser({
    module: true,
    ecma: 2020,
    // what is written out alike compresses better than what is drawn together
    compress: {
      passes: 4,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      sequences: false,
      inline: 1,
      // what is called in one place stays a function: written into that place, it would be made anew at each call
      reduce_funcs: false,
      ...compress,
    },
  });
const own = (folder, names) => names.map((name) => ({ from: name, to: path.join(folder, name) }));

// --- the library -----------------------------------------------------------------------------------------------------

const entries = {
  index: 'client/index',
  elements: 'elements/index',
  engine: 'engine/index',
  inspector: 'inspector/index',
};
const declared = {
  ...entries,
  standalone: 'elements/standalone',
  worker: 'worker/entry',
  'worker-later': 'worker/later',
};
const listLibrary = thirdPartyList({ file: listIn(LIBRARY) });

const treeshake = { moduleSideEffects: (id) => !INERT.test(id) };

/** `input` and its chunks, all directly in dist: in a subfolder the worker's relative address would be wrong. */
const library = (input, { external = [], plugins = [], minify = true, compress = {}, last = [] } = {}) => ({
  input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, `${LIBRARY}/src/${file}.ts`])),
  external,
  treeshake,
  output: {
    dir: `${LIBRARY}/dist`,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[name]-[hash].js',
  },
  plugins: [
    ...plugins,
    inlineWorker([...forBrowser(), smallest()], treeshake),
    ...forBrowser(minify),
    listLibrary(),
    smallest(compress),
    ...last,
  ],
});

const declarations = ({ folder, input, from = '.types' }) => ({
  input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, `${folder}/${from}/${file}.d.ts`])),
  external: [LIT, /^tactful(\/|$)/, /^node:/],
  output: { dir: `${folder}/dist`, format: 'es', chunkFileNames: 'chunk-[hash].d.ts' },
  plugins: [dts()],
});

const libraryBuilds = [
  library(entries, { external: [LIT] }),
  // a file each: a bundler copies the second as it is, so it may import nothing. How each is made smallest was found by
  // trying: their budgets are the closest
  library({ worker: 'worker/entry' }, { compress: { reduce_funcs: true }, last: [opaqueImport()] }),
  library(
    { 'worker-later': 'worker/later' },
    {
      minify: false,
      compress: { reduce_funcs: true, loops: false, sequences: true, hoist_funs: true },
    },
  ),
  library(
    { standalone: 'elements/standalone' },
    {
      plugins: [
        copied(
          own(
            LIBRARY,
            ['LICENSE', 'README.md'].filter((name) => existsSync(name)),
          ),
        ),
      ],
    },
  ),
  declarations({ folder: LIBRARY, input: declared }),
];

// --- the simulator and its command -----------------------------------------------------------------------------------

const executable = (file) => ({ name: 'executable', writeBundle: () => chmodSync(file, 0o755) });

// what the package calls its ES entry re-exports CommonJS, which rollup cannot take apart
const matrixSource = () => ({
  name: 'matrix-source',
  resolveId: (source) =>
    source === 'ml-matrix'
      ? { id: path.resolve('node_modules/ml-matrix/src/index.js'), moduleSideEffects: false }
      : undefined,
});

const simulatorBuilds = [
  {
    // the worker of `tactful fit` lies beside the command, where its relative address points
    input: Object.fromEntries(['index', 'cli', 'fit-worker'].map((name) => [name, `${SIMULATOR}/src/${name}.ts`])),
    external: [/^node:/, /^tactful(\/|$)/],
    output: { dir: `${SIMULATOR}/dist`, format: 'es', sourcemap: true, chunkFileNames: 'chunk-[name]-[hash].js' },
    plugins: [
      matrixSource(),
      resolve({ exportConditions: ['node'] }),
      transpile(false),
      executable(`${SIMULATOR}/dist/cli.js`),
      copied(own(SIMULATOR, ['LICENSE'])),
      thirdPartyList({ file: listIn(SIMULATOR) })(),
    ],
  },
  declarations({ folder: SIMULATOR, input: { index: 'index', cli: 'cli' } }),
];

// --- the extension: one source, one bundle, a manifest for each browser ----------------------------------------------

const targets = ['chromium', 'firefox', 'firefox-test'];
const extensionDist = (target) => `extension/dist/${target}`;
const listExtension = targets.map((target) =>
  thirdPartyList({ file: listIn(extensionDist(target)), inherited: [listIn(LIBRARY)] }),
);

const withManifest = () => ({
  name: 'manifest',
  async generateBundle({ dir }) {
    const { version } = JSON.parse(readFileSync('extension/package.json', 'utf8'));
    const { manifest } = await import(pathToFileURL('extension/manifest.mjs').href);
    const source = JSON.stringify(manifest(path.basename(dir), version), null, 2);
    this.emitFile({ type: 'asset', fileName: 'manifest.json', source: `${source}\n` });
  },
});

// the script that is placed into a page is one file and shows nothing: what shows is loaded on demand, and there never asked for
const nothingLater = () => ({ name: 'nothing-later', resolveDynamicImport: () => false });

const extensionBuild = ({ input, format = 'es', plugins = [] }) => ({
  input: Object.fromEntries(input.map((name) => [name, `extension/src/${name}.ts`])),
  output: targets.map((target) => ({
    dir: extensionDist(target),
    format,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[name]-[hash].js',
  })),
  plugins: [...plugins, jsonModules(), ...forBrowser(), ...listExtension.map((list) => list())],
});

const extensionBuilds = [
  extensionBuild({
    input: ['background', 'panel'],
    plugins: [
      withManifest(),
      copied(targets.map((target) => ({ from: 'extension/static', to: extensionDist(target) }))),
    ],
  }),
  extensionBuild({ input: ['content'], format: 'iife', plugins: [nothingLater()] }),
];

// --- the shop, and the pretend browser in which the real panel runs --------------------------------------------------

const SHOP = 'playground/dist';

const playgroundBuilds = [
  {
    input: {
      main: 'playground/src/main.ts',
      'day-worker': 'playground/src/day/day-worker.ts',
      'break-tab': 'playground/src/break/tab.ts',
      'lab-worker': 'playground/src/break/lab-worker.ts',
      'other-worker': 'playground/src/break/other-worker.ts',
      browser: 'playground/browser/src/main.ts',
    },
    output: {
      dir: SHOP,
      format: 'es',
      entryFileNames: 'assets/[name].js',
      chunkFileNames: 'assets/[name]-[hash].js',
    },
    plugins: [
      umdModules(),
      ...forBrowser(),
      copied([
        { from: 'playground/static', to: SHOP },
        { from: 'playground/browser/static', to: `${SHOP}/browser` },
        { from: extensionDist('chromium'), to: `${SHOP}/browser/extension` },
        // beside the chunk that starts them, where their relative addresses point
        ...['worker.js', 'worker-later.js'].map((name) => ({
          from: `${LIBRARY}/dist/${name}`,
          to: `${SHOP}/assets/${name}`,
        })),
      ]),
      thirdPartyList({ file: listIn(SHOP), inherited: [listIn(LIBRARY)] })(),
    ],
  },
];

// --- all of it -------------------------------------------------------------------------------------------------------

const present = ({ input, ...rest }) => ({
  ...rest,
  input: Object.fromEntries(Object.entries(input).filter(([, file]) => existsSync(file))),
});

const builds = [...libraryBuilds, ...simulatorBuilds, ...extensionBuilds, ...playgroundBuilds]
  .map(present)
  .filter(({ input }) => Object.keys(input).length > 0);

const folders = [`${LIBRARY}/dist`, `${SIMULATOR}/dist`, 'extension/dist', SHOP];
builds.at(-1)?.plugins.push(pruned({ folders, since: Date.now() }));

export default builds;
