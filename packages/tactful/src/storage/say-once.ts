import type { Said } from './format.js';
import type { StoreDatabase } from './open.js';
import { acknowledgedSaying } from './spoken-row.js';
import { newMeta, type Saying } from './store.js';

/**
 * Writes what a command says as one row of the log, if a purpose that is agreed to takes it.
 *
 * Gate, row and acknowledgement in one transaction: whoever comes second learns what became of it and writes nothing.
 */
export async function sayOnce(database: StoreDatabase, saying: Saying): Promise<Said> {
  const transaction = database.transaction(['meta', 'events', 'control'], 'readwrite', {
    durability: 'strict',
  });
  const control = transaction.objectStore('control');
  const done = (await control.get(saying.record.id))?.ack?.said;
  if (done) return done;
  const meta = (await transaction.objectStore('meta').get('meta')) ?? newMeta('');
  const spoken = saying.speak(saying, { consent: meta.consent, purposes: saying.purposes });
  if ('row' in spoken) {
    const { row } = spoken;
    const { epoch } = meta;
    await transaction.objectStore('events').put({ id: row.id, to: 0, at: row.at, epoch, rows: [row] });
  }
  await transaction.objectStore('meta').put({ ...meta, revision: meta.revision + 1 });
  await control.put(acknowledgedSaying(saying, spoken.said));
  await transaction.done;
  return spoken.said;
}
