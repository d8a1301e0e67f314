import { expect } from 'chai';
import { agree, row } from '../../test/store-contract.js';
import { databaseName, newReplica, openPersistentStore, readAtRest, type Store } from './index.js';
import { keepsALog } from './keeps-a-log.js';
import { removePlaces } from './make-place.js';

const scopes: string[] = [];

/** A store from which everything was erased, and which stays. */
async function emptied(): Promise<{ readonly scope: string; readonly store: Store }> {
  const scope = `s-${newReplica()}`;
  scopes.push(scope);
  const store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
  await agree(store);
  await store.appendRows([row('a:0')], 1);
  await empty(store);
  return { scope, store };
}

const empty = (store: Store): Promise<number> => store.empty({ rules: [], consent: {}, history: [] });

const isNoted = async (scope: string): Promise<boolean | undefined> => (await readAtRest(scope))?.meta.unscrubbed;

/** What is left of merging, by whomever: another test's store may still be at it for a moment. */
async function leftOver(): Promise<readonly string[]> {
  for (let tries = 100; ; tries--) {
    const names = (await indexedDB.databases()).flatMap(({ name = '' }) => name);
    const left = names.filter((name) => /^tactful-(passing|beside)/.test(name));
    if (left.length === 0 || tries === 0) return left;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('files of a store that stays', () => {
  afterEach(async () => {
    for (const scope of scopes.splice(0)) await removePlaces(databaseName(scope));
  });

  if (keepsALog()) {
    it('[R178] are to be merged once it was emptied, and are; nothing else is left behind', async () => {
      const { scope, store } = await emptied();
      expect(await isNoted(scope)).to.equal(true);
      await store.scrub();
      expect(await isNoted(scope)).to.equal(false);
      expect(await leftOver()).to.deep.equal([]);
      store.close();
    });

    it('[R178] are merged once more where it was emptied once more meanwhile', async () => {
      const { scope, store } = await emptied();
      const merged = store.scrub();
      await new Promise((resolve) => setTimeout(resolve, 100));
      await empty(store);
      await merged;
      expect(await isNoted(scope)).to.equal(true);
      store.close();
    });

    it('[R178] nothing is left behind a store that is deleted either', async () => {
      const { store } = await emptied();
      expect(await store.destroy()).to.equal(true);
      expect(await leftOver()).to.deep.equal([]);
    });
  }

  it('[R178] merging them troubles nobody where it is closed or deleted meanwhile', async () => {
    const { scope, store } = await emptied();
    const merged = store.scrub();
    await removePlaces(databaseName(scope));
    await merged;
    expect(store.mode).to.equal('persistent');
  });
});
