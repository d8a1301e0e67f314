import { expect } from 'chai';
import { itemParams } from '../../test/garden-catalog.js';
import { agreed, create, NOON, putAway } from '../../test/garden-pages.js';
import { isWebKit } from '../../test/is-webkit.js';
import { replace } from '../../test/replace.js';
import { seeWorkers } from '../../test/lose-workers.js';
import { seeLeftovers } from '../../test/see-leftovers.js';
import { databaseName, newReplica, readAtRest } from '../storage/index.js';
import { removePlaces } from '../storage/make-place.js';
import { openExisting } from '../storage/open-existing.js';
import { keepsALog } from '../storage/keeps-a-log.js';
import { placeOf } from '../storage/store-place.js';
import type { Tactful } from './index.js';

const look = (tactful: Tactful, shelf = 'first'): ReturnType<Tactful['track']> =>
  tactful.track('view_item', itemParams('garden', shelf));

/** What lies in the store, also what no reader returns. */
async function segmentsAtRest(scope: string): Promise<number> {
  const database = await openExisting(databaseName(scope), 2000);
  if (!database) throw new Error('no store');
  const count = await new Promise<number>((resolve) => {
    const request = database.transaction('events').objectStore('events').count();
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  database.close();
  return count;
}

const putBack: (() => void)[] = [];
/** Two tabs that cannot ring each other. */
const deaf = (): void => void putBack.push(replace(globalThis, 'BroadcastChannel', undefined));

afterEach(async () => {
  for (const back of putBack.splice(0)) back();
  await putAway();
});

describe('a page that comes back', () => {
  for (const [what, back] of [
    ['from the back/forward cache', () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))],
    ['from having been frozen', () => document.dispatchEvent(new Event('resume'))],
  ] as const) {
    it(`[R45] ${what} believes what the store says before it asks or keeps anything`, async () => {
      deaf();
      const first = await agreed();
      const second = create({ scope: first.scope });
      await second.ready;
      const told = new Promise((resolve) => {
        first.on('consent', resolve);
      });
      await second.consent.set({ personalization: 'out' });
      back();
      const [receipt, decision] = await Promise.all([look(first), first.decide('home')]);
      expect(receipt).to.deep.equal({ kept: false, reason: 'no-consent' });
      expect(decision.silence?.reason).to.equal('NO_CONSENT');
      expect(await told).to.deep.equal({ personalization: 'out' });
    });
  }

  it('[R45] planted fault: a page that was not told that it came back still believes', async () => {
    deaf();
    const first = await agreed();
    const second = create({ scope: first.scope });
    await second.consent.set({ personalization: 'out' });
    expect(first.consent.get()).to.deep.equal({ personalization: 'in' });
  });
});

describe('withdrawal and erasure, with tabs that cannot ring each other', () => {
  const TAKEN_BACK = [
    ['withdrawal', (tab: Tactful): Promise<unknown> => tab.consent.set({ personalization: 'out' })],
    ['erasure', (tab: Tactful): Promise<unknown> => tab.erase({ keep: 'rules' })],
  ] as const;
  for (const [what, takeBack] of TAKEN_BACK) {
    it(`[R46] after ${what} no tab tells a row, and what was in flight is gone after the next look`, async () => {
      deaf();
      for (let race = 0; race < 8; race++) {
        const first = await agreed();
        const second = create({ scope: first.scope });
        await second.ready;
        const inFlight = [look(first), look(second), look(second, 'second')];
        await takeBack(first);
        const told = await Promise.all([first.log(), second.log(), second.decisions()]);
        expect(told).to.deep.equal([[], [], []]);
        await Promise.all(inFlight);
        await look(second);
        await second.log();
        const contents = await readAtRest(first.scope);
        expect(contents?.events ?? []).to.deep.equal([]);
        // Erased to the last, there is no store any more.
        if (contents) expect(await segmentsAtRest(first.scope)).to.equal(0);
      }
    });
  }

  it('[R46] planted fault: a look at rest that asks for no epoch finds the row of a tab that did not hear', async () => {
    deaf();
    const first = await agreed();
    const second = create({ scope: first.scope });
    await second.ready;
    await first.consent.set({ personalization: 'out' });
    await look(second);
    expect(await segmentsAtRest(first.scope)).to.equal(1);
  });

  it('[R46] a store that the shopper took away is not made again until there is a new choice', async () => {
    const tactful = await agreed();
    await look(tactful);
    const told = new Promise((resolve) => {
      tactful.on('consent', resolve);
    });
    await removePlaces(databaseName(tactful.scope));
    expect(await told).to.deep.equal({ personalization: 'pending' });
    expect(await look(tactful)).to.deep.equal({ kept: false, reason: 'no-consent' });
    expect((await tactful.decide('home')).silence?.reason).to.equal('NO_CONSENT');
    expect(await readAtRest(tactful.scope)).to.equal(undefined);
    await tactful.consent.set({ personalization: 'in' });
    expect((await look(tactful)).kept).to.equal(true);
    expect((await readAtRest(tactful.scope))?.events).to.have.lengthOf(1);
  });
});

describe('health()', () => {
  it('[R47] offered is kept, dropped and waiting, at every moment and through the loss of the worker', async () => {
    const seen = seeWorkers();
    putBack.push(seen.stop);
    const tactful = await agreed();
    const receipts: Promise<unknown>[] = [];
    const adds = (): boolean => {
      const { offered, kept, dropped, waiting } = tactful.health();
      return offered === kept + waiting + Object.values(dropped).reduce((sum, count) => sum + count, 0);
    };
    for (let count = 0; count < 30; count++) {
      receipts.push(look(tactful), tactful.track('no_such_event'));
      if (count === 10) seen.failLast('error');
      expect(adds()).to.equal(true);
    }
    await Promise.all(receipts);
    await tactful.log();
    const { offered, kept, waiting, restarts, lastError } = tactful.health();
    expect({ offered, kept, waiting, restarts }).to.deep.equal({ offered: 60, kept: 30, waiting: 0, restarts: 1 });
    expect(lastError).to.include({ part: 'worker', name: 'lost: error' });
    expect((await readAtRest(tactful.scope))?.events).to.have.lengthOf(kept);
  });

  it('[R47] planted fault: rows that went under its hand are fewer than it counted', async () => {
    const tactful = await agreed();
    await look(tactful);
    await look(tactful);
    await tactful.forget({ from: 0, to: NOON.at * 2 });
    expect((await readAtRest(tactful.scope))?.events.length).to.not.equal(tactful.health().kept);
  });
});

/** Workers that come up and can be told nothing, until that is mended. */
function unheard(): () => void {
  const mend = replace(Worker.prototype, 'postMessage', () => {
    throw new DOMException('planted', 'DataCloneError');
  });
  putBack.push(mend);
  return mend;
}

/** As if nobody had asked for a minute. */
function rest(): void {
  const real = performance.now.bind(performance);
  putBack.push(replace(performance, 'now', () => real() + 60_000));
}

describe('a page whose worker does not start', () => {
  it('[R192] says so, and starts once more when somebody asks later', async () => {
    const { scope, close } = await agreed();
    close();
    const mend = unheard();
    const tactful = create({ scope });
    await tactful.ready;
    expect(tactful.health().degraded.worker).to.match(/DataCloneError/);
    expect((await tactful.decide('home')).silence?.reason).to.equal('NOT_READY');
    mend();
    rest();
    expect(await tactful.log()).to.deep.equal([]);
    const { degraded, status } = tactful.health();
    expect(degraded).to.deep.equal({});
    expect(status).to.include({ catalog: 'ready', storage: 'persistent' });
  });

  it('[R192] applies then what the browser says of consent before it answers', async () => {
    const { scope, close } = await agreed();
    close();
    putBack.push(replace(navigator, 'globalPrivacyControl', true));
    const mend = unheard();
    const tactful = create({ scope });
    await tactful.ready;
    mend();
    rest();
    const [decision, other] = await Promise.all([tactful.decide('home'), tactful.decide('home')]);
    expect([decision.silence?.reason, other.silence?.reason]).to.deep.equal(['NO_CONSENT', 'NO_CONSENT']);
    expect(tactful.consent.get()).to.deep.equal({ personalization: 'out' });
  });
});

describe('close()', () => {
  it('[R194] a decision that was under way, or comes after, is silent and no error', async () => {
    const tactful = await agreed();
    // Others were rung for a moment ago: nothing is owed.
    await new Promise((resolve) => setTimeout(resolve, 400));
    const underWay = tactful.decide('home');
    tactful.close();
    const silences = [(await underWay).silence?.reason, (await tactful.decide('home')).silence?.reason];
    expect(silences).to.not.include(undefined);
  });

  it('[R48] leaves no listener, timer, worker or connection, 30 times over', async () => {
    const scope = `p-${newReplica()}`;
    (await agreed({ scope })).close();
    const left = seeLeftovers();
    const seen = seeWorkers();
    putBack.push(left.stop, seen.stop);
    for (let time = 0; time < 30; time++) {
      const tactful = create({ scope });
      await tactful.ready;
      tactful.close();
    }
    const busy = create({ scope });
    await look(busy);
    await busy.log();
    const late = busy.log().catch((error: unknown) => (error as Error).message);
    busy.close();
    expect(await late).to.match(/closed$/);
    // A worker closes its store before it ends.
    for (let tries = 0; seen.alive().length > 0 && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(left.listeners()).to.deep.equal([]);
    expect(left.timers()).to.equal(0);
    expect(seen.alive()).to.deep.equal([]);
  });

  it('[R48] leaves no connection: the store can be deleted at once', async function () {
    // WebKitGTK still counts one, and nothing says whose: open.
    if (isWebKit) this.skip();
    const scope = `p-${newReplica()}`;
    const seen = seeWorkers();
    putBack.push(seen.stop);
    (await agreed({ scope })).close();
    const tactful = create({ scope });
    await look(tactful);
    tactful.close();
    for (let tries = 0; seen.alive().length > 0 && tries < 100; tries++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    let blocked = false;
    const place = await placeOf(databaseName(scope));
    await new Promise((resolve) => {
      const removal = (place ?? indexedDB).deleteDatabase(databaseName(scope));
      removal.onblocked = () => {
        blocked = true;
      };
      removal.onsuccess = resolve;
    });
    expect(blocked).to.equal(false);
  });

  it('[R48] planted fault: what is still open is seen, and listens to neither unload nor messages of the window', async () => {
    const left = seeLeftovers();
    const seen = seeWorkers();
    putBack.push(left.stop, seen.stop);
    const tactful = await agreed();
    expect(left.listeners()).to.have.members(['pageshow', 'resume', 'pagehide', ...(keepsALog() ? ['pagehide'] : [])]);
    expect(seen.alive()).to.have.lengthOf(1);
    tactful.close();
  });
});

describe('a browser that lacks something', () => {
  const LACKING: readonly (readonly [object, string])[] = [
    [globalThis, 'BroadcastChannel'],
    [navigator, 'locks'],
    [navigator, 'storageBuckets'],
    [navigator, 'storage'],
    [globalThis, 'SharedWorker'],
    [IDBFactory.prototype, 'databases'],
    [globalThis, 'structuredClone'],
    [globalThis, 'requestIdleCallback'],
    [globalThis, 'FinalizationRegistry'],
  ];
  for (const [holder, name] of LACKING) {
    it(`[R49] keeps and decides without ${name}`, async () => {
      putBack.push(replace(holder, name, undefined));
      const tactful = await agreed();
      expect((await look(tactful)).kept).to.equal(true);
      expect(tactful.health().status.storage).to.equal('persistent');
      expect((await tactful.decide('home')).id).to.be.a('string');
      expect(await tactful.log()).to.have.lengthOf(1);
    });
  }

  it('[R49] planted fault: without IndexedDB it says so, and remembers for this page', async () => {
    putBack.push(replace(globalThis, 'indexedDB', undefined), replace(globalThis, 'Worker', undefined));
    const tactful = await agreed();
    expect((await look(tactful)).kept).to.equal(true);
    const { status, degraded } = tactful.health();
    expect(status).to.include({ storage: 'memory', worker: 'main' });
    expect(degraded).to.have.all.keys('storage', 'worker');
  });

  it('[R49] a version that no library can have leaves the store alone: memory, and why', async () => {
    const scope = `p-${newReplica()}`;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName(scope), Number.MAX_SAFE_INTEGER);
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    database.close();
    const tactful = create({ scope, consent: { personalization: 'in' } });
    await tactful.ready;
    expect(tactful.consent.get()).to.deep.equal({ personalization: 'pending' });
    expect(tactful.health().status.storage).to.equal('memory');
    expect(tactful.health().degraded.storage).to.match(/VersionError/);
    await tactful.consent.set({ personalization: 'in' });
    expect((await look(tactful)).kept).to.equal(true);
    await removePlaces(databaseName(scope));
  });

  it('[R49] a store that another tab blocks times out: memory, and why', async () => {
    const scope = `p-${newReplica()}`;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName(scope), 1);
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    const removal = indexedDB.deleteDatabase(databaseName(scope));
    const tactful = create({ scope });
    await tactful.ready;
    expect(tactful.health().status.storage).to.equal('memory');
    expect(tactful.health().degraded.storage).to.match(/TimeoutError/);
    await new Promise((resolve) => {
      removal.onsuccess = resolve;
      database.close();
    });
  });
});
