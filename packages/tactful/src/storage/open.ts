import { wrap, type DBSchema, type IDBPDatabase } from 'idb';
import {
  databaseName,
  STORE_NAMES,
  STORE_VERSION,
  type ConfigRecord,
  type ControlRecord,
  type DecisionRecord,
  type ErasureRecord,
  type LedgerRecord,
  type MetaRecord,
  type Segment,
} from './format.js';
import { isMeta } from './is-meta.js';
import { placeToOpen, removeEmpty, type NewStores } from './make-place.js';
import { placeOf } from './store-place.js';
import { OPEN_DEADLINE_MS, within } from './store-exists.js';
import { rawMeta } from './transaction.js';
import { failUnreadable } from './unreadable.js';

/** The stores of `tactful-store@1` with their keys. */
export interface StoreSchema extends DBSchema {
  meta: { key: string; value: MetaRecord };
  events: { key: string; value: Segment };
  erasures: { key: string; value: ErasureRecord };
  /** Holds nothing but filler, and that for a moment: see {@link overwrite}. */
  snapshots: { key: string; value: { readonly id: string; readonly bytes?: Uint8Array } };
  decisions: { key: string; value: DecisionRecord };
  ledger: { key: string; value: LedgerRecord };
  configs: { key: string; value: ConfigRecord };
  control: { key: string; value: ControlRecord };
}

/** An open connection. It closes itself when another tab wants to upgrade or delete. */
export type StoreDatabase = IDBPDatabase<StoreSchema>;

/** Who wants to hear what of a connection. */
export interface Listening {
  /** Another tab upgrades or deletes: the connection is closed, and what it held must not be used any more. */
  readonly closed?: () => void;
  /** The browser took the connection: disk full, damage, or site data cleared. */
  readonly terminated?: () => void;
  /** The store was made just now. `loss` is what Chromium says about one that was there and could not be read. */
  readonly made?: (loss: string | undefined) => void;
  /** How long an attempt to open may take. */
  readonly openMs?: number;
  /** Where a new one is made. */
  readonly newStores?: NewStores | undefined;
  /** Whether one is made where there is none. True where nothing is said. */
  readonly makes?: boolean;
}

const KEY_PATHS: Readonly<Record<(typeof STORE_NAMES)[number], string>> = {
  meta: 'key',
  events: 'id',
  erasures: 'id',
  snapshots: 'id',
  decisions: 'id',
  ledger: 'id',
  configs: 'hash',
  control: 'id',
};

const GONE = 'store: gone';
const MOST_ATTEMPTS = 3;
const PAUSE_MS = 60;
/** What browsers say of an open that succeeds a moment later. */
const TRANSIENT: ReadonlySet<string> = new Set(['UnknownError', 'AbortError', 'InvalidStateError']);

/** What is said of a store that was seen and is not there any more. */
export const storeGone = (): DOMException => new DOMException(GONE, 'NotFoundError');

/** Whether that was said. */
export const isGone = (error: unknown): boolean => error instanceof DOMException && error.message === GONE;

async function connect(scope: string, listening: Listening): Promise<StoreDatabase> {
  const { closed, terminated = closed, made, newStores, makes = true } = listening;
  const name = databaseName(scope);
  if (!makes && !(await placeOf(name))) throw storeGone();
  const place = await placeToOpen(name, newStores);
  const request = place.open(name, STORE_VERSION);
  let absent = false;
  request.onupgradeneeded = (event) => {
    const database = request.result;
    const { dataLoss = 'none' } = event as { readonly dataLoss?: string };
    absent = !makes && event.oldVersion === 0 && dataLoss === 'none';
    if (absent) {
      request.transaction?.abort();
      return;
    }
    for (const store of STORE_NAMES) {
      if (!database.objectStoreNames.contains(store)) database.createObjectStore(store, { keyPath: KEY_PATHS[store] });
    }
    made?.(dataLoss === 'none' ? undefined : dataLoss);
  };
  // It is of that shape since the upgrade.
  const opened: unknown = await wrap(request).catch(async (error: unknown) => {
    if (!absent) throw error;
    await removeEmpty(place, name);
    throw storeGone();
  });
  // Kept as long as the connection: see openIn.
  Object.assign(request.result, { place });
  const database = opened as StoreDatabase;
  failUnreadable(database);
  database.addEventListener('versionchange', () => {
    database.close();
    closed?.();
  });
  if (terminated) database.addEventListener('close', terminated);
  return database;
}

async function openOnce(scope: string, listening: Listening): Promise<StoreDatabase> {
  const { openMs = OPEN_DEADLINE_MS } = listening;
  const opening = connect(scope, listening);
  const checked = async (): Promise<StoreDatabase> => {
    const database = await opening;
    const meta = await rawMeta(database);
    if (isMeta(meta) && meta.v > STORE_VERSION)
      throw new DOMException(`store version: ${String(meta.v)}`, 'VersionError');
    return database;
  };
  try {
    return await within(checked(), openMs);
  } catch (error) {
    // Also one that comes too late: nobody's upgrade or deletion may wait for it.
    opening.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
    throw error;
  }
}

/**
 * Opens the store of a scope, making it where there is none. Tries again, twice, what may succeed a moment later.
 *
 * Rejects when storage is refused, of a newer version, or does not answer in 2 s, and where there is none and none is to be made.
 */
export async function openStore(scope: string, listening: Listening = {}): Promise<StoreDatabase> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openOnce(scope, listening);
    } catch (error) {
      const again = attempt < MOST_ATTEMPTS && error instanceof DOMException && TRANSIENT.has(error.name);
      if (!again) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** attempt));
    }
  }
}
