import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { build } from 'esbuild';
import { browserPath, CHROMIUM_ARGS, wantedBrowsers } from './scripts/browsers.mjs';
import { umdModules } from './scripts/build/umd-module.mjs';
import { sourcesUnder } from './scripts/files-under.mjs';
import { freePort } from './scripts/free-port.mjs';
import { inGroups } from './scripts/web-groups.mjs';
import { countReporter } from './scripts/wtr-count-reporter.mjs';
import { webkitGtk } from './scripts/wtr-webkit-launcher.mjs';

const rootDir = fileURLToPath(new URL('.', import.meta.url));

// A context of its own for every page: its own window, since in a shared one all tabs but one are hidden and paint no
// frames, and its own storage.
const createPage = async ({ browser }) => (await browser.createBrowserContext()).newPage();

const launchers = {
  chromium: () =>
    chromeLauncher({
      createPage,
      launchOptions: { executablePath: browserPath('chromium'), headless: true, args: CHROMIUM_ARGS },
    }),
  firefox: () =>
    chromeLauncher({
      createPage,
      puppeteer: puppeteerCore,
      launchOptions: { browser: 'firefox', executablePath: browserPath('firefox'), headless: true },
    }),
  webkit: webkitGtk,
};

async function bundle(address) {
  const { outputFiles } = await build({
    entryPoints: [path.join(rootDir, address)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    tsconfig: path.join(rootDir, 'tsconfig.base.json'),
  });
  return outputFiles[0].text;
}

const bundles = new Map();

/** Made once in a run: some tests start a worker a hundred times. While files are watched, each time. */
function bundled(address) {
  if (process.argv.includes('--watch')) return bundle(address);
  if (!bundles.has(address)) bundles.set(address, bundle(address));
  return bundles.get(address);
}

const INLINE = 'inline-worker:';

const WORKER_FILES = { worker: 'entry.ts', 'worker-later': 'later.ts' };

// What the build does for the worker, for tests that run from the sources: the addresses of its two files beside the
// client's are their bundles, and `inline-worker:` is that bundle as a string.
const workerPlugin = () => ({
  name: 'worker',
  resolveImport({ source, context }) {
    if (!source.startsWith(INLINE)) return undefined;
    return `${new URL(source.slice(INLINE.length), `http://localhost${context.path}`).pathname}?inline-worker`;
  },
  async serve({ path: address, querystring }) {
    if (querystring === 'inline-worker') {
      return { body: `export default ${JSON.stringify(await bundled(address.replace(/\.js$/, '.ts')))}`, type: 'js' };
    }
    const [, layers, file] = /^(.*\/src)\/client\/(worker|worker-later)\.js$/.exec(address) ?? [];
    if (file === undefined) return undefined;
    return { body: await bundled(`${layers}/worker/${WORKER_FILES[file]}`), type: 'js' };
  },
});

const SOURCES = [
  'packages/tactful/src',
  'packages/tactful/test',
  'playground/src',
  'playground/browser',
  'extension/src',
];

/** All tests of the browser: many in a page where they may. Those that are named are each in a page of its own. */
async function testFiles() {
  if (process.argv.includes('--files')) return [];
  const files = sourcesUnder(SOURCES, '.test.ts').filter((file) => !file.endsWith('.node.test.ts'));
  return inGroups(files, path.join('.build/web-tests', wantedBrowsers().join('-')));
}

const umdPlugin = () => ({
  name: 'umd',
  transform: ({ body, path: address }) => umdModules().transform(body, address)?.code,
});

export default {
  rootDir,
  // Runs of two browsers beside each other would both take the first port that is free.
  port: await freePort(),
  hostname: '127.0.0.1',
  files: await testFiles(),
  nodeResolve: true,
  // Firefox answers one page at a time: with two, one of them often waits for ever. What runs beside it leaves it a core.
  concurrency: wantedBrowsers().every((name) => name === 'chromium') ? 2 : 1,
  // a page may hold the tests of many files, and the machine may be busy
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: '60000' } },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter()],
  plugins: [
    a11ySnapshotPlugin(),
    workerPlugin(),
    umdPlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path.join(rootDir, 'tsconfig.base.json') }),
  ],
  browsers: wantedBrowsers().map((name) => launchers[name]()),
};
