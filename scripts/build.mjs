import { main, run } from './run.mjs';
import { makeOnce } from './build/made.mjs';
import { sourcesUnder, filesUnder } from './files-under.mjs';

const PACKAGES = ['packages/tactful', 'packages/simulator'];
const FOLDERS = [...PACKAGES, 'playground', 'extension'];
// what the bundler reads: also itself, and what is installed
const ALSO = ['scripts', 'rollup.config.mjs', 'tsconfig.base.json', 'package-lock.json', 'LICENSE', 'README.md'];
/** What it writes beside the folders `dist`. */
const BESIDE = PACKAGES.flatMap((folder) =>
  ['LICENSE', 'README.md', 'THIRD-PARTY.txt'].map((name) => `${folder}/${name}`),
);

const isInput = (file) => !file.includes('.test.') && !file.endsWith('.tsbuildinfo') && !BESIDE.includes(file);

const bundles = {
  name: 'bundles',
  from: () => sourcesUnder([...FOLDERS, ...ALSO], '').filter(isInput),
  to: () => [...FOLDERS.map((folder) => `${folder}/dist`), ...BESIDE].flatMap(filesUnder),
};

// npm run build: checks the types, and bundles what has changed since it was bundled last, be it a source or a bundle
await main(async () => {
  await run('tsc', ['-b']);
  await makeOnce(bundles, () => run('rollup', ['-c', '--silent']));
});
