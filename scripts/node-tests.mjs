import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { COUNTED } from './counts.mjs';
import { sourcesUnder } from './files-under.mjs';
import { runKept } from './run.mjs';

const OUT = '.build/node-tests';

export const lawFiles = () => sourcesUnder(['packages/tactful/test/laws'], '.test.ts');

/** The tests that run in Node: those of the engine, of the simulator and its command, and the others that are named so. */
export const nodeTestFiles = () => [
  ...sourcesUnder(['packages/tactful/src/engine', 'packages/simulator'], '.test.ts'),
  ...lawFiles(),
  ...sourcesUnder(['packages/tactful/test', 'extension'], '.node.test.ts'),
];

/** Compiles tests for Node into an ignored folder, each with what it imports from here. Returns the files to run. */
async function compiled(files, { runs }) {
  rmSync(OUT, { recursive: true, force: true });
  await build({
    entryPoints: files,
    outdir: OUT,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    tsconfig: 'tsconfig.base.json',
    inject: ['scripts/node-test-shim.mjs', ...(runs ? ['scripts/law-runs.mjs'] : [])],
    logLevel: 'warning',
  });
  return files.map((file) => path.join(OUT, file.replace(/\.ts$/, '.mjs')));
}

/** Runs tests by `node --test` and our reporter; resolves to the exit code and what was printed. */
export const runNodeTests = (files, { concurrency, env } = {}) =>
  runKept(
    process.execPath,
    [
      '--enable-source-maps',
      '--test',
      '--test-reporter=./scripts/node-reporter.mjs',
      ...(concurrency ? [`--test-concurrency=${concurrency}`] : []),
      ...files,
    ],
    { env, hidden: COUNTED },
  );

/** Compiles TypeScript tests and runs them, together with tests that Node can run as they are. */
export const runCompiledTests = async (files, { plain = [], ...options } = {}) =>
  runNodeTests([...(await compiled(files, { runs: options.env?.TACTFUL_RUNS })), ...plain], {
    // by itself Node leaves one core free, which on two cores halves the speed
    concurrency: availableParallelism(),
    ...options,
  });
