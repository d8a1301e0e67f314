import { expect } from 'chai';
import { failureOf } from '../../test/failure-of.js';
import { beforeListing } from '../../test/replace.js';
import { agree, row } from '../../test/store-contract.js';
import { databaseName, newReplica, openPersistentStore, storeExists, type Store } from './index.js';
import { removePlaces } from './make-place.js';
import { isGone } from './open.js';

const made: string[] = [];

function newScope(): string {
  const scope = `d-${newReplica()}`;
  made.push(databaseName(scope));
  return scope;
}

const open = (scope: string): Promise<Store> => openPersistentStore(scope, { salt: '00', closed: () => undefined });

/** A store that one tab empties and deletes, while another one does something with it. */
async function deletedWhile(act: (other: Store) => Promise<unknown>, sparing = true) {
  const scope = newScope();
  const [first, other] = await Promise.all([open(scope), open(scope)]);
  await agree(first);
  await first.empty({ rules: [], consent: {}, history: [], bare: true });
  const restore = beforeListing(() => act(other));
  try {
    await first.destroy({ sparing });
  } finally {
    restore();
  }
  return { scope, other };
}

afterEach(async () => {
  for (const name of made.splice(0)) await removePlaces(name);
});

describe('a store that is deleted while another tab is agreed to in it', () => {
  it('[R186] stays with what was chosen, and keeps what is written', async () => {
    const { scope, other } = await deletedWhile(agree);
    const { epoch } = await other.readMeta();
    expect(await other.appendRows([row('b:0')], epoch)).to.equal(1);
    other.close();
    const next = await open(scope);
    expect((await next.readMeta()).consent).to.deep.equal({ personalization: 'in' });
    expect((await next.readSegments(new Set())).keys).to.deep.equal(new Set(['b:0']));
    next.close();
  });

  it('[R186] planted fault: whoever spares nothing deletes what was chosen', async () => {
    const { scope } = await deletedWhile(agree, false);
    expect(await storeExists(databaseName(scope))).to.equal(false);
  });

  it('[R186] leaves nothing in it of the attempt', async () => {
    const { other } = await deletedWhile(agree);
    expect(await other.readControl()).to.deep.equal([]);
    other.close();
  });

  it('[R186] control: where nobody chooses anything it goes', async () => {
    const { scope } = await deletedWhile((other) => other.readMeta());
    expect(await storeExists(databaseName(scope))).to.equal(false);
  });
});

describe('an erasure that was cut short once the store was empty', () => {
  /** A store that a tab emptied, with what another one did in it before both were gone. */
  async function left(
    goes: boolean,
    act: (store: Store) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<string> {
    const scope = newScope();
    const store = await open(scope);
    await agree(store);
    await store.empty({ rules: [], consent: {}, history: [], bare: true, goes });
    await act(store);
    store.close();
    return scope;
  }

  it('[R213] is ended by whoever opens the store next, who starts as new as anybody', async () => {
    const scope = await left(true);
    expect(isGone(await failureOf(open(scope)))).to.equal(true);
    expect(await storeExists(databaseName(scope))).to.equal(false);
    const anew = await open(scope);
    const { consent, history, goes } = await anew.readMeta();
    expect([consent, history, goes]).to.deep.equal([{}, [], undefined]);
    anew.close();
  });

  it('[R213] is not where something was chosen in it since', async () => {
    const next = await open(await left(true, agree));
    expect((await next.readMeta()).consent).to.deep.equal({ personalization: 'in' });
    next.close();
  });

  it('[R213] nor where the store was to stay', async () => {
    const scope = await left(false);
    (await open(scope)).close();
    expect(await storeExists(databaseName(scope))).to.equal(true);
  });
});
