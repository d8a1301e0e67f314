import { expect } from 'chai';
import { isWebKit } from '../../test/is-webkit.js';
import { newReplica, openStore, databaseName } from './index.js';
import { removePlaces } from './make-place.js';
import type { StoreDatabase } from './open.js';
import { placeOf } from './store-place.js';
import { readAtOnce } from './transaction.js';

const BUSY_MS = 1800;

// Another tab: it writes one row as a page does, and says when that was kept.
const WRITER = `
let database;
onmessage = async ({ data }) => {
  if (!database) {
    const bucket = await navigator.storageBuckets?.keys().then((all) => all.includes(data.bucket));
    const place = bucket ? (await navigator.storageBuckets.open(data.bucket)).indexedDB : indexedDB;
    const request = place.open(data.name);
    await new Promise((resolve) => (request.onsuccess = resolve));
    database = request.result;
    postMessage('open');
    return;
  }
  const transaction = database.transaction(['events'], 'readwrite');
  transaction.objectStore('events').put({ id: 'a:0', to: 0, at: 0, epoch: 1, rows: [] });
  transaction.oncomplete = () => postMessage(performance.timeOrigin + performance.now());
  transaction.commit();
};`;

const heard = (worker: Worker): Promise<unknown> =>
  new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      resolve(data);
    };
  });

type Read = (database: StoreDatabase) => Promise<unknown>;

/** How long after a row was handed to the disk it was kept, where somebody else began to read and has been busy since. */
async function keptAfter(read: Read): Promise<number> {
  const scope = `t-${newReplica()}`;
  const name = databaseName(scope);
  const database = await openStore(scope);
  const address = URL.createObjectURL(new Blob([WRITER], { type: 'text/javascript' }));
  const writer = new Worker(address);
  try {
    const opened = heard(writer);
    writer.postMessage({ name, bucket: name.replace(':', '-') });
    await opened;
    const kept = heard(writer);
    const reading = read(database);
    const from = performance.now();
    writer.postMessage({});
    while (performance.now() < from + BUSY_MS);
    const at = (await kept) as number;
    await reading;
    return at - performance.timeOrigin - from;
  } finally {
    writer.terminate();
    URL.revokeObjectURL(address);
    database.close();
    if (await placeOf(name)) await removePlaces(name);
  }
}

describe('a row that is written while somebody reads', () => {
  // There a worker reaches the disk by way of the page's own thread, which is the one that is busy here.
  before(function () {
    if (isWebKit) this.skip();
  });

  it('[R180] is kept before the reader looks at what it found', async () => {
    const after = await keptAfter((database) =>
      readAtOnce(database, ['meta', 'events'], async (transaction) => {
        await transaction.objectStore('events').getAllKeys();
      }),
    );
    expect(after).to.be.below(BUSY_MS / 2);
  });

  it('[R180] control: a transaction that is left to end by itself keeps it waiting', async () => {
    const after = await keptAfter(async (database) => database.transaction('events').store.getAllKeys());
    expect(after).to.be.above(BUSY_MS / 2);
  });
});
