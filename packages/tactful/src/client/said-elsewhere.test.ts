import { expect } from 'chai';
import { itemParams, LOOK_AT_GARDEN } from '../../test/garden-catalog.js';
import { agreed, create, putAway } from '../../test/garden-pages.js';
import { replace } from '../../test/replace.js';
import type { Tactful } from './index.js';

const putBack: (() => void)[] = [];

/** Tabs that cannot ring each other. */
function deaf(): void {
  putBack.push(replace(globalThis, 'BroadcastChannel', undefined));
}

/** A pen that leaves no mark of what was said. */
function unmarked(): void {
  const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {};
  const put = own.value as (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
  IDBObjectStore.prototype.put = function (value: unknown, key) {
    const isMark = (value as { readonly key?: unknown }).key === 'said';
    if (isMark) return this.get('meta') as IDBRequest<IDBValidKey>;
    return key === undefined ? put.call(this, value) : put.call(this, value, key);
  };
  putBack.push(() => {
    Object.defineProperty(IDBObjectStore.prototype, 'put', own);
  });
}

/** A tab that has read everything there is and has an offer to make, and another one beside it. */
async function twoTabs(): Promise<readonly [first: Tactful, second: Tactful]> {
  deaf();
  const first = await agreed();
  for (const [name, params] of LOOK_AT_GARDEN) await first.track(name, params);
  const second = create({ scope: first.scope });
  await second.ready;
  await first.log();
  return [first, second];
}

afterEach(async () => {
  for (const back of putBack.splice(0)) back();
  await putAway();
});

const SAID: Readonly<Record<string, readonly [reason: string, say: (tab: Tactful) => Promise<unknown>]>> = {
  'a "never"': ['NOTHING_FITS', (tab) => tab.declare({ kind: 'never', category: 'garden' })],
  'a pause': ['PAUSED', (tab) => tab.declare({ kind: 'mode', mode: 'paused' })],
  'a purchase': [
    'JUST_BOUGHT',
    (tab) => tab.track('purchase', { transaction_id: 'a', ...itemParams('tools', 'first') }),
  ],
  'a complaint': ['OPEN_COMPLAINT', (tab) => tab.track('complaint_opened', { complaint_id: 'c' })],
  'a withdrawal': ['NO_CONSENT', (tab) => tab.consent.set({ personalization: 'out' })],
};

describe('what was said in another tab, which cannot ring', () => {
  for (const [what, [reason, say]] of Object.entries(SAID)) {
    it(`[R148] ${what} counts in the next decision`, async () => {
      const [first, second] = await twoTabs();
      await say(second);
      const { offers, silence } = await first.decide('home');
      expect(offers).to.deep.equal([]);
      expect(silence?.reason).to.equal(reason);
    });
  }

  it('[R148] planted fault: without a mark of what was said the tab goes on as before', async () => {
    const [first, second] = await twoTabs();
    unmarked();
    await second.declare({ kind: 'never', category: 'garden' });
    expect((await first.decide('home')).offers).to.have.lengthOf(1);
  });
});
