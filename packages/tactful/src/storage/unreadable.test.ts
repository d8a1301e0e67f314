import { expect } from 'chai';
import { openDB } from 'idb';
import { agree, row } from '../../test/store-contract.js';
import { databaseName, newReplica, openAppender, openPersistentStore } from './index.js';
import { removePlaces } from './make-place.js';

const result = Object.getOwnPropertyDescriptor(IDBRequest.prototype, 'result');

/** From here on what is read from a store cannot be: what Firefox does where a page of its file is damaged. */
function damage(store: string): void {
  Object.defineProperty(IDBRequest.prototype, 'result', {
    configurable: true,
    get(this: IDBRequest) {
      if (this.source instanceof IDBObjectStore && this.source.name === store)
        throw new DOMException('The operation failed for reasons unrelated to the database itself', 'UnknownError');
      return result?.get?.call(this) as unknown;
    },
  });
}

/** What nobody caught while something was done. */
async function uncaughtWhile(deed: () => Promise<unknown>): Promise<readonly string[]> {
  const uncaught: string[] = [];
  const before = window.onerror;
  window.onerror = (message) => {
    uncaught.push(typeof message === 'string' ? message : message.type);
    return true;
  };
  try {
    await deed();
  } finally {
    window.onerror = before;
  }
  return uncaught;
}

describe('a store that cannot be read', () => {
  let scope = '';

  beforeEach(async () => {
    scope = `u-${newReplica()}`;
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    await agree(store);
    await store.appendRows([row('a:0')], 1);
    store.close();
  });

  afterEach(async () => {
    if (result) Object.defineProperty(IDBRequest.prototype, 'result', result);
    await removePlaces(databaseName(scope));
  });

  it('[R146] is refused as one, without an error that nobody catches and without waiting for its deadline', async () => {
    const open = () => openPersistentStore(scope, { salt: '00', closed: () => undefined, stored: true });
    damage('meta');
    const outcomes: unknown[] = [];
    const uncaught = await uncaughtWhile(async () => {
      outcomes.push(await open().catch((error: unknown) => error));
      outcomes.push(await openAppender(databaseName(scope)).catch((error: unknown) => error));
    });
    expect(uncaught).to.deep.equal([]);
    expect(outcomes[0]).to.include({ name: 'UnknownError' });
    expect(outcomes[1]).to.include({ name: 'UnknownError' });
  });

  it('[R146] is given up where only its rows cannot be read, and says so', async () => {
    const told: string[] = [];
    const trouble = (why: string): void => void told.push(why);
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined, stored: true, trouble });
    damage('events');
    const uncaught = await uncaughtWhile(async () => {
      expect(await store.readSegments(new Set()).catch((error: unknown) => error)).to.include({ name: 'UnknownError' });
    });
    expect(uncaught).to.deep.equal([]);
    expect([store.mode, told]).to.deep.equal(['memory', ['UnknownError']]);
    expect(Object.values((await store.readMeta()).consent)).not.to.include('in');
  });

  it('[R146] planted fault: without that an error reaches the page and the promise never settles', async () => {
    const name = `u-${newReplica()}`;
    const database = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore('meta') });
    damage('meta');
    const settled: string[] = [];
    const uncaught = await uncaughtWhile(async () => {
      const transaction = database.transaction('meta');
      transaction.done.catch(() => undefined);
      transaction.store.get('x').then(
        () => settled.push('read'),
        () => settled.push('refused'),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(uncaught).to.have.length.greaterThan(0);
    expect(settled).to.deep.equal([]);
    database.close();
    indexedDB.deleteDatabase(name);
  });
});
