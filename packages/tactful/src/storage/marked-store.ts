import { fingerprint } from '../engine/hash.js';
import { isAnyIn, refusalsIn } from '../engine/purpose.js';
import { STORE_NAMES, type MetaRecord, type Segment } from './format.js';
import { isMeta } from './is-meta.js';
import { lineageAfter } from './lineage.js';
import type { StoreDatabase } from './open.js';
import { within } from './store-exists.js';
import { isBehind, markedFrom, readMark, writeMark, type Marked, type Marking } from './store-mark.js';
import { newMeta, type Store } from './store.js';
import { rawMeta, whole, writing } from './transaction.js';

const META_DEADLINE_MS = 1000;

/** What is marked last stays where it is of a later moment: another tab was quicker. */
const atLeast =
  (marked: Marked): Marking =>
  (known) =>
    known && isBehind(marked, known) ? undefined : marked;

/** Marks what a store has come to. Where nothing was ever agreed to there is nothing that could come back: no file is made. */
export async function markStore(scope: string, meta: MetaRecord): Promise<void> {
  const create = isAnyIn(meta.consent) || meta.epoch > newMeta('').epoch;
  await writeMark(scope, { create }, atLeast(markedFrom(meta)));
}

/** Marks a store that is ahead of its mark: of a version that marked nothing, or cut short before it did. */
export async function markAhead(scope: string, meta: MetaRecord): Promise<void> {
  const marked = markedFrom(meta);
  await writeMark(scope, { create: true }, (known) => (known && !isBehind(known, marked) ? undefined : marked));
}

/** What stays when the database goes: from which epoch on a new one counts, so that the old one is nothing if it comes back. */
const afterAll =
  (meta: MetaRecord | undefined): Marking =>
  (known) => ({
    epoch: Math.max(meta?.epoch ?? 0, known?.epoch ?? 0) + 1,
    revision: 0,
    out: [],
    ...lineageAfter(meta ?? known ?? {}),
  });

/** Says nothing of the row itself: a part of a fingerprint of an id that was drawn by chance. */
const traceOf = (id: string): string => fingerprint(id).slice(0, 8);

const NOTE_EVERY_MS = 500;
const MOST_TRIES = 3;

/** Marks the newest row that is known to be kept, one mark at a time. What is noted meanwhile waits for the next. */
function newNotes(scope: string): Store['noteNewest'] {
  let waiting: Parameters<Store['noteNewest']> | undefined;
  let busy = false;
  let tries = 0;
  const write = async (): Promise<void> => {
    busy = true;
    while (waiting) {
      const noting = waiting;
      const [id, { epoch, revision }] = noting;
      const newest = traceOf(id);
      waiting = undefined;
      // Chosen, forgotten or erased since: the row may be gone with it.
      const written = await writeMark(scope, { create: false, lightly: true }, (known) =>
        known?.epoch === epoch && known.revision === revision && known.newest !== newest
          ? { ...known, newest }
          : undefined,
      );
      tries = written ? 0 : tries + 1;
      // Another tab may hold the file, and this row may be the last one there is.
      if (tries > 0 && tries < MOST_TRIES) waiting ??= noting;
      await new Promise((resolve) => setTimeout(resolve, NOTE_EVERY_MS));
    }
    busy = false;
  };
  return (id, meta) => {
    waiting = [id, meta];
    tries = 0;
    if (!busy) void write();
    return Promise.resolve();
  };
}

const holds = (segments: readonly Segment[], newest: string): boolean =>
  segments.some(({ rows }) => rows.some(({ id }) => traceOf(id) === newest));

/** What is marked of a store, and who hears that not all of it is there. */
export interface MarkedHow {
  readonly scope: string;
  readonly newest: string | undefined;
  readonly trouble: (why: string) => void;
}

/**
 * A store on disk of which a mark outside tells what it has come to.
 *
 * What makes less known, and every choice, is done first, then marked, then said to be done: so a mark is never ahead of
 * its store, unless the store was turned back. Only a deletion is marked before it: what it leaves is nothing either way.
 */
export function markedStore(store: Store, { scope, newest, trouble }: MarkedHow): Store {
  const mark = async (): Promise<void> => markStore(scope, await store.readMeta());
  let expected = newest;
  /** Whether nobody chose, forgot or erased anything while this store was opened, nor was cut short doing so. */
  const isMarked = async (trace: string): Promise<boolean> => {
    const [{ epoch, revision }, now] = await Promise.all([store.readMeta(), readMark(scope)]);
    return now?.last?.newest === trace && now.last.epoch === epoch && now.last.revision === revision;
  };
  return {
    ...store,
    readSegments: async (known) => {
      const read = await store.readSegments(known);
      if (expected === undefined || known.size > 0) return read;
      const trace = expected;
      expected = undefined;
      if (!holds(read.added, trace) && (await isMarked(trace))) trouble('data loss: the newest rows');
      return read;
    },
    noteNewest: newNotes(scope),
    changeConsent: async (change) => {
      const meta = await store.changeConsent(change);
      await markStore(scope, meta);
      return meta;
    },
    removeRows: async (ids, removal) => {
      const removed = await store.removeRows(ids, removal);
      if (removal?.erasure || removed > 0) await mark();
      return removed;
    },
    merge: async (plan) => {
      await store.merge(plan);
      await mark();
    },
    empty: async (remainder) => {
      const removed = await store.empty(remainder);
      await mark();
      return removed;
    },
    destroy: async (how) => {
      const meta = await within(store.readMeta(), META_DEADLINE_MS).catch(() => undefined);
      // Not before it is certain: a store that stays would be behind its mark.
      return store.destroy({ ...how, about: () => writeMark(scope, { create: true }, afterAll(meta)) });
    },
  };
}

/** `meta` of a store that begins above a mark: no row of before is of its epoch, what was refused is, and nothing is agreed to. */
function metaAbove(marked: Marked, { known, salt }: { readonly known: unknown; readonly salt: string }): MetaRecord {
  const before = isMeta(known) ? known : newMeta(salt);
  return {
    ...newMeta(before.salt),
    epoch: Math.max(marked.epoch, before.epoch) + 1,
    revision: Math.max(marked.revision, before.revision) + 1,
    ...lineageAfter(marked),
    consent: { ...refusalsIn(before.consent), ...Object.fromEntries(marked.out.map((id) => [id, 'out'] as const)) },
  };
}

/**
 * Holds a database against its mark. One that is behind it was turned back, or made anew: all it holds is nothing, nothing
 * is agreed to, and its epoch is above every one there was. Resolves to whether something was there that went.
 */
export async function obeyMark(
  database: StoreDatabase,
  { marked, salt }: { readonly marked: Marked; readonly salt: string },
): Promise<boolean> {
  const isSound = (meta: unknown): boolean => isMeta(meta) && !isBehind(meta, marked);
  if (isSound(await rawMeta(database))) return false;
  const transaction = writing(database, STORE_NAMES, 'strict');
  return whole(transaction, async () => {
    const known: unknown = await transaction.objectStore('meta').get('meta');
    // Another tab came first.
    if (isSound(known)) return false;
    for (const name of STORE_NAMES) await transaction.objectStore(name).clear();
    await transaction.objectStore('meta').put(metaAbove(marked, { known, salt }));
    return isMeta(known);
  });
}
