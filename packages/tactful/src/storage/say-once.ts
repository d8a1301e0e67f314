import type { Said } from './format.js';
import type { StoreDatabase } from './open.js';
import { acknowledgedSaying } from './spoken-row.js';
import type { Saying } from './store.js';
import { segmentOf } from './may-keep.js';
import { metaIn, whole, writing } from './transaction.js';

/**
 * Writes what a command says as one row of the log, if a purpose that is agreed to takes it.
 *
 * Gate, row and acknowledgement in one transaction: whoever comes second learns what became of it and writes nothing.
 */
export async function sayOnce(database: StoreDatabase, saying: Saying): Promise<Said> {
  const transaction = writing(database, ['meta', 'events', 'control'], 'strict');
  return whole(transaction, async () => {
    const control = transaction.objectStore('control');
    const done = (await control.get(saying.record.id))?.ack?.said;
    if (done) return done;
    const meta = await metaIn(transaction);
    const spoken = saying.speak(saying, { consent: meta.consent, purposes: saying.purposes });
    if ('row' in spoken) {
      await transaction.objectStore('events').put(segmentOf(spoken.row, meta.epoch));
    }
    await transaction.objectStore('meta').put({ ...meta, revision: meta.revision + 1 });
    await control.put(acknowledgedSaying(saying, spoken.said));
    return spoken.said;
  });
}
