import { expect } from 'chai';
import type { Event } from '../engine/index.js';
import { replace } from '../../test/replace.js';
import { agree, page, row, saying, withdraw } from '../../test/store-contract.js';
import {
  databaseName,
  eraseAtRest,
  forgetAtRest,
  newReplica,
  openAppender,
  openPersistentStore,
  type Store,
} from './index.js';
import { removePlaces } from './make-place.js';

/** What says something, one of each kind, and what is only looked at. */
const SAID: readonly Event[] = [
  { ...row('a:0', 'preference_stated'), origin: 'declared' },
  { ...row('a:1', 'never_stated'), origin: 'declared' },
  row('a:2', 'purchase'),
  row('a:3', 'refund'),
  row('a:4', 'offer_dismissed'),
  { ...row('a:5', 'complaint_opened'), origin: 'relation' },
];
const LOOKS: readonly Event[] = [row('b:0'), row('b:1', 'view_item'), row('b:2', 'add_to_cart'), row('b:3', 'search')];

/** The stores that hold what is kept of the shopper. Beside them nothing needs to last: a note that a page is there, noise. */
const KEPT: readonly string[] = ['events', 'erasures'];

interface Written {
  readonly names: readonly string[];
  readonly durability: IDBTransactionDurability;
}

/** How everything is written that an act writes, as the browser has it. */
async function writtenBy(act: () => Promise<unknown>): Promise<readonly Written[]> {
  const begin = Reflect.get(IDBDatabase.prototype, 'transaction') as (...sent: readonly unknown[]) => IDBTransaction;
  const seen: Written[] = [];
  const restore = replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...sent: unknown[]) {
    const transaction = Reflect.apply(begin, this, sent);
    const { durability, mode, objectStoreNames } = transaction;
    if (mode === 'readwrite') seen.push({ names: [...objectStoreNames], durability });
    return transaction;
  });
  try {
    await act();
  } finally {
    restore();
  }
  return seen;
}

const durabilities = async (act: () => Promise<unknown>): Promise<readonly string[]> =>
  (await writtenBy(act))
    .filter(({ names }) => names.some((name) => KEPT.includes(name)))
    .map(({ durability }) => durability);

const NOTHING_LEFT = { rules: [], consent: {}, history: [] };

/** What a store does that must last, each over what the one before it left. */
const LASTING: readonly (readonly [string, (store: Store, scope: string) => Promise<unknown>])[] = [
  ['agreeing', (store) => agree(store)],
  ['rows by the worker', (store) => store.appendRows([row('c:0'), ...SAID], 1)],
  ['a saying', (store) => store.say({ record: saying(), ...page })],
  ['forgetting', (store) => store.removeRows(new Set(['a:0']), { erasure: { id: 'e', at: 1, ids: ['a:0'] } })],
  ['an import', (store) => store.merge(() => ({ rows: [row('d:0')], removed: new Set(), erasures: [] }))],
  ['forgetting at rest', (_, scope) => forgetAtRest(scope, { ...saying(), op: 'forget', ids: ['a:1'] })],
  ['erasing at rest', (_, scope) => eraseAtRest(scope, 3)],
  ['agreeing again', (store) => agree(store)],
  ['a withdrawal', (store) => withdraw(store)],
  ['an erasure', (store) => store.empty(NOTHING_LEFT)],
];

describe('what has to last', () => {
  const scope = `s-${newReplica()}`;
  let store: Store;
  before(async () => {
    store = await openPersistentStore(scope, { salt: '00', closed: () => undefined });
  });
  after(async () => {
    store.close();
    await removePlaces(databaseName(scope));
  });

  for (const [title, act] of LASTING)
    it(`[R154] ${title}: strict`, async () => {
      const found = await durabilities(() => act(store, scope));
      expect(found).to.not.deep.equal([]);
      expect(new Set(found)).to.deep.equal(new Set(['strict']));
    });

  it('[R154] a page writes what is said strictly, and looks without waiting for the disk', async () => {
    const { appender } = await openAppender(databaseName(scope));
    for (const each of SAID)
      expect(await durabilities(() => appender.append(each, 1)), each.name).to.deep.equal(['strict']);
    for (const each of LOOKS)
      expect(await durabilities(() => appender.append(each, 1)), each.name).to.deep.equal(['relaxed']);
    appender.close();
  });

  it('[R154] the worker writes looks without waiting for the disk', async () => {
    expect(await durabilities(() => store.appendRows(LOOKS, 1))).to.not.include('strict');
  });
});
