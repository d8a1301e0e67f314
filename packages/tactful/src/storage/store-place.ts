// Where a store lies: in a bucket of its own, whose files go with it, or among the origin's databases. Raw IndexedDB, so
// that a page needs no wrapper.

/** As much of the Storage Buckets API as is used; one engine has it, on secure pages. */
export interface Buckets {
  readonly keys: () => Promise<readonly string[]>;
  readonly open: (name: string) => Promise<{ readonly indexedDB: IDBFactory }>;
  readonly delete: (name: string) => Promise<void>;
}

/** The buckets of this browser, where it has them. */
export const bucketsHere = (): Buckets | undefined =>
  (navigator as { readonly storageBuckets?: Buckets }).storageBuckets;

/** The bucket of a database: its name, as buckets may be named. */
export const bucketName = (database: string): string => database.replace(':', '-');

/** A connection to a database of a place, and `undefined` where that place has none of the name. */
export function openIn(place: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = place.open(name);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      // A connection keeps its place: once a bucket's factory was collected it answers nothing any more (Chromium 156).
      const database = Object.assign(request.result, { place });
      // Nobody's upgrade or deletion waits for a reader.
      database.onversionchange = () => {
        database.close();
      };
      resolve(database);
    };
    request.onerror = () => {
      if (request.error && !absent) reject(request.error);
      // Nothing is deleted: what is there now was made by somebody else, but for what `removeEmpty` takes away.
      else resolve(undefined);
    };
  });
}

/** Whether a place has a database of this name, without making one. */
export async function isIn(place: IDBFactory, name: string): Promise<boolean> {
  // Version 0 is what WebKit keeps of an open that was taken back.
  if (typeof place.databases === 'function')
    return (await place.databases()).some((known) => known.name === name && known.version);
  const database = await openIn(place, name);
  database?.close();
  return !!database;
}

/**
 * The place that has a database of this name; `undefined` where none has. Makes nothing and opens nothing that is not there.
 *
 * One that lies among the origin's databases stays there, also where buckets came later. Rejects where storage is refused.
 */
export async function placeOf(name: string): Promise<IDBFactory | undefined> {
  // A frame of no origin has no storage, and a browser that is asked leaves a rejection behind that nobody can catch.
  if (globalThis.origin === 'null') return undefined;
  if (await isIn(indexedDB, name)) return indexedDB;
  const buckets = bucketsHere();
  const bucket = bucketName(name);
  if (!(await buckets?.keys())?.includes(bucket)) return undefined;
  const place = (await buckets?.open(bucket))?.indexedDB;
  return place && (await isIn(place, name)) ? place : undefined;
}
