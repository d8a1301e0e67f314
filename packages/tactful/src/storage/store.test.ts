import { expect } from 'chai';
import { gardenCatalog } from '../../test/garden-catalog.js';
import { DEFAULT_MODEL, DEFAULT_POLICY, defaultPurposes, type Event } from '../engine/index.js';
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
  type ConfigRecord,
  type ControlRecord,
  type LedgerRecord,
  type SayingAction,
  type Store,
} from './index.js';
import { spokenRow } from './spoken-row.js';

const scopes: string[] = [];

function newScope(): string {
  const scope = `s-${newReplica()}`;
  scopes.push(scope);
  return scope;
}

function row(id: string, name: Event['name'] = 'page_view', params: Event['params'] = {}): Event {
  return { id, at: 1000, offset: 0, name, origin: 'observed', purpose: 'personalization', params, v: 1 };
}

function exposure(id: string, epoch: number): LedgerRecord {
  return { id, offerId: 'offer', at: 1000, promotional: true, state: 'reserved', epoch };
}

const adapters: readonly [string, () => Promise<Store>][] = [
  ['persistent', () => openPersistentStore(newScope(), { salt: '00', closed: () => undefined })],
  ['memory', () => Promise.resolve(openMemoryStore('00'))],
];

const LESS = { kind: 'preference', facet: 'category', value: 'garden', level: -1 } as const;

function saying(action: SayingAction = { do: 'declare', statement: LESS }): ControlRecord {
  return { id: 'c', op: 'declare', ids: [], keep: 'rules', action, at: 2000, offset: 60, by: 'shopper' };
}
const CONFIG: ConfigRecord = {
  hash: 'h',
  engineVersion: '1',
  at: 1,
  catalog: gardenCatalog,
  policy: DEFAULT_POLICY,
  model: DEFAULT_MODEL,
  purposes: defaultPurposes(),
};
const agree = (store: Store): Promise<unknown> =>
  store.changeConsent({ consent: { personalization: 'in' }, records: [], purge: false });
const now = { at: 3000, offset: 120 };
const page = { by: 'page', now, purposes: defaultPurposes(), speak: spokenRow } as const;

const rowIds = async (store: Store): Promise<readonly string[]> =>
  (await store.readSegments(new Set())).added.flatMap(({ rows }) => rows.map(({ id }) => id));

afterEach(async () => {
  for (const scope of scopes.splice(0)) {
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(databaseName(scope)).onsuccess = resolve;
    });
  }
});

for (const [mode, openOne] of adapters) {
  describe(`the ${mode} store`, () => {
    it('[R1] reads what was appended, and only what is new', async () => {
      const store = await openOne();
      await store.appendRows([row('a:0'), row('a:1')], 1);
      const { added, keys } = await store.readSegments(new Set(['a:0']));
      expect(added.map(({ id }) => id)).to.deep.equal(['a:1']);
      expect([...keys].sort()).to.deep.equal(['a:0', 'a:1']);
      store.close();
    });

    it('[R2] writes nothing under an epoch that is over', async () => {
      const store = await openOne();
      await store.empty({ rules: [], consent: {}, history: [] });
      await store.appendRows([row('a:0')], 1);
      expect(await rowIds(store)).to.deep.equal([]);
      store.close();
    });

    it('[R3] withdrawing purges rows, decisions, ledger and configurations at once', async () => {
      const store = await openOne();
      await store.appendRows([row('a:0')], 1);
      await store.reserve({ record: exposure('d', 1), fits: () => true });
      const meta = await store.changeConsent({ consent: { personalization: 'out' }, records: [], purge: true });
      expect(meta).to.include({ epoch: 2 });
      expect(await rowIds(store)).to.deep.equal([]);
      expect(await store.readLedger()).to.deep.equal([]);
      store.close();
    });

    it('[R4] reserves only while the ledger leaves room, as the writing transaction sees it', async () => {
      const store = await openOne();
      const fits = (ledger: readonly LedgerRecord[]): boolean => ledger.length < 2;
      const results = await Promise.all(
        ['d1', 'd2', 'd3', 'd4'].map((id) => store.reserve({ record: exposure(id, 1), fits })),
      );
      expect(results.map(({ reserved }) => reserved).filter(Boolean)).to.have.length(2);
      expect((await store.reserve({ record: exposure('d5', 7), fits: () => true })).reserved, 'an old epoch').to.equal(
        false,
      );
      store.close();
    });

    it('[R5] forgetting a row forgets its exposure and says how many were there', async () => {
      const store = await openOne();
      await store.reserve({ record: exposure('d', 1), fits: () => true });
      await store.appendRows([row('a:0', 'offer_shown', { decision_id: 'd', offer_id: 'offer' }), row('a:1')], 1);
      expect(
        await store.removeRows(new Set(['a:0', 'z:9']), { erasure: { id: 'e', at: 1, ids: ['a:0', 'z:9'] } }),
      ).to.equal(1);
      expect(await rowIds(store)).to.deep.equal(['a:1']);
      expect(await store.readLedger()).to.deep.equal([]);
      expect((await store.readErasures()).map(({ ids }) => ids)).to.deep.equal([['a:0', 'z:9']]);
      store.close();
    });

    it('[X23] writes down what is said once, as the row it means, and keeps no word of it in the command', async () => {
      const store = await openOne();
      await agree(store);
      const said = await store.say({ record: saying(), ...page });
      if (!('added' in said)) throw new Error(said.refused);
      const [segment] = (await store.readSegments(new Set())).added;
      expect(segment?.rows).to.deep.equal([
        {
          id: said.added,
          at: 3000,
          offset: 120,
          v: 1,
          name: 'preference_stated',
          origin: 'declared',
          purpose: 'personalization',
          params: { facet: 'category', value: 'garden', level: -1 },
        },
      ]);
      expect(await store.say({ record: saying(), ...page }), 'again').to.deep.equal(said);
      expect(await rowIds(store)).to.deep.equal([said.added]);
      const [command] = await store.readControl();
      expect(command?.ack).to.deep.equal({ at: 3000, removed: 0, by: 'page', said });
      expect(JSON.stringify(command)).to.not.include('garden');
      store.close();
    });

    it('[X23] ends a task and settles a complaint likewise', async () => {
      const store = await openOne();
      await agree(store);
      await store.say({ record: saying({ do: 'task', id: 'plan', state: 'ended' }), ...page });
      await store.say({ record: { ...saying({ do: 'resolve', complaint: 'c1' }), id: 'd' }, ...page });
      const rows = (await store.readSegments(new Set())).added.flatMap((segment) => segment.rows);
      expect(rows.map(({ name, params }) => [name, params])).to.have.deep.members([
        ['task_ended', { task_id: 'plan' }],
        ['complaint_resolved', { complaint_id: 'c1' }],
      ]);
      store.close();
    });

    it('[X23] what is no statement, and what no purpose that is agreed to needs, is refused and acknowledged', async () => {
      const store = await openOne();
      expect(await store.say({ record: saying(), ...page })).to.deep.equal({ refused: 'no-consent' });
      await agree(store);
      const hostile = { do: 'declare', statement: { ...LESS, level: 9 } } as never;
      expect(await store.say({ record: { ...saying(hostile), id: 'd' }, ...page })).to.deep.equal({
        refused: 'invalid',
      });
      const bare = { ...page, purposes: [] };
      expect(await store.say({ record: { ...saying(), id: 'e' }, ...bare })).to.deep.equal({ refused: 'not-needed' });
      expect(await rowIds(store)).to.deep.equal([]);
      expect((await store.readControl()).filter(({ ack }) => ack)).to.have.length(3);
      store.close();
    });

    it('[R6] emptying keeps the remainder and nothing else', async () => {
      const store = await openOne();
      await store.appendRows([row('a:0'), row('a:1')], 1);
      expect(
        await store.empty({ rules: [row('n:0', 'never_stated')], consent: { personalization: 'out' }, history: [] }),
      ).to.equal(2);
      expect(await rowIds(store)).to.deep.equal(['n:0']);
      expect((await store.readMeta()).consent).to.deep.equal({ personalization: 'out' });
      store.close();
    });
  });
}

describe('the store at rest', () => {
  it('[R12] a command is carried out once, and whoever comes second learns what the first removed', async () => {
    const scope = newScope();
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
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
    await store.saveConfig(CONFIG);
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
    await store.saveConfig(CONFIG);
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
