import { answerOf, databaseOf, type Database } from './database.js';
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
import { OPEN_DEADLINE_MS, within } from './store-exists.js';

/** The tables of `tactful-store@1` and what each holds. */
export interface StoreSchema {
  meta: MetaRecord;
  events: Segment;
  erasures: ErasureRecord;
  snapshots: { readonly id: string };
  decisions: DecisionRecord;
  ledger: LedgerRecord;
  configs: ConfigRecord;
  control: ControlRecord;
}

/** An open connection. It closes itself when another tab wants to upgrade or delete. */
export type StoreDatabase = Database<StoreSchema>;

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

async function open(name: string, closed: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, STORE_VERSION);
  request.onupgradeneeded = () => {
    const { result: database } = request;
    for (const table of STORE_NAMES)
      if (!database.objectStoreNames.contains(table)) database.createObjectStore(table, { keyPath: KEY_PATHS[table] });
  };
  const database = await answerOf(request);
  // Nobody's upgrade or deletion waits for this connection.
  database.onversionchange = () => {
    database.close();
    closed();
  };
  database.onclose = closed;
  return database;
}

/** Opens the store of a scope, making it where there is none. Rejects when storage is refused or does not answer. */
export async function openStore(scope: string, closed: () => void = () => undefined): Promise<StoreDatabase> {
  const database: StoreDatabase = databaseOf(await within(open(databaseName(scope), closed), OPEN_DEADLINE_MS));
  const meta: unknown = await database.get('meta', 'meta');
  if (isMeta(meta) && meta.v > STORE_VERSION) {
    database.close();
    throw new DOMException(`store version: ${String(meta.v)}`, 'VersionError');
  }
  return database;
}
