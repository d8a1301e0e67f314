import { removePlaces } from './make-place.js';
import { isChosen } from './may-keep.js';
import type { StoreDatabase } from './open.js';
import { openBelieved } from './open-believed.js';
import { deleteWithFiles } from './scrub.js';
import { storageErrorOf } from './steady-store.js';
import { placeOf } from './store-place.js';
import type { Destruction } from './store.js';

/** Whether somebody chose something in the store that has the name now, whoever made it. What cannot be read says nothing. */
async function isChosenIn(name: string): Promise<boolean> {
  try {
    const { database, believed } = await openBelieved(name);
    database.close();
    return isChosen(believed?.consent ?? {});
  } catch (error) {
    // A newer library's is its own.
    return storageErrorOf(error) === 'VersionError';
  }
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
