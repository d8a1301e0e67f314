// What the parts about running pages share: a page with the built library on loopback, and the store as it lies there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch, newPage, serve, storePlace } from '../launch.mjs';
import { built } from './frame.mjs';

const REMOVAL_TRIES = 50;

const HTML = `<!doctype html><html lang="en"><title>A page</title><script type="module" src="/page.js"></script></html>`;

/**
 * What the page brings: the library, and a reader of the store that asks nothing of it. `rowsAtRest` gives every segment,
 * also those that are nothing because their epoch has passed.
 */
const PAGE = `import { createTactful } from '/dist/index.js';
const settled = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
globalThis.createTactful = createTactful;
globalThis.storePlace = ${storePlace};
const readOnce = async (scope) => {
  const empty = { meta: undefined, events: [], decisions: [], ledger: [] };
  const place = await storePlace(scope);
  if (!place) return empty;
  const opening = place.open('tactful:' + scope);
  // Gone meanwhile: whoever only looks makes none.
  let gone = false;
  opening.onupgradeneeded = () => {
    gone = true;
    opening.transaction.abort();
  };
  const database = await settled(opening).catch((error) => {
    if (!gone) throw error;
  });
  if (!database) return empty;
  database.onversionchange = () => database.close();
  try {
    if (database.objectStoreNames.length === 0) return empty;
    const transaction = database.transaction(['meta', 'events', 'decisions', 'ledger'], 'readonly');
    const all = (store) => settled(transaction.objectStore(store).getAll());
    const [[meta], events, decisions, ledger] = await Promise.all(['meta', 'events', 'decisions', 'ledger'].map(all));
    return { meta, events, decisions, ledger };
  } finally {
    database.close();
  }
};
globalThis.readStore = async (scope = 'default') => {
  for (let tries = 50; ; tries--) {
    try {
      return await readOnce(scope);
    } catch (error) {
      // A browser that was just killed may need a moment to take its store up again.
      if (error.name !== 'UnknownError' || tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
};
globalThis.loaded = true;`;

const script = (body) => ['text/javascript', body];

/** A worker of the library with `before` run first: where a fault is planted. Its address is `/NAME/worker.js`. */
export const plantedWorker = (name, before) => [
  [`/${name}/before.js`, script(before)],
  [`/${name}/worker.js`, script(`import './before.js';\nimport '/dist/worker.js';`)],
  [`/${name}/worker-later.js`, script(`export * from '/dist/worker-later.js';`)],
];

/** Serves the built library below `/dist/`, and beside it what `fileAt` gives for a path: type and body, or nothing. */
export const serveBuilt = (fileAt, headers = {}) =>
  serve(built(), {
    headers,
    respond: (request, response) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const [type, body] = fileAt(pathname) ?? [];
      if (body !== undefined) response.writeHead(200, { ...headers, 'content-type': type }).end(body);
      return body !== undefined;
    },
  });

/** Serves the page at every address without an ending, the built library, and what else is given. */
export const openStage = (files = [], headers = {}) => {
  const known = new Map([['/page.js', script(PAGE)], ...files]);
  return serveBuilt(
    (pathname) => known.get(pathname) ?? (path.extname(pathname) === '' ? ['text/html', HTML] : undefined),
    headers,
  );
};

/** Opens the page and waits for the library on it. */
export async function openPage(browser, url) {
  const page = await newPage(browser);
  await page.goto(url);
  await page.waitForFunction(() => globalThis.loaded);
  return page;
}

/** Serves the stage and starts a browser for `work`, and ends both. */
export async function onStage({ engine, files, headers, ...options }, work) {
  const server = await openStage(files, headers);
  const browser = await launch(engine, options);
  try {
    return await work({ browser, url: server.url });
  } finally {
    await Promise.race([browser.close(), wait(5000)]);
    await server.close();
  }
}

/** Takes a folder away that somebody who is ending may still write to: what comes anew is looked for each time. */
async function removeFolder(folder, tries = REMOVAL_TRIES) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (tries <= 1) throw error;
    await wait(200);
    await removeFolder(folder, tries - 1);
  }
}

/** A folder for `work`, taken away afterwards. */
export async function withFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tactful-faults-'));
  try {
    return await work(folder);
  } finally {
    await removeFolder(folder);
  }
}

/** The numbers 0 to `count` - 1. */
export const range = (count) => Array.from({ length: count }, (_, index) => index);
