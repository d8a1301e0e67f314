/** How long opening may take: a blocked upgrade would otherwise wait for ever. */
export const OPEN_DEADLINE_MS = 2000;

/** Rejects after `ms`; the underlying request cannot be cancelled and its late result is dropped. */
export function within<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new DOMException('storage did not answer in time', 'TimeoutError'));
    }, ms);
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

/**
 * Whether a database of this name is there, without making one.
 *
 * At most one existence check per place before consent: `indexedDB.databases()` where it is, else
 * an open that is aborted in `upgradeneeded`.
 */
export async function storeExists(name: string): Promise<boolean> {
  // A frame of no origin has no storage, and a browser that is asked leaves a rejection behind that nobody can catch.
  if (globalThis.origin === 'null') return false;
  if (typeof indexedDB.databases === 'function') {
    const databases = await within(indexedDB.databases(), OPEN_DEADLINE_MS);
    return databases.some((database) => database.name === name);
  }
  return within(
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      let existed = true;
      request.onupgradeneeded = () => {
        existed = false;
        request.transaction?.abort();
      };
      request.onsuccess = () => {
        request.result.close();
        resolve(true);
      };
      request.onerror = () => {
        if (existed) reject(request.error ?? new DOMException('storage refused', 'UnknownError'));
        else resolve(false);
      };
    }),
    OPEN_DEADLINE_MS,
  );
}
