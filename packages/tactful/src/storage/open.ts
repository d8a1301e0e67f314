import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
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

/** The stores of `tactful-store@1` with their keys. */
export interface StoreSchema extends DBSchema {
  meta: { key: string; value: MetaRecord };
  events: { key: string; value: Segment };
  erasures: { key: string; value: ErasureRecord };
  snapshots: { key: string; value: { readonly id: string } };
  decisions: { key: string; value: DecisionRecord };
  ledger: { key: string; value: LedgerRecord };
  configs: { key: string; value: ConfigRecord };
  control: { key: string; value: ControlRecord };
}

/** An open connection. It closes itself when another tab wants to upgrade or delete. */
export type StoreDatabase = IDBPDatabase<StoreSchema>;

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

/** Opens the store of a scope, making it where there is none. Rejects when storage is refused or does not answer. */
export async function openStore(scope: string, closed: () => void = () => undefined): Promise<StoreDatabase> {
  const opening = openDB<StoreSchema>(databaseName(scope), STORE_VERSION, {
    upgrade(database) {
      for (const name of STORE_NAMES) {
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, { keyPath: KEY_PATHS[name] });
      }
    },
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
  const database = await within(opening, OPEN_DEADLINE_MS);
  const meta: unknown = await database.get('meta', 'meta');
  if (isMeta(meta) && meta.v > STORE_VERSION) {
    database.close();
    throw new DOMException(`store version: ${String(meta.v)}`, 'VersionError');
  }
  return database;
}
