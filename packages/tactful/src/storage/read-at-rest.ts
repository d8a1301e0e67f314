import type { Event } from '../engine/index.js';
import { databaseName, STORE_NAMES, STORE_VERSION, type StoreContents } from './format.js';
import { isConfigRecord, isControlRecord, isDecisionRecord, isEvent, isLedgerRecord, isSegment } from './guards.js';
import { isMeta } from './is-meta.js';
import { openExisting } from './open-existing.js';
import { bucketName, bucketsHere } from './store-place.js';

// Read at rest: no page API is asked. Opens an existing store only, reads in one transaction and
// closes within it, so that the page's own upgrade is never held up.

const READ_DEADLINE_MS = 2000;
const PREFIX = databaseName('');

/** The scopes that have a store on this origin. Opens nothing. */
export async function storedScopes(): Promise<readonly string[]> {
  const scopesIn = (names: readonly (string | undefined)[], prefix: string): readonly string[] =>
    names.flatMap((name) => (name?.startsWith(prefix) === true ? [name.slice(prefix.length)] : []));
  const databases = (await indexedDB.databases()).flatMap(({ name, version }) => (version ? [name] : []));
  const buckets = (await bucketsHere()?.keys()) ?? [];
  return [...new Set([...scopesIn(databases, PREFIX), ...scopesIn(buckets, bucketName(PREFIX))])];
}

function readAll(database: IDBDatabase): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return new Promise((resolve, reject) => {
    const names = STORE_NAMES.filter((name) => database.objectStoreNames.contains(name));
    const transaction = database.transaction(names, 'readonly');
    const timer = setTimeout(() => {
      try {
        transaction.abort();
      } catch (error) {
        // Finished while this thread was busy: its complete event is on its way.
        if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      }
    }, READ_DEADLINE_MS);
    const requests = names.map((name) => [name, transaction.objectStore(name).getAll()] as const);
    transaction.oncomplete = () => {
      clearTimeout(timer);
      try {
        resolve(Object.fromEntries(requests.map(([name, { result }]) => [name, result as readonly unknown[]])));
      } catch (error) {
        // Firefox: a request for what a damaged file holds succeeds, and throws at whoever takes its result.
        reject(error instanceof Error ? error : new DOMException('storage: unreadable', 'UnknownError'));
      }
    };
    transaction.onabort = () => {
      clearTimeout(timer);
      reject(transaction.error ?? new DOMException('storage did not answer in time', 'TimeoutError'));
    };
  });
}

/**
 * What the store of a scope holds, or `undefined` where there is none.
 *
 * Everything read is checked; rows of another epoch are nothing and are left out. Rejects with a
 * `VersionError` when the store is of a newer format, and when storage does not answer in 2 s.
 */
export async function readAtRest(scope: string): Promise<StoreContents | undefined> {
  const database = await openExisting(databaseName(scope), READ_DEADLINE_MS);
  if (!database) return undefined;
  try {
    const found = await readAll(database);
    const meta = found['meta']?.find(isMeta);
    if (!meta) return undefined;
    if (meta.v > STORE_VERSION) throw new DOMException(`store version: ${String(meta.v)}`, 'VersionError');
    const current = <Row extends { readonly epoch: number }>(rows: readonly Row[]): readonly Row[] =>
      rows.filter(({ epoch }) => epoch === meta.epoch);
    const rows: readonly Event[] = current((found['events'] ?? []).filter(isSegment)).flatMap((segment) =>
      segment.rows.filter(isEvent),
    );
    return {
      scope,
      meta,
      events: rows,
      decisions: current((found['decisions'] ?? []).filter(isDecisionRecord)),
      ledger: current((found['ledger'] ?? []).filter(isLedgerRecord)),
      configs: (found['configs'] ?? []).filter(isConfigRecord),
      control: (found['control'] ?? []).filter(isControlRecord),
    };
  } finally {
    database.close();
  }
}
