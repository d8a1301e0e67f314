import { expect } from 'chai';
import { replace } from '../../test/replace.js';
import { agree, row, rowIds } from '../../test/store-contract.js';
import { databaseName, newReplica, openPersistentStore, type Store } from './index.js';
import { removePlaces } from './make-place.js';

/** More than are read in one transaction. */
const MANY = 4100;
const AT_A_TIME = 500;
const ids = Array.from({ length: MANY }, (_, nth) => `a:${String(nth)}`);

const made: string[] = [];

async function longLog(): Promise<{ readonly store: Store; readonly name: string }> {
  const scope = `l-${newReplica()}`;
  made.push(databaseName(scope));
  const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
  await agree(store);
  // As a page does: few at a time, each well within the time that one action has.
  for (let from = 0; from < MANY; from += AT_A_TIME)
    await store.appendRows(
      ids.slice(from, from + AT_A_TIME).map((id) => row(id)),
      1,
    );
  return { store, name: databaseName(scope) };
}

/** Another tab's connection. */
const connect = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => {
        database.close();
      };
      resolve(database);
    };
  });

/** Does something between the first and the second piece of what is read next. */
function beforeTheSecondPiece(act: () => void): void {
  const own = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction') ?? {};
  const transaction = own.value as typeof IDBDatabase.prototype.transaction;
  let times = 0;
  const restore = replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...asked: never[]) {
    // The keys are the first, and the first piece is the second.
    if (++times === 3) {
      restore();
      act();
    }
    return Reflect.apply(transaction, this, asked) as IDBTransaction;
  });
}

/** The rows that are told where another tab removes the first of them amid the reading; `says`: with a new revision. */
async function toldAmid(says: boolean): Promise<readonly string[]> {
  const { store, name } = await longLog();
  const meta = await store.readMeta();
  const other = await connect(name);
  beforeTheSecondPiece(() => {
    const removing = other.transaction(['meta', 'events'], 'readwrite');
    removing.objectStore('events').delete('a:0');
    if (says) removing.objectStore('meta').put({ ...meta, revision: meta.revision + 1 });
    removing.commit();
  });
  const told = await rowIds(store);
  other.close();
  store.close();
  return told;
}

afterEach(async () => {
  for (const name of made.splice(0)) await removePlaces(name);
});

describe('a log of more rows than are read at once', () => {
  it('[R190] is read whole', async () => {
    const { store } = await longLog();
    const { added, keys } = await store.readSegments(new Set());
    expect(added.map(({ id }) => id)).to.have.members(ids);
    expect(keys.size).to.equal(MANY);
    store.close();
  });

  it('[R190] has only read what is not known', async () => {
    const { store } = await longLog();
    const unknown = ['a:0', 'a:77', 'a:4099'];
    const known = new Set(ids.filter((id) => !unknown.includes(id)));
    const { added, keys } = await store.readSegments(known);
    expect(added.map(({ id }) => id)).to.have.members(unknown);
    expect(keys.size).to.equal(MANY);
    store.close();
  });

  it('[R190] tells nothing that was removed while it was read', async () => {
    expect(await toldAmid(true)).to.have.members(ids.filter((id) => id !== 'a:0'));
  });

  it('[R190] planted fault: of a removal that raises no revision it tells what it read', async () => {
    expect(await toldAmid(false)).to.include('a:0');
  });
});
