import { expect } from 'chai';
import { failureOf } from '../../test/failure-of.js';
import { isWebKit } from '../../test/is-webkit.js';
import { agree, row, rowIds } from '../../test/store-contract.js';
import {
  databaseName,
  leaveCommand,
  newReplica,
  openAppender,
  openPersistentStore,
  readAtRest,
  storedScopes,
  storeExists,
  type Store,
} from './index.js';
import { isGone, openStore } from './open.js';
import { placeToOpen, removePlaces } from './make-place.js';
import { bucketName, bucketsHere, openIn, placeOf, type Buckets } from './store-place.js';

const made: string[] = [];

function newName(): { readonly scope: string; readonly name: string } {
  const scope = `p-${newReplica()}`;
  made.push(databaseName(scope));
  return { scope, name: databaseName(scope) };
}

const open = (scope: string, newStores?: 'bucket' | 'plain'): Promise<Store> =>
  openPersistentStore(scope, { salt: '00', closed: () => undefined, ...(newStores && { newStores }) });

/** Does something with other buckets than the browser's, or with none. */
async function withBuckets<Result>(buckets: Partial<Buckets> | undefined, act: () => Promise<Result>): Promise<Result> {
  const real = bucketsHere();
  const value = buckets && { keys: () => real?.keys(), open: (name: string) => real?.open(name), ...buckets };
  Object.defineProperty(navigator, 'storageBuckets', { value, configurable: true });
  try {
    return await act();
  } finally {
    Reflect.deleteProperty(navigator, 'storageBuckets');
  }
}

const plainNames = async (): Promise<readonly unknown[]> => (await indexedDB.databases()).map(({ name }) => name);
const bucketNames = async (): Promise<readonly string[]> => (await bucketsHere()?.keys()) ?? [];
const refused = (): Promise<never> => Promise.reject(new DOMException('planted', 'SecurityError'));

/** Opens what is gone as `openIn` does, while another tab makes it anew at that moment. Resolves to what is there then. */
async function whileRemade(name: string, failed: () => void = () => undefined): Promise<readonly unknown[]> {
  let remade: Promise<unknown> = Promise.resolve();
  const remake = (): Promise<unknown> =>
    new Promise((resolve) => {
      const making = indexedDB.open(name, 1);
      making.onsuccess = () => {
        making.result.close();
        resolve(undefined);
      };
    });
  const open = (): IDBOpenDBRequest => {
    const request = indexedDB.open(name);
    request.addEventListener('upgradeneeded', () => {
      remade = remake();
    });
    request.addEventListener('error', failed);
    return request;
  };
  const deleteDatabase = (): IDBOpenDBRequest => indexedDB.deleteDatabase(name);
  const place = Object.assign(Object.create(indexedDB) as IDBFactory, { open, deleteDatabase });
  expect(await openIn(place, name)).to.equal(undefined);
  await remade;
  return plainNames();
}

describe('a store that was seen and is gone when it is opened', () => {
  it('[R182] is left to whoever makes it anew', async () => {
    const { name } = newName();
    expect(await whileRemade(name)).to.include(name);
  });

  it('[R182] planted fault: whoever tidies up behind itself takes it away', async () => {
    const { name } = newName();
    let tidied: Promise<unknown> = Promise.resolve();
    await whileRemade(name, () => {
      tidied = new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
    });
    await tidied;
    expect(await plainNames()).to.not.include(name);
  });

  it('[R182] leaves no empty one where it was to be opened to be used', async () => {
    const { scope, name } = newName();
    const seen = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'databases');
    let told = false;
    IDBFactory.prototype.databases = async function () {
      const all: IDBDatabaseInfo[] = await (seen?.value as () => Promise<IDBDatabaseInfo[]>).call(this);
      if (told) return all;
      told = true;
      return [...all, { name, version: 1 }];
    };
    try {
      const refused = await failureOf(openStore(scope, { makes: false }));
      expect(isGone(refused)).to.equal(true);
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'databases', seen ?? {});
    }
    expect(await plainNames()).to.not.include(name);
  });
});

describe('where a store lies', () => {
  afterEach(async () => {
    for (const name of made.splice(0)) await removePlaces(name);
  });

  it('[R158] a new store lies among the databases, where no crash of the browser takes it away', async () => {
    const { scope, name } = newName();
    (await open(scope)).close();
    expect(await bucketNames()).to.not.include(bucketName(name));
    expect(await plainNames()).to.include(name);
  });

  it('[R158] a store among the databases stays there, and everybody finds it', async () => {
    const { scope, name } = newName();
    const before = await open(scope, 'plain');
    await agree(before);
    await before.appendRows([row('a:0')], 1);
    before.close();
    const after = await open(scope);
    expect(await rowIds(after)).to.deep.equal(['a:0']);
    const { appender } = await openAppender(name);
    await appender.append(row('b:0'), 1);
    appender.close();
    expect((await readAtRest(scope))?.events.map(({ id }) => id)).to.have.members(['a:0', 'b:0']);
    expect(await bucketNames()).to.not.include(bucketName(name));
    after.close();
  });

  for (const place of bucketsHere() ? (['bucket', 'plain'] as const) : (['plain'] as const)) {
    it(`[R159] a reader at rest and the pen of a page find a store (${place}) and leave commands there`, async () => {
      const { scope, name } = newName();
      expect(await storeExists(name)).to.equal(false);
      const store = await open(scope, place);
      await agree(store);
      const { appender, believed } = await openAppender(name);
      await appender.append(row('a:0'), believed?.epoch ?? 0);
      appender.close();
      await leaveCommand(scope, { id: 'c', op: 'forget', ids: ['a:0'], keep: 'rules', at: 1, by: 'shopper' });
      expect(await storeExists(name)).to.equal(true);
      expect(await storedScopes()).to.include(scope);
      const { events, control } = (await readAtRest(scope)) ?? {};
      expect([events?.map(({ id }) => id), control?.map(({ id }) => id)]).to.deep.equal([['a:0'], ['c']]);
      store.close();
    });

    it(`[R160] destroyed, a store (${place}) is nowhere, though another tab has it open, and that tab is told once`, async () => {
      const { scope, name } = newName();
      let told = 0;
      const others = await openPersistentStore(scope, { salt: '00', newStores: place, closed: () => (told += 1) });
      await agree(others);
      const mine = await open(scope, place);
      await mine.destroy();
      for (let wait = 0; told === 0 && wait < 100; wait++) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(told).to.equal(1);
      expect([await storeExists(name), await placeOf(name), await readAtRest(scope)]).to.deep.equal([
        false,
        undefined,
        undefined,
      ]);
      expect(await bucketNames()).to.not.include(bucketName(name));
      expect(await failureOf(others.readMeta())).to.be.instanceOf(DOMException);
    });
  }

  if (bucketsHere()) {
    it('[R158] a store that lies in a bucket stays there, and everybody finds it', async () => {
      const { scope, name } = newName();
      const before = await open(scope, 'bucket');
      await agree(before);
      await before.appendRows([row('a:0')], 1);
      before.close();
      const after = await open(scope);
      expect(await rowIds(after)).to.deep.equal(['a:0']);
      expect(await plainNames()).to.not.include(name);
      after.close();
    });

    it('[R160] the files of a bucket are said to be gone with it', async () => {
      expect(await (await open(newName().scope, 'bucket')).destroy()).to.equal(true);
    });

    it('[R160] control: who takes away only what lies among the databases leaves the bucket to be read', async () => {
      const { scope, name } = newName();
      const store = await open(scope, 'bucket');
      await agree(store);
      await store.appendRows([row('a:0')], 1);
      store.close();
      await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
      expect((await readAtRest(scope))?.events.map(({ id }) => id)).to.deep.equal(['a:0']);
    });

    it('[R161] a bucket that is refused is no reason to be without a disk', async () => {
      const { scope, name } = newName();
      const store = await withBuckets({ open: refused }, () => open(scope, 'bucket'));
      expect([store.mode, (await plainNames()).includes(name)]).to.deep.equal(['persistent', true]);
      store.close();
    });

    it('[R161] where the bucket with the store is refused no second store is made beside it', async () => {
      const { scope, name } = newName();
      (await open(scope, 'bucket')).close();
      const failure = await withBuckets({ open: refused }, () => failureOf(open(scope)));
      expect(failure).to.include({ name: 'SecurityError' });
      expect(await plainNames()).to.not.include(name);
    });

    it('[R161] control: without that rule there would be a second store', async () => {
      const { scope, name } = newName();
      (await open(scope, 'bucket')).close();
      // A browser that does not say what buckets there are.
      const store = await withBuckets({ open: refused, keys: () => Promise.resolve([]) }, () => open(scope));
      expect(await plainNames()).to.include(name);
      store.close();
    });

    it('[R161] a bucket that is empty, because something ended between two steps, is no store and is used', async () => {
      const { scope, name } = newName();
      await bucketsHere()?.open(bucketName(name));
      expect([await storeExists(name), await readAtRest(scope)]).to.deep.equal([false, undefined]);
      const store = await open(scope, 'bucket');
      await agree(store);
      expect(await placeOf(name)).to.not.equal(indexedDB);
      store.close();
    });
  }

  it('[R162] looking for a store asks each place once, opens nothing and makes nothing', async () => {
    const { name } = newName();
    const asked: string[] = [];
    const real = bucketsHere();
    const buckets = real && {
      keys: () => {
        asked.push('keys');
        return real.keys();
      },
      open: (bucket: string) => {
        asked.push('open bucket');
        return real.open(bucket);
      },
    };
    for (const method of ['open', 'databases', 'deleteDatabase'] as const)
      Object.assign(indexedDB, {
        [method]: (...sent: unknown[]): unknown => {
          asked.push(method);
          return Reflect.apply(Reflect.get(IDBFactory.prototype, method) as () => unknown, indexedDB, sent);
        },
      });
    try {
      expect(await withBuckets(buckets, () => storeExists(name))).to.equal(false);
    } finally {
      for (const method of ['open', 'databases', 'deleteDatabase']) Reflect.deleteProperty(indexedDB, method);
    }
    expect(asked).to.deep.equal(real ? ['databases', 'keys'] : ['databases']);
    expect(await bucketNames()).to.not.include(bucketName(name));
  });

  it('[R162] a browser that does not list its databases is asked by an open that is taken back', async () => {
    const { scope, name } = newName();
    Object.assign(indexedDB, { databases: undefined });
    try {
      expect(await storeExists(name)).to.equal(false);
      const store = await open(scope, 'plain');
      expect(await storeExists(name)).to.equal(true);
      store.close();
      await removePlaces(name);
      expect(await placeToOpen(name, 'plain')).to.equal(indexedDB);
    } finally {
      Reflect.deleteProperty(indexedDB, 'databases');
    }
    // WebKit, which has always listed them, keeps the empty one of an open that is taken back.
    const left = (await indexedDB.databases()).filter((known) => known.name === name);
    expect(left.filter(({ version }) => !isWebKit || version !== 0)).to.deep.equal([]);
  });

  describe('once what nobody holds was collected', () => {
    const { gc } = globalThis as { readonly gc?: () => void };
    const collect = async (): Promise<void> => {
      for (let time = 0; time < 3; time++) {
        gc?.();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };

    it('[R165] a store and a pen answer as before', async () => {
      const { scope, name } = newName();
      const store = await open(scope, 'bucket');
      await agree(store);
      const { appender } = await openAppender(name);
      await collect();
      await appender.append(row('a:0'), 1);
      expect(await store.appendRows([row('a:1')], 1)).to.equal(1);
      expect(await rowIds(store)).to.deep.equal(['a:0', 'a:1']);
      appender.close();
      store.close();
    });

    it('[R165] control: a connection to a bucket that nobody keeps answers nothing any more', async function () {
      const buckets = bucketsHere();
      if (!gc || !buckets) this.skip();
      const { name } = newName();
      const connect = async (): Promise<IDBDatabase> => {
        const { indexedDB: place } = await buckets.open(bucketName(name));
        return new Promise((resolve) => {
          const request = place.open(name, 1);
          request.onupgradeneeded = () => request.result.createObjectStore('rows');
          request.onsuccess = () => {
            resolve(request.result);
          };
        });
      };
      const database = await connect();
      await collect();
      const answered = new Promise<boolean>((resolve) => {
        const transaction = database.transaction('rows', 'readwrite');
        transaction.oncomplete = () => {
          resolve(true);
        };
        transaction.objectStore('rows').put(1, 1);
        setTimeout(resolve, 1000, false);
      });
      expect(await answered).to.equal(false);
      database.close();
    });
  });
});
