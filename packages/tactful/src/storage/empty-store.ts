import { STORE_NAMES } from './format.js';
import type { StoreDatabase } from './open.js';
import { keepsALog } from './keeps-a-log.js';
import { metaEmptied, segmentOf } from './may-keep.js';
import type { Remainder } from './store.js';
import { metaIn, whole, writing } from './transaction.js';

/**
 * Empties every object store and raises the epoch, in one transaction: whatever another tab writes
 * afterwards with the old epoch is nothing. Returns how many rows there were.
 */
export async function emptyStore(database: StoreDatabase, remainder: Remainder): Promise<number> {
  const transaction = writing(database, STORE_NAMES, 'strict');
  return whole(transaction, async () => {
    const base = await metaIn(transaction);
    const segments = await transaction.objectStore('events').getAll();
    for (const name of STORE_NAMES) if (name !== 'meta') await transaction.objectStore(name).clear();
    const meta = metaEmptied(base, remainder);
    await transaction.objectStore('meta').put({ ...meta, ...(keepsALog() ? { unscrubbed: true } : {}) });
    for (const row of remainder.rules) await transaction.objectStore('events').put(segmentOf(row, meta.epoch));
    return segments.reduce((sum, { rows }) => sum + rows.length, 0);
  });
}
