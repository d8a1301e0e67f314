import type { Event } from '../engine/index.js';
import { newReplica } from './append.js';
import {
  databaseName,
  STORE_NAMES,
  type ConfigRecord,
  type DecisionRecord,
  type LedgerRecord,
  type MetaRecord,
  type Segment,
} from './format.js';
import { destroyStore } from './destroy-store.js';
import { emptyStore } from './empty-store.js';
import { keepsALog } from './keeps-a-log.js';
import { isControlRecord, isDecisionRecord, isEvent, isLedgerRecord, isSegment } from './guards.js';
import { isMeta } from './is-meta.js';
import { markSaid, saidIn } from './mark-said.js';
import { mayAcknowledge, mayKeep, metaAfter, readableOf, resultOf, rowsToKeep, segmentOf } from './may-keep.js';
import { DECISIONS_KEPT, pastExposures, pastLimit } from './past-limit.js';
import type { StoreDatabase, StoreSchema } from './open.js';
import { mergeRows } from './merge-rows.js';
import { overwrite } from './overwrite.js';
import { removeRows } from './remove-rows.js';
import { isSaid } from './said-mark.js';
import { sayOnce } from './say-once.js';
import { mergeFiles } from './scrub.js';
import type { Disk } from './steady-store.js';
import {
  KEPT_CONFIGS,
  newMeta,
  type ConsentChange,
  type Reservation,
  type ReservationResult,
  type Store,
} from './store.js';
import { abandon, asked, metaIn, rawMeta, readAtOnce, whole, writing } from './transaction.js';

type Name = (typeof STORE_NAMES)[number];

/** So many rows are read in one transaction: whoever writes meanwhile waits for no more than these. */
const PIECE = 4000;

async function readStore<Of extends Name>(
  database: StoreDatabase,
  name: Of,
): Promise<readonly StoreSchema[Of]['value'][]> {
  return readAtOnce(database, [name], (transaction) => transaction.objectStore(name).getAll());
}

/** What there is without a readable `meta` belongs to nobody who agreed: it goes. */
async function makeMeta(database: StoreDatabase, salt: string): Promise<MetaRecord> {
  const transaction = writing(database, STORE_NAMES);
  return whole(transaction, async () => {
    const metas = transaction.objectStore('meta');
    const known: unknown = await metas.get('meta');
    const meta = isMeta(known) ? known : newMeta(salt);
    if (meta !== known) {
      for (const name of STORE_NAMES) await transaction.objectStore(name).clear();
      await metas.put(meta);
    }
    return meta;
  });
}

async function readMeta(database: StoreDatabase, salt: string): Promise<MetaRecord> {
  const known = await rawMeta(database);
  return isMeta(known) ? known : makeMeta(database, salt);
}

/** Whoever finds what is nothing deletes it. */
async function removeStale(database: StoreDatabase, stale: readonly string[]): Promise<void> {
  const transaction = writing(database, ['meta', 'events']);
  return whole(transaction, async () => {
    const meta = await metaIn(transaction);
    const events = transaction.objectStore('events');
    for (const id of stale) {
      const segment = await events.get(id);
      const readable = segment && readableOf(segment, meta);
      if (segment && !readable) await events.delete(id);
      if (readable && readable !== segment) await events.put(readable);
    }
  });
}

/** Some of the keys that are there, in their order: those that are not known, and whether they are most of what lies between. */
interface Piece {
  readonly missing: readonly string[];
  readonly isDense: boolean;
}

function piecesOf(keys: readonly string[], known: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let from = 0; from < keys.length; from += PIECE) {
    const piece = keys.slice(from, from + PIECE);
    const missing = piece.filter((key) => !known.has(key));
    if (missing.length > 0) pieces.push({ missing, isDense: missing.length > piece.length / 8 });
  }
  return pieces;
}

/** The segments of a piece, and `meta` as it is then. */
async function readPiece(
  database: StoreDatabase,
  { missing, isDense }: Piece,
): Promise<{ readonly meta: MetaRecord; readonly found: readonly unknown[] }> {
  return readAtOnce(database, ['meta', 'events'], async (transaction) => {
    const events = transaction.objectStore('events');
    // One getAll is faster than many gets, except where only a few rows are new.
    const found = isDense
      ? asked(() => events.getAll(IDBKeyRange.bound(missing[0], missing.at(-1))))
      : Promise.all(missing.map((key) => asked(() => events.get(key))));
    const [meta, all] = await Promise.all([metaIn(transaction), found]);
    return { meta, found: all };
  });
}

async function readSegments(database: StoreDatabase, known: ReadonlySet<string>): ReturnType<Store['readSegments']> {
  const there = await readAtOnce(database, ['meta', 'events'], async (transaction) => {
    const [first, mark, all] = await Promise.all([
      metaIn(transaction),
      asked(() => transaction.objectStore('meta').get('said')),
      asked(() => transaction.objectStore('events').getAllKeys()),
    ]);
    return { first, said: saidIn(mark), all };
  });
  const { said, all } = there;
  const keys = new Set(all);
  // As it is when the last of them is read: what was withdrawn since the first is withdrawn.
  let meta = there.first;
  const unread: Segment[] = [];
  for (const piece of piecesOf(all, known)) {
    const read = await readPiece(database, piece);
    meta = read.meta;
    for (const segment of read.found)
      if (isSegment(segment) && keys.has(segment.id) && !known.has(segment.id)) unread.push(segment);
  }
  // Something was removed since: what is gone must not be told.
  if (meta.revision !== there.first.revision) return readSegments(database, known);
  const added: Segment[] = [];
  const stale: string[] = [];
  for (const segment of unread) {
    const readable = readableOf(segment, meta);
    if (readable !== segment) stale.push(segment.id);
    if (readable) added.push({ ...readable, rows: readable.rows.filter(isEvent) });
    else keys.delete(segment.id);
  }
  if (stale.length > 0) await removeStale(database, stale);
  return { added, keys, said };
}

async function appendRows(database: StoreDatabase, rows: readonly Event[], epoch: number): Promise<number> {
  // As the pen writes them; a page that has lost it writes here.
  const transaction = writing(database, ['meta', 'events', 'erasures'], rows.some(isSaid) ? 'strict' : undefined);
  return whole(transaction, async () => {
    const meta = await metaIn(transaction);
    const erasures = await transaction.objectStore('erasures').getAll();
    const kept = rowsToKeep(rows, { meta, epoch, erasures });
    const events = transaction.objectStore('events');
    await Promise.all(kept.map((row) => asked(() => events.put(segmentOf(row, epoch)))));
    if (kept.some(isSaid)) await markSaid(transaction, newReplica());
    return kept.length;
  });
}

async function changeConsent(database: StoreDatabase, change: ConsentChange, salt: string): Promise<MetaRecord> {
  const transaction = writing(database, STORE_NAMES, 'strict');
  return whole(transaction, async () => {
    const known = await metaIn(transaction, salt);
    const { meta, purge } = metaAfter(known, change);
    await transaction.objectStore('meta').put(meta);
    for (const name of STORE_NAMES) if (purge && name !== 'meta') await transaction.objectStore(name).clear();
    return meta;
  });
}

async function reserve(database: StoreDatabase, reservation: Reservation): Promise<ReservationResult> {
  const transaction = writing(database, ['meta', 'ledger']);
  return whole(transaction, async () => {
    const [meta, mark, all] = await Promise.all([
      metaIn(transaction),
      asked(() => transaction.objectStore('meta').get('said')),
      asked(() => transaction.objectStore('ledger').getAll()),
    ]);
    const { record } = reservation;
    const result = resultOf(reservation, { meta, said: saidIn(mark), ledger: all.filter(isLedgerRecord) });
    if (result.reserved && mayKeep(meta, record.epoch)) await transaction.objectStore('ledger').put(record);
    return result;
  });
}

async function expireLedger(database: StoreDatabase, at: number): Promise<readonly LedgerRecord[]> {
  const transaction = writing(database, ['meta', 'ledger']);
  return whole(transaction, async () => {
    const ledger = transaction.objectStore('ledger');
    const all = (await ledger.getAll()).filter(isLedgerRecord);
    const past = new Set(pastExposures(all, at));
    for (const { id } of past) await ledger.delete(id);
    return all.filter((record) => !past.has(record));
  });
}

type Writing = ReturnType<typeof writingRecords>;

function writingRecords(database: StoreDatabase) {
  return writing(database, ['meta', 'decisions', 'configs', 'control']);
}

/** Writes a record where the state of the store, as this transaction sees it, allows that. */
async function put(
  database: StoreDatabase,
  record: { readonly may: (meta: MetaRecord) => boolean; readonly write: (transaction: Writing) => Promise<unknown> },
): Promise<void> {
  const transaction = writingRecords(database);
  return whole(transaction, async () => {
    if (record.may(await metaIn(transaction))) await record.write(transaction);
  });
}

async function saveConfig(transaction: Writing, record: ConfigRecord): Promise<void> {
  const configs = transaction.objectStore('configs');
  await configs.put(record);
  for (const { hash } of pastLimit(await configs.getAll(), { most: KEPT_CONFIGS })) await configs.delete(hash);
}

async function readDecisions(database: StoreDatabase): Promise<readonly DecisionRecord[]> {
  const [{ epoch }, found] = await readAtOnce(database, ['meta', 'decisions'], (transaction) =>
    Promise.all([metaIn(transaction), asked(() => transaction.objectStore('decisions').getAll())]),
  );
  const all = found.filter(isDecisionRecord);
  const past = new Set(pastLimit(all, DECISIONS_KEPT).map(({ id }) => id));
  if (past.size > 0) {
    const removal = writingRecords(database);
    await whole(removal, async () => {
      for (const id of past) await removal.objectStore('decisions').delete(id);
    });
  }
  return all.filter((record) => record.epoch === epoch && !past.has(record.id));
}

async function settle(database: StoreDatabase, decisionId: string, state: LedgerRecord['state']): Promise<void> {
  const transaction = writing(database, ['meta', 'ledger']);
  return whole(transaction, async () => {
    const meta = await metaIn(transaction);
    const known = await transaction.objectStore('ledger').get(decisionId);
    if (known && known.state !== state && mayKeep(meta, known.epoch))
      await transaction.objectStore('ledger').put({ ...known, state });
  });
}

/** The actions of a store over one connection. */
export function diskStore(
  database: StoreDatabase,
  { scope, salt }: { readonly scope: string; readonly salt: string },
): Disk {
  let believed = newMeta('').epoch;
  const follow = (meta: MetaRecord): MetaRecord => {
    believed = meta.epoch;
    return meta;
  };
  const store: Store = {
    mode: 'persistent',
    readMeta: async () => follow(await readMeta(database, salt)),
    readSegments: (known) => readSegments(database, known),
    appendRows: (rows, epoch) => appendRows(database, rows, epoch),
    noteNewest: () => Promise.resolve(),
    changeConsent: async (change) => follow(await changeConsent(database, change, salt)),
    reserve: (reservation) => reserve(database, reservation),
    settle: (decisionId, state) => settle(database, decisionId, state),
    readLedger: async () => (await readStore(database, 'ledger')).filter(isLedgerRecord),
    expireLedger: (at) => expireLedger(database, at),
    saveDecision: (record) =>
      put(database, {
        may: (meta) => mayKeep(meta, record.epoch),
        write: (transaction) => transaction.objectStore('decisions').put(record),
      }),
    readDecisions: () => readDecisions(database),
    saveConfig: (record) =>
      put(database, {
        may: (meta) => mayKeep(meta, believed),
        write: (transaction) => saveConfig(transaction, record),
      }),
    readErasures: () => readStore(database, 'erasures'),
    readControl: async () => (await readStore(database, 'control')).filter(isControlRecord),
    acknowledge: (record) =>
      put(database, {
        may: (meta) => mayAcknowledge(meta, believed, record),
        write: (transaction) => transaction.objectStore('control').put(record),
      }),
    removeRows: (ids, removal) => removeRows(database, ids, removal),
    say: (saying) => sayOnce(database, saying),
    merge: (plan) => mergeRows(database, plan),
    empty: async (remainder) => {
      const removed = await emptyStore(database, remainder);
      follow(await readMeta(database, salt));
      return removed;
    },
    scrub: () => mergeFiles(database),
    destroy: (how) => destroyStore(database, { ...how, name: databaseName(scope) }),
    close: () => {
      database.close();
    },
  };
  return {
    store,
    abandon: () => {
      abandon(database);
    },
    // Behind a torn record such a browser takes what is written and loses it at its next start.
    heal: (durability) => (keepsALog() ? overwrite(database, durability) : Promise.resolve()),
  };
}
