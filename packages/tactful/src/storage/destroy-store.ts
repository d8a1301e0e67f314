import type { MetaRecord } from './format.js';
import { isMeta } from './is-meta.js';
import { removePlaces } from './make-place.js';
import { openExisting } from './open-existing.js';
import type { StoreDatabase } from './open.js';
import { deleteWithFiles } from './scrub.js';
import { OPEN_DEADLINE_MS, within } from './store-exists.js';
import { placeOf } from './store-place.js';
import type { Destruction } from './store.js';

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

/** Whether somebody chose something in it. What cannot be read says nothing. */
async function isChosenIn(name: string): Promise<boolean> {
  const meta = await metaAtRest(name).catch(() => undefined);
  return Object.values(meta?.consent ?? {}).some((state) => state !== 'pending');
}

/**
 * Deletes a store, with its files where the browser can be made to. Resolves to whether the files are gone.
 *
 * In Chromium that takes a moment, in which another tab may have erased it as well, and a third one been agreed to: what is
 * there then is not what was to go. It is looked for once everything is prepared.
 */
export async function destroyStore(
  database: StoreDatabase,
  { name, sparing = false, about = () => Promise.resolve() }: Destruction & { readonly name: string },
): Promise<boolean> {
  const goes = async (): Promise<boolean> => {
    if (sparing && (await isChosenIn(name))) return false;
    await about();
    return true;
  };
  const remove = (): Promise<void> => removePlaces(name);
  if ((await placeOf(name)) === indexedDB) return deleteWithFiles(database, { goes, remove });
  const removed = await goes();
  database.close();
  if (removed) await remove();
  return removed;
}
