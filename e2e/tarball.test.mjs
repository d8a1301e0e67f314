import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { launch, openPage, serve } from './launch.mjs';

const run = promisify(execFile);
const TIMEOUT = 180_000;
const VITE = path.resolve('node_modules/vite/bin/vite.js');

/** npm, told nothing of the run that this test is part of. */
const npm = (args, cwd) => {
  const program = process.env.npm_execpath;
  const [command, first] = program ? [process.execPath, [program]] : ['npm', []];
  return run(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
};

/** All that a shop writes: at most ten lines, in a page that is otherwise its own. */
const lines = (library) => `
<script type="module">
  ${library}
  const tactful = createTactful({ catalog: new URL('catalog.json', document.baseURI) });
  document.addEventListener('click', ({ target: { dataset: { item, category } } }) => {
    if (item) tactful.track('add_to_wishlist', { items: [{ item_id: item, item_category: category, price: 20 }], currency: 'EUR' });
  });
</script>
<tactful-consent></tactful-consent>
<tactful-offer placement="home"><p id="own">New this week</p></tactful-offer>`;

const IMPORTS = {
  bundled: "import { createTactful } from 'tactful'; import 'tactful/elements';",
  plain: "import { createTactful } from './node_modules/tactful/dist/standalone.js';",
};

const ITEMS = ['hose', 'rake', 'spade'];

const page = (library) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Shop</title>
${ITEMS.map((item) => `<button data-item="${item}" data-category="Garden">Keep the ${item}</button>`).join('\n')}
${lines(library)}
</html>
`;

const offer = (id, category, title) => ({
  id,
  class: 'suggest',
  category: [category],
  price: 2495,
  placements: ['home'],
  content: { en: { title, text: 'In stock.', action: { label: 'Have a look', url: `#/${id}` } } },
});

const CATALOG = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: [offer('reel', 'Garden', 'A reel for the hose'), offer('lamp', 'Lighting', 'A lamp for the desk')],
};

/** Agrees, keeps three garden products, comes back: and there is the garden offer, not the lamp. */
async function firstOffer(url) {
  const browser = await launch();
  try {
    const { page: tab } = await openPage(browser);
    const errors = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    await tab.goto(url);
    await tab.locator('tactful-consent >>> [part=agree]').click();
    await tab.waitForSelector('tactful-consent >>> [part=done]'); // the choice is stored
    for (const item of ITEMS) await tab.locator(`[data-item=${item}]`).click();
    await tab.reload();
    const title = await tab.waitForSelector('tactful-offer >>> [part=title]', { timeout: 30_000 });
    assert.equal(await title.evaluate((element) => element.textContent.trim()), 'A reel for the hose');
    assert.deepEqual(errors, []);
    return tab.workers().map((worker) => worker.url());
  } finally {
    await browser.close();
  }
}

describe('the packed tarball', () => {
  let work;
  let tarball;

  const installedIn = async (name) => {
    const folder = path.join(work, name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    await npm(['install', tarball, '--prefer-offline'], folder);
    return folder;
  };

  before(
    async () => {
      work = mkdtempSync(path.join(os.tmpdir(), 'tactful-tarball-'));
      await npm(['pack', '--ignore-scripts', '--pack-destination', work], path.resolve('packages/tactful'));
      tarball = path.join(
        work,
        readdirSync(work).find((name) => name.endsWith('.tgz')),
      );
    },
    { timeout: TIMEOUT },
  );

  after(() => rmSync(work, { recursive: true, force: true }));

  it('needs at most ten lines', () => {
    for (const library of Object.values(IMPORTS)) assert.ok(lines(library).trim().split('\n').length <= 10);
  });

  it('gives a first personal offer in an empty folder that Vite builds', { timeout: TIMEOUT }, async () => {
    const folder = await installedIn('bundled');
    writeFileSync(path.join(folder, 'index.html'), page(IMPORTS.bundled));
    mkdirSync(path.join(folder, 'public'));
    writeFileSync(path.join(folder, 'public/catalog.json'), JSON.stringify(CATALOG));
    await run(process.execPath, [VITE, 'build', '--logLevel', 'warn'], { cwd: folder });
    const { url, close } = await serve(path.join(folder, 'dist'));
    try {
      const [worker] = await firstOffer(url);
      assert.ok(worker?.startsWith(url), `the worker file that Vite placed, not: ${worker}`);
    } finally {
      await close();
    }
  });

  it('gives a first personal offer in a folder without a bundler', { timeout: TIMEOUT }, async () => {
    const folder = await installedIn('plain');
    writeFileSync(path.join(folder, 'index.html'), page(IMPORTS.plain));
    writeFileSync(path.join(folder, 'catalog.json'), JSON.stringify(CATALOG));
    const { url, close } = await serve(folder);
    try {
      const [worker] = await firstOffer(url);
      assert.equal(worker, `${url}node_modules/tactful/dist/worker.js`);
    } finally {
      await close();
    }
  });

  it('touches no global when Node imports it', { timeout: TIMEOUT }, async () => {
    const folder = await installedIn('node');
    const script = `
      const names = ['window', 'document', 'navigator', 'indexedDB', 'localStorage', 'Worker', 'BroadcastChannel', 'fetch'];
      for (const name of names) Object.defineProperty(globalThis, name, { configurable: true, get() { throw new Error(name); } });
      const before = Object.getOwnPropertyNames(globalThis).join();
      const { createTactful } = await import('tactful');
      await import('tactful/engine');
      if (before !== Object.getOwnPropertyNames(globalThis).join()) throw new Error('a new global');
      console.log(typeof createTactful);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
    assert.equal(stdout, 'function\n');
  });

  it('carries its licence and those of what it bundles', { timeout: TIMEOUT }, async () => {
    const { stdout } = await run('tar', ['-tzf', tarball]);
    for (const name of [
      'LICENSE',
      'README.md',
      'THIRD-PARTY.txt',
      'dist/worker.js',
      'dist/worker-later.js',
      'dist/standalone.js',
      'dist/index.d.ts',
    ]) {
      assert.ok(stdout.split('\n').includes(`package/${name}`), name);
    }
    assert.ok(existsSync('packages/tactful/THIRD-PARTY.txt'));
  });
});
