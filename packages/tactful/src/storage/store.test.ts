import { expect } from 'chai';
import { agree, configuration, page, row, rowIds, saying, STORE_CONTRACT } from '../../test/store-contract.js';
import { removePlaces, type NewStores } from './make-place.js';
import { bucketsHere } from './store-place.js';
import {
  databaseName,
  forgetAtRest,
  leaveCommand,
  newReplica,
  openAppender,
  openMemoryStore,
  openPersistentStore,
  openStore,
  readAtRest,
  sayAtRest,
  type Store,
} from './index.js';

const scopes: string[] = [];

function newScope(): string {
  const scope = `s-${newReplica()}`;
  scopes.push(scope);
  return scope;
}

const inPlace = (newStores: NewStores) => (): Promise<Store> =>
  openPersistentStore(newScope(), { salt: '00', closed: () => undefined, newStores });

const adapters: readonly (readonly [string, () => Promise<Store>])[] = [
  ...(bucketsHere() ? [['bucket', inPlace('bucket')] as const] : []),
  ['plain', inPlace('plain')],
  ['memory', () => Promise.resolve(openMemoryStore('00'))],
];

afterEach(async () => {
  for (const scope of scopes.splice(0)) await removePlaces(databaseName(scope));
});

for (const [mode, openOne] of adapters) {
  describe(`the ${mode} store`, () => {
    for (const [title, rule] of Object.entries(STORE_CONTRACT)) {
      it(title, async () => {
        const store = await openOne();
        await rule(store);
        store.close();
      });
    }
  });
}

describe('the store at rest', () => {
  it('[R12] a command is carried out once, and whoever comes second learns what the first removed', async () => {
    const scope = newScope();
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    await agree(store);
    await store.appendRows([row('a:0'), row('a:1')], 1);
    const record = { id: 'c', op: 'forget', ids: ['a:0'], keep: 'rules', at: 1, by: 'shopper' } as const;
    await leaveCommand(scope, record);
    const [page, reader] = await Promise.all([
      store.removeRows(new Set(record.ids), { command: { record, by: 'page', at: 2 } }),
      forgetAtRest(scope, record),
    ]);
    expect([page, reader.removed, reader.verified]).to.deep.equal([1, 1, true]);
    expect(await rowIds(store)).to.deep.equal(['a:1']);
    expect((await store.readControl()).map(({ ack }) => ack?.removed)).to.deep.equal([1]);
    store.close();
  });

  it('[X23] page and reader both try: one row, and both learn which', async () => {
    const scope = newScope();
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    await agree(store);
    await store.saveConfig(configuration());
    await store.appendRows([{ ...row('a:0'), at: 5000 }], 1);
    await leaveCommand(scope, saying());
    const [byPage, byReader] = await Promise.all([
      store.say({ record: saying(), ...page }),
      sayAtRest(scope, saying()),
    ]);
    expect(byReader.said).to.deep.equal(byPage);
    expect(byReader.verified).to.equal(true);
    expect(await rowIds(store)).to.have.length(2);
    store.close();
  });

  it('[X23] at rest it is said after everything that is there, for the purposes that the site keeps', async () => {
    const scope = newScope();
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    await agree(store);
    expect((await sayAtRest(scope, saying())).said, 'no configuration').to.deep.equal({ refused: 'not-needed' });
    await store.saveConfig(configuration());
    await store.appendRows([{ ...row('a:0'), at: 5000 }], 1);
    const { said, at, verified } = await sayAtRest(scope, { ...saying(), id: 'd' });
    expect({ at, verified, added: 'added' in said }).to.deep.equal({ at: 5001, verified: true, added: true });
    store.close();
  });

  it('[R7] reading where there is no store leaves none behind', async () => {
    const scope = newScope();
    expect(await readAtRest(scope)).to.equal(undefined);
    expect((await indexedDB.databases()).map(({ name }) => name)).to.not.include(databaseName(scope));
  });

  it('[R13] a reader opens and deletes nothing where there is no store: one may be made just then', async () => {
    const called: string[] = [];
    Object.assign(indexedDB, {
      open: (name: string) => {
        called.push('open');
        return IDBFactory.prototype.open.call(indexedDB, name);
      },
      deleteDatabase: (name: string) => {
        called.push('delete');
        return IDBFactory.prototype.deleteDatabase.call(indexedDB, name);
      },
    });
    try {
      expect(await readAtRest(newScope())).to.equal(undefined);
    } finally {
      for (const name of ['open', 'deleteDatabase']) Reflect.deleteProperty(indexedDB, name);
    }
    expect(called).to.deep.equal([]);
  });

  it('[R8] returns no row of another epoch, and no row that is damaged', async () => {
    const scope = newScope();
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    await agree(store);
    await store.appendRows([row('a:0')], 1);
    store.close();
    const database = await openStore(scope);
    await database.put('events', { id: 'b:0', to: 0, at: 1, epoch: 99, rows: [row('b:0')] });
    await database.put('events', {
      id: 'c:0',
      to: 0,
      at: 1,
      epoch: 1,
      rows: [{ ...row('c:0'), name: 'made_up' as never }],
    });
    database.close();
    expect((await readAtRest(scope))?.events.map(({ id }) => id)).to.deep.equal(['a:0']);
  });

  it('[R9] refuses a store of a newer version by name', async () => {
    const scope = newScope();
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    const meta = await store.readMeta();
    store.close();
    const database = await openStore(scope);
    await database.put('meta', { ...meta, v: 2 });
    database.close();
    const failures = await Promise.all(
      [openStore(scope), readAtRest(scope)].map((attempt) => attempt.catch((error: unknown) => error)),
    );
    for (const failure of failures) expect(failure).to.include({ name: 'VersionError' });
  });

  it('[R10] the pen writes where a store is, and makes none where there is not', async () => {
    const scope = newScope();
    const failure: unknown = await openAppender(databaseName(scope)).catch((error: unknown) => error);
    expect(failure).to.include({ name: 'AppendError', reason: 'storage-lost' });
    expect((await indexedDB.databases()).map(({ name }) => name)).to.not.include(databaseName(scope));
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    const { appender, believed } = await openAppender(databaseName(scope));
    await appender.append(row('a:0'), believed?.epoch ?? 0);
    expect(await rowIds(store)).to.deep.equal(['a:0']);
    appender.close();
    store.close();
  });

  it('[R11] the pen of a tab that still believes an old epoch writes nothing that is read', async () => {
    const scope = newScope();
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    const { appender } = await openAppender(databaseName(scope));
    await store.empty({ rules: [], consent: {}, history: [] });
    await appender.append(row('a:0'), 1);
    expect(await rowIds(store)).to.deep.equal([]);
    expect((await readAtRest(scope))?.events).to.deep.equal([]);
    appender.close();
    store.close();
  });
});
