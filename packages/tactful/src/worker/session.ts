import { ENGINE_VERSION, expiredIds, growingFold, RETENTION, type Folded, type GrowingFold } from '../engine/index.js';
import type { Opportunity } from '../engine/decide-input.js';
import { NO_SIGNALS, type Signals } from '../engine/moment-signal.js';
import { isAnyIn } from '../engine/purpose.js';
import {
  databaseName,
  newMeta,
  newReplica,
  openMemoryStore,
  openPersistentStore,
  type DecisionRecord,
  type LedgerRecord,
  type MetaRecord,
  type Store,
} from '../storage/index.js';
import { pastExposures } from '../storage/past-limit.js';
import { isGone } from '../storage/open.js';
import { storageErrorOf } from '../storage/steady-store.js';
import { storeExists, within } from '../storage/store-exists.js';
import { Failure } from './failure.js';
import { fetchCatalog } from './fetch-catalog.js';
import type * as laterModule from './later.js';
import type { Started, StartRequest } from './protocol.js';
import type { Given } from './read-given.js';
import { newRows, type Rows } from './rows.js';

/** What the second file of the worker brings. */
export type Later = typeof laterModule;

/** Fetches the second file, where it is not at hand; may reject. */
export type LoadLater = (address: string | undefined) => Promise<Later>;

/** Opens the store on disk: {@link openPersistentStore}, or another door to it. */
export type OpenDisk = typeof openPersistentStore;

/** What a host is given by whoever runs it. */
export interface HostMeans {
  readonly load: LoadLater;
  readonly openDisk: OpenDisk;
  /** Whether a scope has a store on disk. */
  readonly isThere: (scope: string) => Promise<boolean>;
  /** Told when the store went, or was given up for memory: whoever believes what it said must look again. */
  readonly gone: () => void;
}

/** The disk of the browser. */
export const BROWSER_DISK: Omit<HostMeans, 'load'> = {
  openDisk: openPersistentStore,
  isThere: (scope) => storeExists(databaseName(scope)),
  gone: () => undefined,
};

/** One running worker: what it was told at the start and what it has read since. Mutable by its own calls only. */
export interface Session {
  readonly request: StartRequest;
  readonly means: HostMeans;
  /** The second file and what it read; neither is there where it did not come. */
  readonly later: Later | undefined;
  readonly given: Given | undefined;
  readonly rows: Rows;
  /** Decisions of this page, so that they can be explained without a store. */
  readonly decisions: Map<string, DecisionRecord>;
  store: Store | undefined;
  storageTrouble: string | undefined;
  /** Whether memory is used beside a disk that refused. */
  beside: boolean;
  /** Rows that came since old ones were looked for. */
  sinceExpiry: number;
  /** What the browser lost of what was kept, where it was noticed. */
  loss: Started['loss'];
  meta: MetaRecord;
  ledger: readonly LedgerRecord[];
  /** What was worth saying at the last chances; not read yet where it is undefined. */
  opportunities: readonly Opportunity[] | undefined;
  /** What the page said of the moment: in memory only. */
  signals: Signals;
  /** Whether somebody else may have written since the last look. */
  dirty: boolean;
  /** What has been folded, how many rows that is, and of which generation of rows. */
  folded: { readonly generation: number; readonly rows: number; readonly fold: GrowingFold } | undefined;
}

/** Lets go of everything that was read: it was erased, withdrawn, or the store it came from is gone. */
export function letGo(session: Session): void {
  session.rows.clear();
  session.decisions.clear();
  session.ledger = [];
  session.signals = NO_SIGNALS;
  session.opportunities = undefined;
  session.folded = undefined;
}

const DATA_LOSS = /^data loss/;

/** A loss is behind us. Any other trouble is the state of things: whoever asked was refused and knows no more than that. */
function noteTrouble(session: Session, why: string): void {
  if (DATA_LOSS.test(why)) {
    session.loss = { name: why, at: session.request.now.at };
    return;
  }
  session.storageTrouble = why;
  session.means.gone();
}

async function openDiskFor(session: Session, how: { readonly salt: string; readonly stored: boolean }): Promise<Store> {
  const mine: { store?: Store } = {};
  const store = await session.means.openDisk(session.request.scope, {
    ...how,
    // Another tab deleted the store, or the browser took it: what it held must not be used any more.
    closed: () => {
      // Another one is in use, as when this one goes while it is opened.
      if (session.store && session.store !== mine.store) return;
      session.store = undefined;
      session.meta = newMeta('');
      letGo(session);
      session.means.gone();
    },
    trouble: (why) => {
      noteTrouble(session, why);
    },
  });
  mine.store = store;
  try {
    session.meta = await store.readMeta();
    // Whoever made it may have written to it, and nothing of that was read yet.
    session.dirty = true;
    session.storageTrouble = undefined;
    session.beside = false;
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/**
 * Opens the disk where it was asked for, else memory; says why when the disk refused.
 *
 * `stored`: a store was seen there. Rejects where it was deleted since: who starts then is as new as anybody.
 */
export async function openStoreFor(session: Session, stored = false): Promise<Store> {
  if (session.store) return session.store;
  const salt = newReplica();
  try {
    if (session.request.storage === 'persistent') return (session.store = await openDiskFor(session, { salt, stored }));
  } catch (error) {
    if (isGone(error)) throw error;
    // A newer library's store must not be written; anything else is a refusal of the browser.
    session.storageTrouble = storageErrorOf(error);
  }
  session.beside = session.request.storage === 'persistent';
  session.store = openMemoryStore(salt);
  session.meta = await session.store.readMeta();
  return session.store;
}

/**
 * Opens a store on disk that this session does not use: another tab has made it since, or it could not be opened.
 *
 * `must`: what takes something back has to reach it. Rejects then with the disk's refusal.
 */
export async function findStore(session: Session, must = false): Promise<void> {
  const { store, request, means } = session;
  if (request.storage === 'memory' || (store && !session.beside)) return;
  const isThere = await means.isThere(request.scope).catch((error: unknown) => {
    // What has no storage holds nothing; of what does not answer nobody knows.
    if (must && storageErrorOf(error) === 'TimeoutError') throw error;
    return false;
  });
  if (!isThere) return;
  try {
    session.store = await openDiskFor(session, { salt: newReplica(), stored: true });
    letGo(session);
    store?.close();
  } catch (error) {
    if (must && !isGone(error)) throw error;
  }
}

/** A file that hangs must not hold up an erasure. */
const LATER_DEADLINE_MS = 5000;

const NOT_COME = 'worker-later.js: did not come';

/** What a shop gave. Throws where the file that reads it did not come: to who asks, that is a worker that is gone. */
export function givenOf({ given }: Session): Given {
  if (!given) throw new Failure('WORKER_LOST', NOT_COME);
  return given;
}

/** The second file. Throws where it did not come. */
export function laterOf({ later }: Session): Later {
  if (!later) throw new Failure('WORKER_LOST', NOT_COME);
  return later;
}

/** Begins a session: loads the catalogue and the file that reads it, opens a store that is already there. Writes nothing. */
export async function beginSession(sent: StartRequest, means: HostMeans): Promise<Session> {
  const [later, fetched] = await Promise.all([
    within(means.load(sent.later), LATER_DEADLINE_MS).catch(() => undefined),
    fetchCatalog(sent),
  ]);
  const session: Session = {
    request: sent,
    means,
    later,
    given: later?.readGiven(sent, fetched),
    rows: newRows(),
    decisions: new Map(),
    store: undefined,
    storageTrouble: undefined,
    beside: false,
    sinceExpiry: 0,
    loss: undefined,
    meta: newMeta(''),
    ledger: [],
    signals: NO_SIGNALS,
    opportunities: undefined,
    dirty: true,
    folded: undefined,
  };
  if (sent.stored || sent.storage === 'memory') {
    await openStoreFor(session, sent.stored).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  }
  return session;
}

/** Keeps the running configuration beside the log, so that a reader at rest can fold and replay. */
export async function saveConfig(session: Session): Promise<void> {
  const { store, given, request } = session;
  if (!store || !isAnyIn(session.meta.consent) || given?.loaded.state !== 'ready') return;
  const { config: hash, policy, model, loaded } = given;
  const { now, purposes } = request;
  const { catalog } = loaded;
  await store.saveConfig({ hash, engineVersion: ENGINE_VERSION, at: now.at, catalog, policy, model, purposes });
}

/** Has the newest row noted, so that its loss is noticed. */
export async function noteNewest({ store, rows, meta }: Session): Promise<void> {
  const newest = rows.all().at(-1);
  if (newest) await store?.noteNewest(newest.id, meta);
}

/** Retention is forgetting: rows and exposures past their limit are deleted, without a trace. */
export async function expireRows(session: Session, at: number): Promise<void> {
  session.sinceExpiry = 0;
  if (session.store && pastExposures(session.ledger, at).length > 0)
    session.ledger = await session.store.expireLedger(at);
  const expired = expiredIds(session.rows.all(), at);
  if (expired.length === 0 || !session.store) return;
  await session.store.removeRows(new Set(expired));
  await session.rows.drain(session.store);
}

/** So many chances are looked back at (science 7.6). */
const LOOKED_BACK = 64;

/** Remembers that there was a chance, and what the best was worth; read from what was decided before where it is not known. */
export async function noteOpportunities(session: Session, made: readonly DecisionRecord[] = []): Promise<void> {
  const earlier = session.opportunities;
  const records = earlier ? made : ((await session.store?.readDecisions()) ?? []);
  const found = records.flatMap(({ trace: { best, decision } }) =>
    best === undefined || decision.direction !== 'inbound' ? [] : [{ at: decision.at, utility: best }],
  );
  session.opportunities = [...(earlier ?? []), ...found].sort((a, b) => a.at - b.at).slice(-LOOKED_BACK);
}

/**
 * Reads what is new where somebody else may have written.
 *
 * `meta` is read before every answer: a withdrawal or an erasure of another tab counts from its end, not from when the bell
 * is heard.
 */
export async function catchUp(session: Session): Promise<void> {
  const { store, rows } = session;
  if (!store) return;
  const meta = await store.readMeta();
  // It went while it was read.
  if (session.store !== store) return;
  if (!session.dirty && meta.revision === session.meta.revision && meta.epoch === session.meta.epoch) return;
  if (meta.epoch !== session.meta.epoch) letGo(session);
  session.meta = meta;
  session.dirty = true;
  await rows.drain(store);
  if (session.store !== store) return;
  await noteNewest(session);
  const ledger = await store.readLedger();
  if (session.store !== store) return;
  session.ledger = ledger;
  session.dirty = false;
  // What it refused when it began is over. Where it is given up, memory is read.
  if (store.mode === 'persistent') session.storageTrouble = undefined;
}

/**
 * Hears that somebody wrote. What was chosen, removed or erased counts at once; rows are read when somebody asks: of twenty
 * tabs that write, each would read what all of them do.
 */
export async function heed(session: Session): Promise<void> {
  const { store, meta: known } = session;
  if (!store) return;
  session.dirty = true;
  const { revision, epoch } = await store.readMeta();
  if (revision !== known.revision || epoch !== known.epoch) await catchUp(session);
}

/** Reads what another tab may have written a moment ago, without waiting for its bell. */
export async function lookAgain(session: Session): Promise<void> {
  session.dirty = true;
  await catchUp(session);
}

function newFold(session: Session): GrowingFold {
  const { compiled: catalog, model, policy } = givenOf(session);
  const { purposes } = session.request;
  return growingFold({ catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays, purposes });
}

/** The fold of the rows: grown by those that came, made anew when one went. */
export function foldOf(session: Session): Folded {
  const generation = session.rows.generation();
  const known = session.folded?.generation === generation ? session.folded : undefined;
  const fold = known?.fold ?? newFold(session);
  const rows = session.rows.all();
  fold.add(rows.slice(known?.rows ?? 0));
  session.folded = { generation, rows: rows.length, fold };
  return fold.read();
}

/** What the page needs to know after anything that may have changed consent or storage. */
export function startedFrom(session: Session): Started {
  const { meta, store, request, given, storageTrouble, loss } = session;
  const consent = Object.fromEntries(request.purposes.map(({ id }) => [id, meta.consent[id] ?? ('pending' as const)]));
  const storage = store?.mode ?? request.storage;
  return {
    status: { storage, catalog: given?.loaded.state ?? 'missing', consent },
    epoch: meta.epoch,
    stored: store?.mode === 'persistent',
    history: meta.history,
    problems: given?.loaded.problems ?? [NOT_COME],
    retention: Object.entries(RETENTION).map(([what, { days, most }]) => ({ what, days, most })),
    ...(given ? {} : { alone: true }),
    ...(storageTrouble === undefined ? {} : { storageTrouble }),
    ...(loss ? { loss } : {}),
  };
}
