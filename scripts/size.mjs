import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { main } from './run.mjs';

const LIBRARY = 'packages/tactful';
const CLIENT = path.resolve(LIBRARY, 'src/client');
const README = 'README.md';
const TABLE = /<!-- sizes -->\n[\s\S]*?<!-- \/sizes -->/;

// The entries as they are shipped, and the elements from their sources, where the main entry can be left out.
const MEASURED = {
  'main entry `tactful`': 'dist/index.js',
  '`tactful/worker.js`': 'dist/worker.js',
  '`tactful/worker-later.js`, fetched beside the catalog': 'dist/worker-later.js',
  '`<tactful-offer>`, without Lit and the main entry': 'src/elements/offer-element.ts',
  'all elements, without Lit and the main entry': 'src/elements/index.ts',
};

/** Leaves out the client, which the page has in any case. */
const withoutClient = {
  name: 'without-client',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path: name, resolveDir, kind }) =>
      kind !== 'entry-point' && path.resolve(resolveDir, name).startsWith(CLIENT)
        ? { path: name, external: true }
        : null,
    );
  },
};

async function bundled(file) {
  const { metafile, outputFiles } = await build({
    entryPoints: [path.join(LIBRARY, file)],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: '.build/size',
    write: false,
    metafile: true,
    external: ['lit', 'lit/*', 'lit-html', 'lit-html/*', '@lit/*'],
    plugins: file.startsWith('src/') ? [withoutClient] : [],
    // `sideEffects` in package.json speaks of dist and would drop what the sources register
    ignoreAnnotations: true,
    tsconfig: 'tsconfig.base.json',
  });
  const contents = new Map(outputFiles.map(({ path: name, contents: bytes }) => [path.relative('.', name), bytes]));
  return { outputs: metafile.outputs, contents };
}

/** The outputs that come with one, itself first: what it imports statically, and what that imports. */
function together(outputs, first) {
  const found = new Set([first]);
  for (const name of found) {
    for (const { path: next, kind, external } of outputs[name].imports) {
      if (kind === 'import-statement' && !external) found.add(next);
    }
  }
  return [...found];
}

const lazyOf = (outputs, names) =>
  names.flatMap((name) =>
    outputs[name].imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path: to }) => to),
  );

const weight = (contents, names) => {
  const bytes = Buffer.concat(names.map((name) => contents.get(name)));
  return { min: bytes.length, brotli: brotliCompressSync(bytes).length };
};

const chunkName = (entryPoint) =>
  path
    .basename(entryPoint)
    .replace(/^chunk-/, '')
    .replace(/(-[\w-]{8})?\.[jt]s$/, '');

/** What an entry weighs with everything it imports statically, and each chunk that it loads later, by itself. */
async function measured([name, file]) {
  const { outputs, contents } = await bundled(file);
  const isEntry = ([, { entryPoint }]) =>
    entryPoint !== undefined && path.normalize(entryPoint) === path.join(LIBRARY, file);
  const [entry] = Object.entries(outputs).find(isEntry);
  const all = together(outputs, entry);
  // A file that imports nothing is weighed as it is shipped: there is nothing to bundle, and it is minified already.
  if (file.startsWith('dist/') && Object.keys(outputs[entry].inputs).length === 1 && all.length === 1) {
    contents.set(entry, readFileSync(path.join(LIBRARY, file)));
  }
  const lazy = new Map();
  const waiting = lazyOf(outputs, all);
  for (const first of waiting) {
    if (lazy.has(first) || !(first in outputs)) continue;
    const more = together(outputs, first);
    const own = more.filter((one) => !all.includes(one));
    lazy.set(first, { name: chunkName(outputs[first].entryPoint), ...weight(contents, own) });
    waiting.push(...lazyOf(outputs, more));
  }
  return { name, ...weight(contents, all), lazy: [...lazy.values()] };
}

const kB = (bytes) => (bytes / 1000).toFixed(1);

const readmeTable = (results) =>
  [
    '<!-- sizes -->',
    '| what | kB |',
    '| --- | ---: |',
    ...results.map(({ name, brotli }) => `| ${name} | ${kB(brotli)} |`),
    '<!-- /sizes -->',
  ].join('\n');

/** Compares the table in the README with what was measured, or writes it. Returns what is wrong with it. */
function readmeFault(results, { write }) {
  const text = existsSync(README) ? readFileSync(README, 'utf8') : '';
  const [there] = TABLE.exec(text) ?? [];
  if (there === undefined) return `${README}: no table between <!-- sizes --> and <!-- /sizes -->`;
  const table = readmeTable(results);
  if (there === table) return undefined;
  if (!write) return `${README}: the size table differs from what was measured (npm run size -- --write)`;
  writeFileSync(
    README,
    text.replace(TABLE, () => table),
  );
  return undefined;
}

function printed(results, budgets) {
  for (const { name, min, brotli, lazy } of results) {
    const over = brotli > budgets[name] * 1000 ? '  OVER' : '';
    console.log(`${name.padEnd(52)} ${kB(brotli).padStart(6)} kB of ${budgets[name]}   (min ${kB(min)})${over}`);
    for (const chunk of lazy) console.log(`  later: ${chunk.name.padEnd(43)} ${kB(chunk.brotli).padStart(6)} kB`);
  }
}

// npm run size [-- --write] [--json]: minified and brotli, in kB of 1,000 bytes, against packages/tactful/size.json
await main(async () => {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, json: { type: 'boolean' } } });
  const budgets = JSON.parse(readFileSync(`${LIBRARY}/size.json`, 'utf8'));
  const [there, missing] = [true, false].map((wanted) =>
    Object.entries(MEASURED).filter(([, file]) => existsSync(path.join(LIBRARY, file)) === wanted),
  );
  const results = [];
  for (const one of there) results.push(await measured(one));
  if (values.json) console.log(JSON.stringify(results));
  else printed(results, budgets);
  const faults = results
    .filter(({ name, brotli }) => !(brotli <= budgets[name] * 1000))
    .map(({ name, brotli }) => `${name}: ${kB(brotli)} kB, budget ${budgets[name]}`);
  faults.push(...missing.map(([name, file]) => `${name}: ${file} does not exist`));
  const fault = missing.length > 0 ? undefined : readmeFault(results, { write: values.write });
  if (fault) faults.push(fault);
  if (faults.length > 0) throw new Error(faults.join('\n'));
});
