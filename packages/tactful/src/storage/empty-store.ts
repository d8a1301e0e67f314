import { STORE_NAMES } from './format.js';
import type { StoreDatabase } from './open.js';
import { newMeta, type Remainder } from './store.js';

/**
 * Empties every object store and raises the epoch, in one transaction: whatever another tab writes
 * afterwards with the old epoch is nothing. Returns how many rows there were.
 */
export async function emptyStore(database: StoreDatabase, remainder: Remainder): Promise<number> {
  const transaction = database.transaction(STORE_NAMES, 'readwrite', { durability: 'strict' });
  const before = await transaction.objectStore('meta').get('meta');
  const segments = await transaction.objectStore('events').getAll();
  for (const name of STORE_NAMES) if (name !== 'meta') await transaction.objectStore(name).clear();
  const base = before ?? newMeta('');
  const epoch = base.epoch + 1;
  await transaction
    .objectStore('meta')
    .put({ ...base, epoch, revision: base.revision + 1, consent: remainder.consent, history: remainder.history });
  for (const row of remainder.rules)
    await transaction.objectStore('events').put({ id: row.id, to: 0, at: row.at, epoch, rows: [row] });
  await transaction.done;
  return segments.reduce((sum, { rows }) => sum + rows.length, 0);
}
