import { expect } from 'chai';
import { compileCatalog, foldLog, type Event } from '../../src/engine/index.js';
import {
  databaseName,
  newReplica,
  openPersistentStore,
  readAtRest,
  type StoreContents,
} from '../../src/storage/index.js';
import { STORE_NAMES } from '../../src/storage/format.js';
import { removePlaces } from '../../src/storage/make-place.js';
import { openExisting } from '../../src/storage/open-existing.js';
import { bytesOf } from '../laws/bytes-of.js';

type Name = (typeof STORE_NAMES)[number];
type Fields = Readonly<Record<string, unknown>>;

/** How a database is laid out. */
interface Layout {
  readonly version: number;
  readonly stores: Readonly<
    Record<Name, { readonly keyPath: string; readonly autoIncrement: boolean; readonly indexes: readonly string[] }>
  >;
}
type GoldenStore = Layout & { readonly stores: Readonly<Record<Name, { readonly records: readonly Fields[] }>> };

const PATIENCE_MS = 5000;

const golden = async (): Promise<GoldenStore> =>
  (await (await fetch(new URL('./store-1.json', import.meta.url))).json()) as GoldenStore;

/** Makes the database as it lay on a device, with nothing of the library. */
async function lay(name: string, { version, stores }: GoldenStore): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const [store, { keyPath, autoIncrement, records }] of Object.entries(stores)) {
        const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const record of records) made.put(record);
      }
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('not opened'));
    };
  });
  database.close();
}

async function layoutOf(name: string): Promise<Layout> {
  const database = await openExisting(name, PATIENCE_MS);
  if (!database) throw new Error('no database');
  const transaction = database.transaction([...database.objectStoreNames], 'readonly');
  const layouts = [...database.objectStoreNames].map((store) => {
    const { keyPath, autoIncrement, indexNames } = transaction.objectStore(store);
    return [store, { keyPath, autoIncrement, indexes: [...indexNames] }];
  });
  database.close();
  return { version: database.version, stores: Object.fromEntries(layouts) as Layout['stores'] };
}

const recordsOf = (file: GoldenStore, name: Name): readonly Fields[] => file.stores[name].records;
const rowsOf = (file: GoldenStore): readonly Event[] =>
  recordsOf(file, 'events').flatMap(({ rows }) => rows as readonly Event[]);

/** The profile as a fold of rows over a configuration. */
function profileOf(rows: readonly Event[], configs: StoreContents['configs']): string {
  const [config] = configs;
  if (!config) throw new Error('no configuration');
  const { catalog, model } = config;
  return bytesOf(foldLog(rows, { catalog: compileCatalog(catalog, model), model, wearHalfLifeDays: 7 }));
}

describe('golden files of the store', () => {
  const scope = `golden-${newReplica()}`;
  const name = databaseName(scope);
  afterEach(() => removePlaces(name));

  it('[R155] the first layout is opened as it is: every record, the consent, and the profile of its rows', async () => {
    const file = await golden();
    await lay(name, file);
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    const { added } = await store.readSegments(new Set());
    const meta = await store.readMeta();
    expect(store.mode).to.equal('persistent');
    expect(meta).to.deep.equal(recordsOf(file, 'meta').find(({ key }) => key === 'meta'));
    expect(meta.consent).to.deep.equal({ personalization: 'in' });
    expect(added).to.deep.equal(recordsOf(file, 'events'));
    expect(await store.readErasures()).to.deep.equal(recordsOf(file, 'erasures'));
    expect(await store.readDecisions()).to.deep.equal(recordsOf(file, 'decisions'));
    expect(await store.readLedger()).to.deep.equal(recordsOf(file, 'ledger'));
    expect(await store.readControl()).to.deep.equal(recordsOf(file, 'control'));
    store.close();
    const { configs, events = [] } = (await readAtRest(scope)) ?? { configs: [] };
    expect(configs).to.deep.equal(recordsOf(file, 'configs'));
    const rows = added.flatMap((segment) => segment.rows);
    expect(profileOf(rows, configs)).to.equal(profileOf(rowsOf(file), configs));
    expect(profileOf(events, configs)).to.equal(profileOf(rows, configs));
  });

  it('[R155] holds something in every store that is more than filler', async () => {
    const file = await golden();
    for (const store of STORE_NAMES) expect(recordsOf(file, store).length > 0, store).to.equal(store !== 'snapshots');
    expect(rowsOf(file).length).to.be.at.least(7);
  });

  it('[R155] a store that is made today is laid out like that of the first release', async () => {
    (await openPersistentStore(scope, { salt: '00', closed: () => undefined })).close();
    const { version, stores } = await golden();
    const layouts = Object.entries(stores).map(([store, { keyPath, autoIncrement, indexes }]) => [
      store,
      { keyPath, autoIncrement, indexes },
    ]);
    expect(await layoutOf(name)).to.deep.equal({ version, stores: Object.fromEntries(layouts) as unknown });
  });
});
