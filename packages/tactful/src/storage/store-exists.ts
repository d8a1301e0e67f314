import { placeOf } from './store-place.js';

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
 * At most one existence check per place before consent: `indexedDB.databases()` where it is, else an open that is aborted
 * in `upgradeneeded`; then the names of the buckets, where there are buckets.
 */
export async function storeExists(name: string): Promise<boolean> {
  return !!(await within(placeOf(name), OPEN_DEADLINE_MS));
}
