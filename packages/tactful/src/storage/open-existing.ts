import { storeExists, within } from './store-exists.js';

function open(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let absent = false;
    request.onupgradeneeded = () => {
      absent = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const database = request.result;
      // Nobody's upgrade or deletion waits for a reader.
      database.onversionchange = () => {
        database.close();
      };
      resolve(database);
    };
    request.onerror = () => {
      if (!absent) {
        reject(request.error ?? new DOMException('storage refused', 'UnknownError'));
        return;
      }
      // WebKit keeps the empty database of an aborted upgrade.
      const removal = indexedDB.deleteDatabase(name);
      removal.onsuccess = removal.onerror = () => {
        resolve(undefined);
      };
    };
  });
}

/** A connection to a database that is already there, else `undefined`: no empty one is left behind. Raw, so that a page needs no wrapper. */
export async function openExisting(name: string, deadlineMs: number): Promise<IDBDatabase | undefined> {
  // Opening what is not there makes it for a moment, and taking that back could take a store that was just made.
  return (await storeExists(name)) ? within(open(name), deadlineMs) : undefined;
}
