import type { Event } from '../engine/index.js';
import type { ErasureRecord, MetaRecord, Segment } from './format.js';
import { isEvent, isSegment } from './guards.js';
import { readableOf, segmentOf } from './may-keep.js';
import type { StoreDatabase } from './open.js';
import { shownDecision } from './shown-decision.js';
import { asked, metaIn, whole, writing } from './transaction.js';

/** What is held when rows from elsewhere are taken in, as the transaction sees it. */
export interface Held {
  readonly meta: MetaRecord;
  readonly events: readonly Event[];
  readonly erasures: readonly ErasureRecord[];
}

/** What a merge writes. */
export interface Merge {
  /** New rows, and those that stand in for what is held under their id. */
  readonly rows: readonly Event[];
  /** Ids of rows that go. */
  readonly removed: ReadonlySet<string>;
  /** All erasures there are from now on. */
  readonly erasures: readonly ErasureRecord[];
}

/** Says what is to be written, of what is held. */
export type PlanMerge = (held: Held) => Merge;

/** What becomes of the segments that a merge touches: those to write and the ids of those to delete. */
export function mergedSegments(
  segments: readonly Segment[],
  { rows, removed }: Pick<Merge, 'rows' | 'removed'>,
  epoch: number,
): { readonly written: readonly Segment[]; readonly emptied: readonly string[] } {
  const coming = new Map(rows.map((row) => [row.id, row]));
  const written: Segment[] = [];
  const emptied: string[] = [];
  const taken = new Map(segments.map((segment) => [segment.id, segment]));
  for (const segment of segments) {
    if (!segment.rows.some(({ id }) => removed.has(id) || coming.has(id))) continue;
    const left = segment.rows.filter(({ id }) => !removed.has(id)).map((row) => coming.get(row.id) ?? row);
    for (const { id } of left) coming.delete(id);
    const changed = { ...segment, rows: left };
    taken.set(segment.id, changed);
    if (left.length === 0) emptied.push(segment.id);
    else written.push(changed);
  }
  for (const row of coming.values()) {
    // A run that has lost its first row keeps its name: whoever comes under that name again joins it.
    const run = taken.get(row.id);
    written.push(run && run.rows.length > 0 ? { ...run, rows: [row, ...run.rows] } : segmentOf(row, epoch));
  }
  const names = new Set(written.map(({ id }) => id));
  return { written, emptied: emptied.filter((id) => !names.has(id)) };
}

/**
 * Takes in rows and erasures from elsewhere, as `plan` says of what is held: all of it in one transaction, or none.
 *
 * Rejects with what `plan` throws; nothing has changed then.
 */
export async function mergeRows(database: StoreDatabase, plan: PlanMerge): Promise<void> {
  const transaction = writing(database, ['meta', 'events', 'erasures', 'ledger'], 'strict');
  await whole(transaction, async () => {
    const [meta, found, erasures] = await Promise.all([
      metaIn(transaction),
      asked(() => transaction.objectStore('events').getAll()),
      asked(() => transaction.objectStore('erasures').getAll()),
    ]);
    const segments = found.filter(isSegment).flatMap((segment) => readableOf(segment, meta) ?? []);
    const held = segments.flatMap(({ rows }) => rows.filter(isEvent));
    const merge = plan({ meta, events: held, erasures });
    const { written, emptied } = mergedSegments(segments, merge, meta.epoch);
    const gone = held.filter(({ id }) => merge.removed.has(id)).flatMap((row) => shownDecision(row) ?? []);
    await Promise.all([
      ...merge.erasures.map((erasure) => asked(() => transaction.objectStore('erasures').put(erasure))),
      ...emptied.map((id) => asked(() => transaction.objectStore('events').delete(id))),
      ...written.map((segment) => asked(() => transaction.objectStore('events').put(segment))),
      ...gone.map((id) => asked(() => transaction.objectStore('ledger').delete(id))),
    ]);
    await transaction.objectStore('meta').put({ ...meta, revision: meta.revision + 1 });
  });
}
