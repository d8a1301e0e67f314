import { expect } from 'chai';
import { row, rowIds } from '../../test/store-contract.js';
import { databaseName, newReplica, openAppender, openPersistentStore } from './index.js';
import { removePlaces } from './make-place.js';
import { openExisting } from './open-existing.js';

const DEADLINE_MS = 3000;
/** Timers may be early by what a clock is made coarse. */
const EARLY_MS = 20;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Keeps everybody else from writing until it is let go. */
function hold(database: IDBDatabase): () => void {
  let held = true;
  const rows = database.transaction('events', 'readwrite').objectStore('events');
  const goOn = (): void => {
    if (held) rows.get('nothing').onsuccess = goOn;
  };
  goOn();
  return () => {
    held = false;
  };
}

describe('the pen', () => {
  it('[R152] each is refused as well where the page stopped the clock', async () => {
    const scope = `s-${newReplica()}`;
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    const other = await openExisting(databaseName(scope), DEADLINE_MS);
    if (!other) throw new Error('no store');
    try {
      Object.defineProperty(performance, 'now', { configurable: true, value: () => 0 });
      const { appender, believed } = await openAppender(databaseName(scope));
      const release = hold(other);
      const failures = ['a:0', 'a:1'].map((id) =>
        appender.append(row(id), believed?.epoch ?? 0).catch((error: unknown) => error),
      );
      for (const failure of await Promise.all(failures)) expect(failure).to.include({ reason: 'timeout' });
      release();
    } finally {
      Reflect.deleteProperty(performance, 'now');
      other.close();
      store.close();
      await removePlaces(databaseName(scope));
    }
  });

  it('[R152] a row that the disk does not take in time is refused in its own time, and one that it takes late is kept', async () => {
    const scope = `s-${newReplica()}`;
    const name = databaseName(scope);
    const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
    const other = await openExisting(name, DEADLINE_MS);
    if (!other) throw new Error('no store');
    let losses = 0;
    const { appender, believed } = await openAppender(name, () => losses++);
    const ends: string[] = [];
    const append = async (id: string): Promise<number> => {
      const begun = performance.now();
      await appender.append(row(id), believed?.epoch ?? 0).then(
        () => ends.push(`${id} kept`),
        (error: unknown) => ends.push(`${id} ${(error as { readonly reason?: string }).reason ?? ''}`),
      );
      return performance.now() - begun;
    };
    const letGo = hold(other);
    const late = append('a:0');
    await after(DEADLINE_MS / 3);
    letGo();
    await late;
    expect(ends).to.deep.equal(['a:0 kept']);
    const release = hold(other);
    const first = append('a:1');
    await after(DEADLINE_MS / 6);
    const second = append('a:2');
    for (const took of [await first, await second]) expect(took).to.be.at.least(DEADLINE_MS - EARLY_MS);
    release();
    expect(ends).to.deep.equal(['a:0 kept', 'a:1 timeout', 'a:2 timeout']);
    expect(losses).to.be.at.least(1);
    expect(await rowIds(store)).to.include('a:0');
    other.close();
    store.close();
    await removePlaces(name);
  });
});
