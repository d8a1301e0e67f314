import { bucketName, bucketsHere, placeOf } from './store-place.js';

/**
 * Where a new store is made, in a browser that has both. A store that is there stays where it is.
 *
 * Chromium 156 writes down up to half a minute later that there is a bucket, and loses it with all that it holds where the
 * browser is killed before that: see docs/decisions/0020-a-bucket-for-the-store.md.
 */
export type NewStores = 'bucket' | 'plain';

const NEW_STORES: NewStores = 'plain';

/**
 * The place to open a store in: where it lies, or where a new one is made.
 *
 * A bucket that is refused is no reason to be without a disk; one that holds the store is: it rejects, so that no second
 * store is made beside it.
 */
export async function placeToOpen(name: string, newStores: NewStores = NEW_STORES): Promise<IDBFactory> {
  const place = await placeOf(name);
  const buckets = bucketsHere();
  if (place || newStores === 'plain' || !buckets) return place ?? indexedDB;
  try {
    return (await buckets.open(bucketName(name))).indexedDB;
  } catch {
    return indexedDB;
  }
}

const settled = (request: IDBRequest): Promise<unknown> =>
  new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => {
      reject(request.error ?? new DOMException('storage refused', 'UnknownError'));
    };
  });

/** What is listed of a database among the origin's; `null` where nothing is listed. */
async function listed(place: IDBFactory, name: string): Promise<IDBDatabaseInfo | null | undefined> {
  return typeof place.databases === 'function' ? (await place.databases()).find((known) => known.name === name) : null;
}

/** Takes away the empty database that WebKit keeps of an aborted upgrade, as version 0: one of any other is somebody's. */
export async function removeEmpty(place: IDBFactory, name: string): Promise<void> {
  if ((await listed(place, name))?.version === 0) await settled(place.deleteDatabase(name));
}

/**
 * Takes a database away wherever it lies, a bucket together with its files. Both places are looked at: an
 * older library beside this one may have made a second store.
 *
 * Waits for whoever holds a plain database open; a bucket goes at once.
 */
export async function removePlaces(name: string): Promise<void> {
  const buckets = bucketsHere();
  const bucket = bucketName(name);
  if (buckets && (await buckets.keys()).includes(bucket)) await buckets.delete(bucket);
  // Where nothing is listed it is asked for in any case: looking for it would leave an empty one in WebKit.
  if ((await listed(indexedDB, name)) !== undefined) await settled(indexedDB.deleteDatabase(name));
}
