import type { ConfigRecord, Said } from './format.js';
import { isConfigRecord } from './guards.js';
import type { StoreDatabase } from './open.js';
import { acknowledgedSaying, spokenRow } from './spoken-row.js';
import { newMeta, type Saying } from './store.js';

function latest(configs: readonly ConfigRecord[]): ConfigRecord | undefined {
  return configs
    .filter(isConfigRecord)
    .reduce<ConfigRecord | undefined>(
      (best, config) => (best === undefined || config.at > best.at ? config : best),
      undefined,
    );
}

/**
 * Writes what a command says as one row of the log, if a purpose that is agreed to takes it.
 *
 * Gate, row and acknowledgement in one transaction: whoever comes second learns what became of it and writes nothing.
 */
export async function sayOnce(database: StoreDatabase, saying: Saying): Promise<Said> {
  const transaction = database.transaction(['meta', 'events', 'configs', 'control'], 'readwrite', {
    durability: 'strict',
  });
  const control = transaction.objectStore('control');
  const done = (await control.get(saying.record.id))?.ack?.said;
  if (done) return done;
  const meta = (await transaction.objectStore('meta').get('meta')) ?? newMeta('');
  const purposes = saying.purposes ?? latest(await transaction.objectStore('configs').getAll())?.purposes ?? [];
  const spoken = spokenRow(saying, { consent: meta.consent, purposes });
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
