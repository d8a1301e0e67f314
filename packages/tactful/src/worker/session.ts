import {
  asJson,
  compileCatalog,
  DEFAULT_POLICY,
  ENGINE_VERSION,
  expiredIds,
  fingerprint,
  growingFold,
  RETENTION,
  wholeModel,
  type CompiledCatalog,
  type ConsentStates,
  type Folded,
  type GrowingFold,
  type Model,
  type Policy,
} from '../engine/index.js';
import {
  newMeta,
  newReplica,
  openMemoryStore,
  openPersistentStore,
  type DecisionRecord,
  type LedgerRecord,
  type MetaRecord,
  type Store,
} from '../storage/index.js';
import { loadCatalog, problemLines, type LoadedCatalog } from './load-catalog.js';
import type { Started, StartRequest } from './protocol.js';
import { newRows, type Rows } from './rows.js';

/** A start request with every default filled in. */
export type ResolvedRequest = Omit<StartRequest, 'policy' | 'model'> & {
  readonly policy: Policy;
  readonly model: Model;
};

/** One running worker: what it was told at the start and what it has read since. Mutable by its own calls only. */
export interface Session {
  readonly request: ResolvedRequest;
  readonly loaded: LoadedCatalog;
  readonly compiled: CompiledCatalog;
  /** Hash of catalog, policy, model and purposes. */
  readonly config: string;
  readonly rows: Rows;
  /** Decisions of this page, so that they can be explained without a store. */
  readonly decisions: Map<string, DecisionRecord>;
  store: Store | undefined;
  storageTrouble: string | undefined;
  meta: MetaRecord;
  ledger: readonly LedgerRecord[];
  /** Whether somebody else may have written since the last look. */
  dirty: boolean;
  /** What has been folded, how many rows that is, and of which generation of rows. */
  folded: { readonly generation: number; readonly rows: number; readonly fold: GrowingFold } | undefined;
}

/** Whether any purpose is `in`: without one nothing is read, kept or saved. */
export function isAllowed(consent: ConsentStates): boolean {
  return Object.values(consent).includes('in');
}

/** Lets go of everything that was read: it was erased, withdrawn, or the store it came from is gone. */
export function letGo(session: Session): void {
  session.rows.clear();
  session.decisions.clear();
  session.ledger = [];
}

/** Opens the disk where it was asked for, else memory; says why when the disk refused. */
export async function openStoreFor(session: Session): Promise<Store> {
  if (session.store) return session.store;
  const salt = newReplica();
  try {
    session.store =
      session.request.storage === 'memory'
        ? openMemoryStore(salt)
        : await openPersistentStore(session.request.scope, {
            salt,
            // Another tab deleted the store, or the browser took it: what it held must not be used any more.
            closed: () => {
              session.store = undefined;
              session.meta = newMeta('');
              letGo(session);
            },
          });
  } catch (error) {
    // A newer library's store must not be written; anything else is a refusal of the browser.
    session.storageTrouble = error instanceof DOMException ? error.name : 'unknown failure';
    session.store = openMemoryStore(salt);
  }
  session.meta = await session.store.readMeta();
  return session.store;
}

/** Begins a session: loads the catalogue, opens a store that is already there. Writes nothing. */
export async function beginSession(sent: StartRequest): Promise<Session> {
  const read = await loadCatalog(sent);
  const { model, problems } = wholeModel(sent.model, read.state === 'ready' ? read.catalog.currency : undefined);
  const request: ResolvedRequest = {
    ...sent,
    policy: { ...DEFAULT_POLICY, ...sent.policy },
    model,
  };
  const loaded = { ...read, problems: [...read.problems, ...problemLines(problems).map((line) => `model.${line}`)] };
  const { policy, purposes } = request;
  const described = asJson({ catalog: loaded.catalog, policy, model, purposes });
  const session: Session = {
    request,
    loaded,
    compiled: compileCatalog(loaded.catalog, model),
    config: fingerprint(described),
    rows: newRows(),
    decisions: new Map(),
    store: undefined,
    storageTrouble: undefined,
    meta: newMeta(''),
    ledger: [],
    dirty: true,
    folded: undefined,
  };
  if (request.stored || request.storage === 'memory') await openStoreFor(session);
  return session;
}

/** Keeps the running configuration beside the log, so that a reader at rest can fold and replay. */
export async function saveConfig(session: Session): Promise<void> {
  const { store, config, request, loaded } = session;
  if (!store || !isAllowed(session.meta.consent) || loaded.state !== 'ready') return;
  const { policy, model, purposes, now } = request;
  await store.saveConfig({
    hash: config,
    engineVersion: ENGINE_VERSION,
    at: now.at,
    catalog: loaded.catalog,
    policy,
    model,
    purposes,
  });
}

/** Retention is forgetting: rows past their class's limit are deleted, without a trace. */
export async function expireRows(session: Session, at: number): Promise<void> {
  const expired = expiredIds(session.rows.all(), at);
  if (expired.length === 0 || !session.store) return;
  await session.store.removeRows(new Set(expired));
  await session.rows.drain(session.store);
}

/** Reads what is new where somebody else may have written. */
export async function catchUp(session: Session): Promise<void> {
  const { store, rows } = session;
  if (!session.dirty || !store) return;
  session.dirty = false;
  const meta = await store.readMeta();
  if (meta.epoch !== session.meta.epoch) rows.clear();
  session.meta = meta;
  await rows.drain(store);
  session.ledger = await store.readLedger();
}

function newFold({ compiled, request: { model, policy, purposes } }: Session): GrowingFold {
  return growingFold({ catalog: compiled, model, wearHalfLifeDays: policy.wear.halfLifeDays, purposes });
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
  const { meta, store, request, loaded, storageTrouble } = session;
  const consent = Object.fromEntries(request.purposes.map(({ id }) => [id, meta.consent[id] ?? ('pending' as const)]));
  const storage = store?.mode ?? request.storage;
  return {
    status: { storage, catalog: loaded.state, consent },
    epoch: meta.epoch,
    stored: store?.mode === 'persistent',
    history: meta.history,
    problems: loaded.problems,
    retention: Object.entries(RETENTION).map(([what, { days, most }]) => ({ what, days, most })),
    ...(storageTrouble === undefined ? {} : { storageTrouble }),
  };
}
