import type { FromOther, ToOther } from './other-protocol.js';
import { OTHER_DATABASE, type Click } from './tab-protocol.js';
import { obey } from './worker-orders.js';

// The other way, as it is often built: the page hands each click to a worker and goes on; the worker writes it under the
// time at which it happened; nobody waits, and nobody is told when that fails. It is run, not played.

const CLICKS = 'clicks';

const tell = (message: FromOther): void => {
  postMessage(message);
};

function ended<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('storage'));
    };
  });
}

const opening = indexedDB.open(OTHER_DATABASE, 1);
opening.onupgradeneeded = () => {
  opening.result.createObjectStore(CLICKS, { keyPath: 'at' });
};
const database = ended(opening);
let writing: Promise<unknown> = database;

async function write(click: Click): Promise<void> {
  const store = (await database).transaction(CLICKS, 'readwrite').objectStore(CLICKS);
  await ended(store.put(click));
}

async function found(): Promise<readonly string[]> {
  const rows: readonly Click[] = await ended((await database).transaction(CLICKS).objectStore(CLICKS).getAll());
  return rows.map(({ item }) => item);
}

async function erase(): Promise<void> {
  await ended((await database).transaction(CLICKS, 'readwrite').objectStore(CLICKS).clear());
}

async function answer(ask: 'written' | 'found' | 'erase'): Promise<void> {
  await writing;
  if (ask === 'written') tell({ said: 'written' });
  if (ask === 'found') tell({ said: 'found', items: await found() });
  if (ask === 'erase') {
    await erase();
    tell({ said: 'erased' });
  }
}

// the only one who can speak to a worker is the page that has started it
addEventListener('message', ({ data }: MessageEvent<ToOther>) => {
  if ('order' in data)
    obey(data.order, () => {
      tell({ said: 'understood' });
    });
  // the mistake that is shown here: what became of it is asked by nobody
  else if ('click' in data) writing = Promise.all([writing, write(data.click).catch(() => undefined)]);
  else void answer(data.ask);
});
