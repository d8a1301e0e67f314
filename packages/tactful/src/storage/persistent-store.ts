import { deleteDB } from 'idb';
import { databaseName, type LedgerRecord, type MetaRecord, type Segment } from './format.js';
import { emptyStore } from './empty-store.js';
import { isSegment } from './guards.js';
import { openStore, type StoreDatabase } from './open.js';
import { removeRows } from './remove-rows.js';
import { sayOnce } from './say-once.js';
import {
  KEPT_CONFIGS,
  KEPT_DECISIONS,
  newMeta,
  type ConsentChange,
  type Reservation,
  type ReservationResult,
  type Store,
} from './store.js';

async function metaOf(database: StoreDatabase, salt: string): Promise<MetaRecord> {
  const transaction = database.transaction('meta', 'readwrite');
  const known = await transaction.store.get('meta');
  const meta = known ?? newMeta(salt);
  if (!known) await transaction.store.put(meta);
  await transaction.done;
  return meta;
}

/** A row of another epoch is nothing: whoever finds it deletes it. */
async function removeStale(database: StoreDatabase, stale: readonly Segment[]): Promise<void> {
  const transaction = database.transaction(['meta', 'events'], 'readwrite');
  for (const { id } of stale) await transaction.objectStore('events').delete(id);
  await transaction.done;
}

async function readSegments(
  database: StoreDatabase,
  known: ReadonlySet<string>,
): Promise<{ added: readonly Segment[]; keys: ReadonlySet<string> }> {
  const transaction = database.transaction(['meta', 'events'], 'readonly');
  const meta = await transaction.objectStore('meta').get('meta');
  const events = transaction.objectStore('events');
  const keys = new Set(await events.getAllKeys());
  const missing = [...keys].filter((key) => !known.has(key));
  // One getAll is faster than many gets, except where only a few rows are new.
  const found = missing.length > 64 ? await events.getAll() : await Promise.all(missing.map((key) => events.get(key)));
  await transaction.done;
  const unread = found.filter(isSegment).filter(({ id }) => !known.has(id));
  const stale = unread.filter(({ epoch }) => epoch !== meta?.epoch);
  if (stale.length > 0) await removeStale(database, stale);
  for (const { id } of stale) keys.delete(id);
  return { added: unread.filter(({ epoch }) => epoch === meta?.epoch), keys };
}

async function changeConsent(database: StoreDatabase, change: ConsentChange): Promise<MetaRecord> {
  const transaction = database.transaction(
    ['meta', 'events', 'snapshots', 'decisions', 'ledger', 'configs', 'erasures', 'control'],
    'readwrite',
    { durability: 'strict' },
  );
  const before = await transaction.objectStore('meta').get('meta');
  const base = before ?? newMeta('');
  const meta: MetaRecord = {
    ...base,
    revision: base.revision + 1,
    consent: change.consent,
    history: [...base.history, ...change.records],
    epoch: change.purge ? base.epoch + 1 : base.epoch,
  };
  await transaction.objectStore('meta').put(meta);
  if (change.purge) {
    for (const name of ['events', 'snapshots', 'decisions', 'ledger', 'configs', 'erasures', 'control'] as const)
      await transaction.objectStore(name).clear();
  }
  await transaction.done;
  return meta;
}

async function reserve(database: StoreDatabase, { record, fits }: Reservation): Promise<ReservationResult> {
  const transaction = database.transaction(['meta', 'ledger'], 'readwrite');
  const meta = await transaction.objectStore('meta').get('meta');
  const ledger = await transaction.objectStore('ledger').getAll();
  const room = meta?.epoch === record.epoch && fits(ledger);
  if (room) await transaction.objectStore('ledger').put(record);
  await transaction.done;
  return room ? { reserved: true } : { reserved: false, ledger };
}

async function trim(
  database: StoreDatabase,
  limits: { readonly name: 'decisions' | 'configs'; readonly most: number },
): Promise<void> {
  const transaction = database.transaction(limits.name, 'readwrite');
  const all: readonly { readonly at: number; readonly id?: string; readonly hash?: string }[] =
    await transaction.store.getAll();
  const oldest = [...all].sort((a, b) => b.at - a.at).slice(limits.most);
  for (const record of oldest) await transaction.store.delete(record.id ?? record.hash ?? '');
  await transaction.done;
}

async function put(
  database: StoreDatabase,
  record: { readonly epoch: number; readonly write: (transaction: ReturnType<typeof writing>) => Promise<unknown> },
): Promise<void> {
  const transaction = writing(database);
  const meta = await transaction.objectStore('meta').get('meta');
  if (meta?.epoch === record.epoch) await record.write(transaction);
  await transaction.done;
}

function writing(database: StoreDatabase) {
  return database.transaction(['meta', 'events', 'decisions', 'ledger', 'configs', 'control'], 'readwrite');
}

async function settle(database: StoreDatabase, decisionId: string, state: LedgerRecord['state']): Promise<void> {
  const transaction = database.transaction(['meta', 'ledger'], 'readwrite');
  const known = await transaction.objectStore('ledger').get(decisionId);
  if (known && known.state !== state) await transaction.objectStore('ledger').put({ ...known, state });
  await transaction.done;
}

/**
 * The store on disk. Makes the database where there is none: call it only once consent allows.
 *
 * Rejects when storage is refused, damaged beyond opening, of a newer version, or silent for 5 s.
 */
export async function openPersistentStore(
  scope: string,
  how: { readonly salt: string; readonly closed: () => void },
): Promise<Store> {
  const database = await openStore(scope, how.closed);
  const { epoch } = await metaOf(database, how.salt);
  let currentEpoch = epoch;
  const follow = (meta: MetaRecord): MetaRecord => {
    currentEpoch = meta.epoch;
    return meta;
  };
  return {
    mode: 'persistent',
    readMeta: async () => follow(await metaOf(database, how.salt)),
    readSegments: (known) => readSegments(database, known),
    appendRows: (rows, rowEpoch) =>
      put(database, {
        epoch: rowEpoch,
        write: async (transaction) => {
          for (const row of rows)
            await transaction
              .objectStore('events')
              .put({ id: row.id, to: Number(row.id.split(':')[1]), at: row.at, epoch: rowEpoch, rows: [row] });
        },
      }),
    changeConsent: async (change) => follow(await changeConsent(database, change)),
    reserve: (reservation) => reserve(database, reservation),
    settle: (decisionId, state) => settle(database, decisionId, state),
    readLedger: () => database.getAll('ledger'),
    saveDecision: (record) =>
      put(database, { epoch: record.epoch, write: (transaction) => transaction.objectStore('decisions').put(record) }),
    readDecisions: async () => {
      if ((await database.count('decisions')) > KEPT_DECISIONS)
        await trim(database, { name: 'decisions', most: KEPT_DECISIONS });
      return (await database.getAll('decisions')).filter((record) => record.epoch === currentEpoch);
    },
    saveConfig: async (record) => {
      await put(database, {
        epoch: currentEpoch,
        write: (transaction) => transaction.objectStore('configs').put(record),
      });
      await trim(database, { name: 'configs', most: KEPT_CONFIGS });
    },
    readErasures: () => database.getAll('erasures'),
    readControl: () => database.getAll('control'),
    acknowledge: (record) =>
      put(database, { epoch: currentEpoch, write: (transaction) => transaction.objectStore('control').put(record) }),
    removeRows: (ids, removal) => removeRows(database, ids, removal),
    say: (saying) => sayOnce(database, saying),
    empty: async (remainder) => {
      const removed = await emptyStore(database, remainder);
      follow(await metaOf(database, how.salt));
      return removed;
    },
    destroy: async () => {
      database.close();
      await deleteDB(databaseName(scope));
    },
    close: () => {
      database.close();
    },
  };
}
