import { expect } from 'chai';
import { plantFault, type Planted } from '../../test/failing-indexeddb.js';
import { LOOK_AT_GARDEN } from '../../test/garden-catalog.js';
import { agreed, create, putAway } from '../../test/garden-pages.js';
import { replace } from '../../test/replace.js';
import type { Tactful } from './index.js';

// On the page's own thread, where no worker starts: what is asked there waits for the same storage.

const putBack: (() => void)[] = [];

function withoutWorkers(): void {
  putBack.push(replace(globalThis, 'Worker', undefined));
}

/** From now on no storage answers. */
function silence(): Planted {
  const planted = plantFault({ call: 1, name: 'TimeoutError', forever: true });
  putBack.push(planted.end);
  return planted;
}

/** Whether a promise has settled. */
function watched(promise: Promise<unknown>): { isSettled: boolean } {
  const state = { isSettled: false };
  const settle = (): void => {
    state.isSettled = true;
  };
  promise.then(settle, settle);
  return state;
}

const everything = (tactful: Tactful): readonly Promise<unknown>[] => [
  tactful.decide('home'),
  tactful.decide('home', { channel: 'email' }),
  tactful.track('page_view'),
  tactful.declare({ kind: 'never', category: 'garden' }),
  tactful.profile(),
  tactful.log(),
  tactful.export(),
  tactful.consent.set({ personalization: 'out' }),
  tactful.forget({ category: 'garden' }),
];

afterEach(async () => {
  for (const back of putBack.splice(0)) back();
  await putAway();
});

describe("on the page's own thread, with a storage that never answers", () => {
  it('[R151] a decision settles at its deadline, while one that may wait still waits', async function () {
    this.timeout(60_000);
    withoutWorkers();
    const tactful = await agreed();
    for (const [name, params] of LOOK_AT_GARDEN) await tactful.track(name, params);
    expect((await tactful.decide('home')).offers).to.have.lengthOf(1);
    expect(tactful.health().status.worker).to.equal('main');
    const planted = silence();
    const patient = tactful.decide('home', { deadlineMs: 1_000_000 });
    const state = watched(patient);
    const { silence: hushed, offers } = await tactful.decide('home', { deadlineMs: 200 });
    expect(offers).to.deep.equal([]);
    expect(hushed?.reason).to.equal('DEADLINE');
    expect(state.isSettled, 'planted fault: without a deadline it waits on').to.equal(false);
    expect(planted.fired()).to.equal(true);
    await patient;
  });

  it('[R151] whatever is asked settles', async function () {
    this.timeout(120_000);
    withoutWorkers();
    const tactful = await agreed();
    const planted = silence();
    await Promise.allSettled(everything(tactful));
    expect(planted.fired()).to.equal(true);
  });

  it('[R151] also where it never answered from the start', async function () {
    this.timeout(120_000);
    withoutWorkers();
    const planted = silence();
    const tactful = create();
    const through = tactful.decide('home', { channel: 'email', deadlineMs: 200 });
    const state = watched(tactful.ready);
    expect((await through).silence?.reason).to.equal('NOT_READY');
    expect(state.isSettled, 'it did not wait for the start').to.equal(false);
    await Promise.allSettled(everything(tactful));
    expect(planted.fired()).to.equal(true);
  });
});

describe("on the page's own thread, with a storage that fails from now on", () => {
  it('[R185] a page that only writes hears that it is kept in memory from now on, and what that means', async () => {
    withoutWorkers();
    const tactful = await agreed();
    const told = new Promise((resolve) => {
      tactful.on('consent', resolve);
    });
    const planted = plantFault({ call: 1, name: 'UnknownError', forever: true });
    putBack.push(planted.end);
    expect((await tactful.track('page_view')).kept).to.equal(false);
    expect(await told).to.deep.equal({ personalization: 'pending' });
    const { status, degraded } = tactful.health();
    expect(status.storage).to.equal('memory');
    expect(degraded.storage).to.match(/UnknownError/);
  });
});
