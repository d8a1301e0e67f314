import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Where a word of the shopper's could still be: looked for everywhere a page, a reader or a file manager could look.

/** In the page: everything that a script on this origin can read of what outlives the page, as text by place. */
export async function readOrigin() {
  const asked = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const readDatabases = async (factory) => {
    const found = [];
    for (const { name } of await factory.databases()) {
      const opening = factory.open(name);
      // deleted since it was listed: none is made
      opening.onupgradeneeded = () => opening.transaction.abort();
      const database = await asked(opening).catch(() => undefined);
      if (!database) continue;
      const stores = [...database.objectStoreNames];
      const transaction = stores.length > 0 ? database.transaction(stores) : undefined;
      for (const store of stores) {
        const rows = transaction.objectStore(store);
        found.push(name, await asked(rows.getAllKeys()), await asked(rows.getAll()));
      }
      database.close();
    }
    return JSON.stringify(found);
  };
  const readFile = async (handle, tries = 20) => {
    try {
      return await (await handle.getFile()).text();
    } catch (error) {
      // Written or taken away while it was read.
      if (error.name === 'NotFoundError') return '';
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return readFile(handle, tries - 1);
    }
  };
  const readFolder = async (folder) => {
    const found = [];
    for await (const [name, handle] of folder.entries())
      found.push(name, await (handle.kind === 'file' ? readFile(handle) : readFolder(handle)));
    return found.join('\n');
  };
  const readCaches = async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        found.push(name, request.url, await (await cache.match(request)).text());
    }
    return found.join('\n');
  };
  const readBuckets = async () => {
    const found = [];
    for (const name of (await navigator.storageBuckets?.keys()) ?? []) {
      const bucket = await navigator.storageBuckets.open(name);
      found.push(name, await readDatabases(bucket.indexedDB), await readFolder(await bucket.getDirectory()));
    }
    return found.join('\n');
  };
  return {
    IndexedDB: await readDatabases(indexedDB),
    'Storage Buckets': await readBuckets(),
    OPFS: await readFolder(await navigator.storage.getDirectory()),
    'Cache Storage': await readCaches(),
    localStorage: JSON.stringify({ ...localStorage }),
    cookies: document.cookie,
  };
}

/** In the page: everything that is kept in the tab itself, as text by place. */
export function readTab() {
  const shown = (root) =>
    [
      root.innerHTML,
      ...[...root.querySelectorAll('*')].map((one) => (one.shadowRoot ? shown(one.shadowRoot) : '')),
    ].join('\n');
  return {
    DOM: shown(document),
    'history and title': JSON.stringify([history.state, location.href, document.title]),
    sessionStorage: JSON.stringify({ ...sessionStorage }),
    'performance entries': JSON.stringify(performance.getEntries()),
  };
}

/** In the page: everything that the library answers, as one text. */
export async function readAnswers() {
  const { tactful } = globalThis;
  const answers = await Promise.all(
    [tactful.log(), tactful.decisions(), tactful.profile(), tactful.tasks(), tactful.export()].map((answer) =>
      answer.catch(({ code }) => code),
    ),
  );
  return JSON.stringify([...answers, tactful.consent.history(), tactful.health()]);
}

async function takeSnapshot(session) {
  const chunks = [];
  const hear = ({ chunk }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', hear);
  return chunks.join('');
}

/** The memory of a page and of its workers, as text (Chromium). */
export async function readHeaps(page) {
  const session = await page.createCDPSession();
  const heaps = { 'memory of the page': await takeSnapshot(session) };
  await session.detach();
  for (const worker of page.workers()) heaps['memory of the worker'] = await takeSnapshot(worker.client);
  return heaps;
}

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

// Firefox writes a key with each character one higher.
const shifted = (word) => word.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1));

/** The files of a folder that hold the word, however browsers write it. */
export function filesWith(folder, word) {
  const forms = [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(shifted(word))];
  return filesUnder(folder).filter((file) => {
    try {
      const bytes = readFileSync(file);
      return forms.some((form) => bytes.includes(form));
    } catch {
      return false; // gone while we looked
    }
  });
}

/** The places whose text holds the word. */
export const placesWith = (places, word) =>
  Object.entries(places)
    .filter(([, text]) => text.includes(word))
    .map(([place]) => place);
