import type { Event } from '../engine/index.js';
import { isAnyIn } from '../engine/purpose.js';
import type { ControlRecord, ErasureRecord, Segment } from './format.js';
import type { StoreDatabase } from './open.js';
import { shownDecision } from './shown-decision.js';
import { metaIn, whole, writing } from './transaction.js';

/** The rows of a segment that stay and those that go. */
export function splitRows(
  segment: Segment,
  ids: ReadonlySet<string>,
): { readonly left: readonly Event[]; readonly gone: readonly Event[] } {
  return { left: segment.rows.filter(({ id }) => !ids.has(id)), gone: segment.rows.filter(({ id }) => ids.has(id)) };
}

/** What is written together with a removal. */
export interface Removal {
  /** Keeps the rows from coming back. */
  readonly erasure?: ErasureRecord;
  /** The command that asked for it, and who carries it out: page and reader may both try, one does. */
  readonly command?: { readonly record: ControlRecord; readonly by: 'page' | 'extension'; readonly at: number };
}

/**
 * Removes rows by id: forgetting one row of a segment rewrites the segment.
 *
 * All in one transaction, so an interrupted one has done nothing. Returns how many rows were there; for a command that
 * somebody else has carried out meanwhile, how many those were.
 */
export async function removeRows(
  database: StoreDatabase,
  ids: ReadonlySet<string>,
  { erasure, command }: Removal = {},
): Promise<number> {
  const transaction = writing(database, ['meta', 'events', 'erasures', 'ledger', 'control'], 'strict');
  return whole(transaction, async () => {
    const control = transaction.objectStore('control');
    const done = command && (await control.get(command.record.id))?.ack;
    if (done) return done.removed;
    const events = transaction.objectStore('events');
    const gone: Event[] = [];
    const meta = await metaIn(transaction);
    // First of all, so that nothing that is cut short can bring back what was forgotten. Where nothing is agreed to nothing can.
    if (erasure && isAnyIn(meta.consent)) await transaction.objectStore('erasures').put(erasure);
    for (let cursor = await events.openCursor(); cursor; cursor = await cursor.continue()) {
      const parts = splitRows(cursor.value, ids);
      if (parts.gone.length === 0) continue;
      gone.push(...parts.gone);
      if (parts.left.length === 0) await cursor.delete();
      else await cursor.update({ ...cursor.value, rows: parts.left });
    }
    for (const row of gone) {
      const decision = shownDecision(row);
      if (decision !== undefined) await transaction.objectStore('ledger').delete(decision);
    }
    await transaction.objectStore('meta').put({ ...meta, revision: meta.revision + 1 });
    if (command) {
      const { record, by, at } = command;
      await control.put({ ...record, ack: { at, removed: gone.length, by } });
    }
    return gone.length;
  });
}
