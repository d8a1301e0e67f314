import type { MetaRecord } from './format.js';
import { isMeta } from './is-meta.js';
import { removePlaces } from './make-place.js';
import { openExisting } from './open-existing.js';
import type { StoreDatabase } from './open.js';
import { deleteWithFiles } from './scrub.js';
import { OPEN_DEADLINE_MS, within } from './store-exists.js';
import { placeOf } from './store-place.js';

/** `meta` of the store that has a name now, whoever made it; `undefined` where there is none that can be read. */
async function metaAtRest(name: string): Promise<MetaRecord | undefined> {
  const database = await openExisting(name, OPEN_DEADLINE_MS);
  if (!database) return undefined;
  try {
    const request: IDBRequest<unknown> = database.transaction('meta').objectStore('meta').get('meta');
    const answered = new Promise<unknown>((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    await within(answered, OPEN_DEADLINE_MS);
    return isMeta(request.result) ? request.result : undefined;
  } finally {
    database.close();
  }
}

/** Whether it may be deleted: nobody chose anything in it since, and nobody made it anew. What cannot be read says nothing. */
async function isAsItWas(name: string, before: MetaRecord): Promise<boolean> {
  try {
    const now = await metaAtRest(name);
    return now?.epoch === before.epoch && now.revision === before.revision;
  } catch {
    return true;
  }
}

/**
 * Deletes a store that was emptied, with its files where the browser can be made to; `about` is done just before. Resolves
 * to whether the files are gone.
 *
 * In Chromium that takes a moment, in which another tab may have erased it as well, and a third one been agreed to: what is
 * there then is not what was to go, and stays.
 */
export async function destroyStore(
  database: StoreDatabase,
  { name, about = () => Promise.resolve() }: { readonly name: string; readonly about?: () => Promise<unknown> },
): Promise<boolean> {
  const before = await metaAtRest(name).catch(() => undefined);
  const remove = async (): Promise<boolean> => {
    const goes = !before || (await isAsItWas(name, before));
    if (goes) await about();
    database.close();
    if (goes) await removePlaces(name);
    return goes;
  };
  return (await placeOf(name)) === indexedDB ? deleteWithFiles(database, remove) : remove();
}
