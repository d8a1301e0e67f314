import { expect } from 'chai';
import { itemParams } from '../../test/garden-catalog.js';
import { agreed, create, putAway } from '../../test/garden-pages.js';
import { failureOf } from '../../test/failure-of.js';
import { holdUp } from '../../test/hold-up.js';
import { beforeListing, replace } from '../../test/replace.js';
import { AppendError } from '../storage/append.js';
import { databaseName, openAppender, readAtRest, storeExists } from '../storage/index.js';
import { removePlaces } from '../storage/make-place.js';
import { GONE_MESSAGE } from '../worker/protocol.js';
import type { Tactful } from './index.js';

const putBack: (() => void)[] = [];

/** A page whose browser does not let it open a database, as a slow or busy one does not; its worker may. */
function withoutPen(): void {
  const own = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open') ?? {};
  IDBFactory.prototype.open = () => {
    throw new DOMException('planted', 'UnknownError');
  };
  putBack.push(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', own);
  });
}

/** A page to which no worker says that the store is gone. */
function untold(): void {
  const Original = globalThis.Worker;
  globalThis.Worker = class extends Original {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (event.data === GONE_MESSAGE) event.stopImmediatePropagation();
      });
    }
  };
  putBack.push(() => {
    globalThis.Worker = Original;
  });
}

function back(): void {
  for (const undo of putBack.splice(0)) undo();
}

afterEach(async () => {
  back();
  await putAway();
});

const look = (tactful: Tactful): ReturnType<Tactful['track']> =>
  tactful.track('view_item', itemParams('garden', 'first'));

/** A page that writes through its worker, and what it hears when the store is taken away under it. */
async function takenAway(): Promise<{ readonly tactful: Tactful; readonly told: Promise<unknown> }> {
  withoutPen();
  const tactful = await agreed();
  expect((await look(tactful)).kept).to.equal(true);
  const told = new Promise((resolve) => {
    tactful.on('consent', resolve);
  });
  back();
  await removePlaces(databaseName(tactful.scope));
  return { tactful, told };
}

describe('a page whose pen never opened', () => {
  it('[R150] hears all the same that the store is gone, and makes none until there is a new choice', async () => {
    const { tactful, told } = await takenAway();
    expect(await told).to.deep.equal({ personalization: 'pending' });
    expect(await look(tactful)).to.deep.equal({ kept: false, reason: 'no-consent' });
    expect(await readAtRest(tactful.scope)).to.equal(undefined);
    await tactful.consent.set({ personalization: 'in' });
    expect((await look(tactful)).kept).to.equal(true);
  });

  it('[R150] planted fault: a page that its worker does not tell still believes', async () => {
    untold();
    const { tactful, told } = await takenAway();
    const soon = new Promise((resolve) => setTimeout(resolve, 500, 'nothing'));
    expect(await Promise.race([told, soon])).to.equal('nothing');
    expect(tactful.consent.get()).to.deep.equal({ personalization: 'in' });
  });
});

/** A page that agrees, and what becomes of its next row; another one does something before its pen is open. */
async function agreesWhile(meanwhile: (other: Tactful) => Promise<unknown>) {
  putBack.push(replace(globalThis, 'BroadcastChannel', undefined));
  const other = create();
  const late = create({ scope: other.scope });
  await Promise.all([other.ready, late.ready]);
  await other.consent.set({ personalization: 'in' });
  // A rule stays after an erasure, and with it the store.
  await other.declare({ kind: 'never', category: 'garden' });
  putBack.push(beforeListing(() => meanwhile(other)));
  await late.consent.set({ personalization: 'in' });
  const { kept } = await look(late);
  const names = (await readAtRest(other.scope))?.events.map(({ name }) => name).sort();
  return { late, kept, names };
}

describe('a page that agrees while another erases', () => {
  it('[R183] believes what its pen reads, and nothing of before', async () => {
    const { late, kept, names } = await agreesWhile((other) => other.erase({ keep: 'rules' }));
    expect(kept).to.equal(false);
    expect(late.consent.get()).to.deep.equal({ personalization: 'pending' });
    expect(names).to.deep.equal(['never_stated']);
    await late.consent.set({ personalization: 'in' });
    expect((await look(late)).kept).to.equal(true);
  });

  it('[R183] control: where nobody erases it keeps', async () => {
    const { kept, names } = await agreesWhile((other) => other.log());
    expect(kept).to.equal(true);
    expect(names).to.deep.equal(['never_stated', 'view_item']);
  });
});

/** The next time this page's pen has read what is so, it hears of it only after something else was done. */
function beforeHearing(act: () => Promise<unknown>): void {
  const restore = replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, name: string) {
    restore();
    const reading = this.transaction(name);
    Object.defineProperty(reading, 'oncomplete', {
      set: (heard: (event: Event) => void) => {
        reading.addEventListener('complete', (event) => {
          void act().then(() => {
            heard(event);
          });
        });
      },
    });
    return reading;
  });
  putBack.push(restore);
}

describe('a pen whose store is deleted while it opens', () => {
  const open = async (meanwhile: (name: string) => Promise<unknown>) => {
    const { scope } = await agreed();
    let lost = 0;
    beforeHearing(() => meanwhile(databaseName(scope)));
    const opening = openAppender(databaseName(scope), () => {
      lost++;
    });
    return { failure: await failureOf(opening), lost };
  };

  it('[R189] is none: who opens it is told, and nobody else', async () => {
    const { failure, lost } = await open(removePlaces);
    expect(failure).to.be.instanceOf(AppendError);
    expect(lost).to.equal(0);
  });

  it('[R189] control: of one that stays nothing is told', async () => {
    expect(await open(() => Promise.resolve())).to.deep.equal({ failure: undefined, lost: 0 });
  });
});

describe('a page whose store is deleted while its pen opens', () => {
  it('[R195] says of no trouble once it knows that there is none', async () => {
    const tactful = create();
    await tactful.ready;
    const told = new Promise((resolve) => {
      tactful.on('consent', (consent) => {
        if (consent.personalization === 'pending') resolve(consent);
      });
    });
    beforeHearing(() => removePlaces(databaseName(tactful.scope)));
    await tactful.consent.set({ personalization: 'in' });
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, 1000))]);
    expect(tactful.consent.get()).to.deep.equal({ personalization: 'pending' });
    expect(tactful.health().degraded).to.deep.equal({});
  });

  it('[R195] control: a pen that does not open over a store that stays is told of', async () => {
    withoutPen();
    const tactful = await agreed();
    expect(tactful.health().degraded.storage).to.match(/UnknownError/);
  });
});

describe('a page whose pen is slow', () => {
  it('[R183] believes what was told last, and not what the pen had read before', async () => {
    const tactful = create();
    await tactful.ready;
    let withdrawn = false;
    beforeHearing(async () => {
      await tactful.consent.set({ personalization: 'out' });
      withdrawn = true;
    });
    await tactful.consent.set({ personalization: 'in' });
    expect(withdrawn).to.equal(true);
    expect(tactful.consent.get()).to.deep.equal({ personalization: 'out' });
    expect(await look(tactful)).to.deep.equal({ kept: false, reason: 'no-consent' });
  });
});

describe('a page that starts while another erases everything', () => {
  it('[R172] is as new as anybody, makes no store, and can be agreed to', async () => {
    const { scope, erase, track } = await agreed();
    await track('view_item', itemParams('garden', 'first'));
    const slow = await holdUp(databaseName(scope));
    const erased = erase({ keep: 'nothing' });
    await slow.asked;
    const late = create({ scope });
    setTimeout(slow.close, 100);
    await late.ready;
    expect(late.consent.get()).to.deep.equal({ personalization: 'pending' });
    await erased;
    expect(await storeExists(databaseName(scope))).to.equal(false);
    await late.consent.set({ personalization: 'in' });
    expect((await look(late)).kept).to.equal(true);
    expect((await readAtRest(scope))?.events).to.have.length(1);
  });
});
