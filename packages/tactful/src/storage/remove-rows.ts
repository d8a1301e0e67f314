import type { Event } from '../engine/index.js';
import type { ErasureRecord, Segment } from './format.js';
import type { StoreDatabase } from './open.js';

function split(
  segment: Segment,
  ids: ReadonlySet<string>,
): { readonly left: readonly Event[]; readonly gone: readonly Event[] } {
  return { left: segment.rows.filter(({ id }) => !ids.has(id)), gone: segment.rows.filter(({ id }) => ids.has(id)) };
}

function decisionOf(row: Event): string | undefined {
  const id = row.name === 'offer_shown' ? row.params['decision_id'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/**
 * Removes rows by id: forgetting one row of a segment rewrites the segment.
 *
 * The erasure is written in the same transaction, so an interrupted one has done nothing. Returns
 * how many rows were there.
 */
export async function removeRows(
  database: StoreDatabase,
  ids: ReadonlySet<string>,
  erasure?: ErasureRecord,
): Promise<number> {
  const transaction = database.transaction(['meta', 'events', 'erasures', 'ledger'], 'readwrite', {
    durability: 'strict',
  });
  const events = transaction.objectStore('events');
  const gone: Event[] = [];
  if (erasure) await transaction.objectStore('erasures').put(erasure);
  for (let cursor = await events.openCursor(); cursor; cursor = await cursor.continue()) {
    const parts = split(cursor.value, ids);
    if (parts.gone.length === 0) continue;
    gone.push(...parts.gone);
    if (parts.left.length === 0) await cursor.delete();
    else await cursor.update({ ...cursor.value, rows: parts.left });
  }
  for (const row of gone) {
    const decision = decisionOf(row);
    if (decision !== undefined) await transaction.objectStore('ledger').delete(decision);
  }
  const meta = await transaction.objectStore('meta').get('meta');
  if (meta) await transaction.objectStore('meta').put({ ...meta, revision: meta.revision + 1 });
  await transaction.done;
  return gone.length;
}
