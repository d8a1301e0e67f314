import { expect } from 'chai';
import { compileCondition, ConditionError, type History, type HistoryRow } from './condition.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import type { Json, JsonObject } from './json.js';

const NOW = 100 * DAY_MS;

/** Name, how long ago in milliseconds, parameters: from the earliest to the latest. */
type Past = readonly (readonly [name: string, ago: number, params?: JsonObject])[];

function pastOf(rows: Past): History {
  const byName = new Map<string, HistoryRow[]>();
  rows.forEach(([name, ago, params = {}], nth) => {
    byName.set(name, [...(byName.get(name) ?? []), { at: NOW - ago, nth, params }]);
  });
  return { at: NOW, rows: (name) => byName.get(name) ?? [] };
}

const viewed = (item_id: string, price = 100): JsonObject => ({ items: [{ item_id: 'other' }, { item_id, price }] });

const PAST: Past = [
  ['purchase', 8 * DAY_MS, { value: 900 }],
  ['view_item', 7 * DAY_MS, viewed('hose')],
  ['view_item', 7 * DAY_MS - 1, viewed('hose', 300)],
  ['search', 6 * DAY_MS, { search_term: 'tap' }],
  ['view_item', 2 * DAY_MS, viewed('saw')],
  ['add_to_cart', HOUR_MS],
  ['purchase', HOUR_MS, { value: 2000 }],
  ['view_item', 0, viewed('hose')],
  ['search', -1, { search_term: 'later' }],
];

const asks = (asked: JsonObject, past: Past = PAST): boolean =>
  compileCondition({ $history: { within: 'P7D', ...asked } })({}, pastOf(past));

describe('conditions on the past', () => {
  const COUNTS: readonly (readonly [title: string, asked: JsonObject, expected: boolean])[] = [
    ['once is enough where no count is given', { event: 'add_to_cart' }, true],
    ['never is not', { event: 'refund' }, false],
    [
      'exactly a window ago is outside, a moment later and now are inside',
      { event: 'view_item', count: { $eq: 3 } },
      true,
    ],
    ['a longer window', { event: 'view_item', count: { $eq: 4 }, within: 'P8D' }, true],
    ['what is later than now has not happened', { event: 'search', count: { $eq: 1 } }, true],
    ['at least two', { event: 'view_item', count: { $gte: 2 } }, true],
    ['at least four', { event: 'view_item', count: { $gte: 4 } }, false],
    ['a range', { event: 'view_item', count: { $gt: 1, $lt: 3 } }, false],
    ['none at all', { event: 'refund', count: { $lt: 1 } }, true],
    ['not other than three', { event: 'view_item', count: { $not: { $ne: 3 } } }, true],
    ['one of a set', { event: 'view_item', count: { $in: [1, 3] } }, true],
    ['any is what is meant without an order', { event: 'view_item', order: 'any', count: { $eq: 3 } }, true],
    [
      'several names are counted together',
      { event: ['view_item', 'add_to_cart'], order: 'any', count: { $eq: 4 } },
      true,
    ],
    [
      'a name that is there twice is counted once',
      { event: ['view_item', 'view_item'], order: 'any', count: { $eq: 3 } },
      true,
    ],
    [
      'only rows that fit',
      { event: 'purchase', where: { value: { $gte: 1000 } }, within: 'P30D', count: { $eq: 1 } },
      true,
    ],
    ['rows that fit are inside the window too', { event: 'purchase', where: { value: { $lt: 1000 } } }, false],
    [
      'items by $elemMatch',
      {
        event: 'view_item',
        where: { items: { $elemMatch: { item_id: 'hose', price: { $gte: 300 } } } },
        count: { $eq: 1 },
      },
      true,
    ],
    ['items by their place', { event: 'view_item', where: { 'items.1.item_id': 'saw' }, count: { $eq: 1 } }, true],
    ['where nothing is asked every row fits', { event: 'view_item', where: {}, count: { $eq: 3 } }, true],
  ];
  for (const [title, asked, expected] of COUNTS) it(`[L24] ${title}`, () => expect(asks(asked)).to.equal(expected));

  it('[L24] windows are as long as their duration says', () => {
    const hourAgo: Past = [['search', HOUR_MS]];
    expect(asks({ event: 'search', within: 'PT1H' }, hourAgo)).to.equal(false);
    expect(asks({ event: 'search', within: 'PT1H1S' }, hourAgo)).to.equal(true);
    expect(asks({ event: 'search', within: `P${'9'.repeat(400)}D` }, hourAgo)).to.equal(true);
  });

  it('[L24] reads no more than the window of a long past', () => {
    const long = pastOf(Array.from({ length: 1000 }, (_, at) => ['search', (999 - at) * DAY_MS] as const));
    const test = compileCondition({ $history: { event: 'search', within: 'P300D', count: { $eq: 300 } } });
    expect(test({}, long)).to.equal(true);
  });

  it('[L24] stands beside attributes and in groups of groups', () => {
    const seen: JsonObject = { $history: { event: 'view_item', within: 'P7D' } };
    const never: JsonObject = { $history: { event: 'refund', within: 'P7D' } };
    const past = pastOf(PAST);
    const holds = (condition: Json): boolean => compileCondition(condition)({ x: 1 }, past);
    expect(holds({ x: 1, ...seen })).to.equal(true);
    expect(holds({ x: 2, ...seen })).to.equal(false);
    expect(holds({ $and: [seen, never] })).to.equal(false);
    expect(holds({ $or: [never, { $not: { $nor: [seen] } }] })).to.equal(true);
    expect(holds({ $nor: [seen] })).to.equal(false);
    expect(holds({ $not: never })).to.equal(true);
  });

  it('[L24] without a history nothing has happened', () => {
    const count = (counted: JsonObject): boolean =>
      compileCondition({ $history: { event: 'view_item', within: 'P7D', count: counted } })({});
    expect(count({ $gte: 1 })).to.equal(false);
    expect(count({ $eq: 0 })).to.equal(true);
    expect(compileCondition({ $history: { event: ['view_item'], within: 'P7D', order: 'mostRecent' } })({})).to.equal(
      false,
    );
  });

  const ORDERS: readonly (readonly [title: string, asked: JsonObject, expected: boolean])[] = [
    ['one after the other', { event: ['view_item', 'add_to_cart', 'purchase'], order: 'ordered' }, true],
    ['within one moment the log has an order', { event: ['purchase', 'add_to_cart'], order: 'ordered' }, false],
    ['what happens between does not matter', { event: ['search', 'purchase'], order: 'ordered' }, true],
    ['one of them outside the window', { event: ['purchase', 'search', 'add_to_cart'], order: 'ordered' }, false],
    [
      'the same outside is inside a longer one',
      { event: ['purchase', 'search', 'add_to_cart'], order: 'ordered', within: 'P9D' },
      true,
    ],
    ['a name twice wants two rows', { event: ['purchase', 'purchase'], order: 'ordered' }, false],
    ['a name twice, two rows', { event: ['purchase', 'purchase'], order: 'ordered', within: 'P9D' }, true],
    ['one of them never', { event: ['view_item', 'refund'], order: 'ordered' }, false],
    ['one name alone', { event: 'search', order: 'ordered' }, true],
    [
      'only rows that fit have an order',
      { event: ['view_item', 'add_to_cart'], order: 'ordered', where: { 'items.1.item_id': 'saw' } },
      false,
    ],
    ['the last of all is the first name', { event: ['view_item', 'purchase', 'search'], order: 'mostRecent' }, true],
    ['the last of all is another name', { event: ['purchase', 'view_item'], order: 'mostRecent' }, false],
    ['of one moment the later row is the last', { event: ['purchase', 'add_to_cart'], order: 'mostRecent' }, true],
    ['of one moment the earlier row is not', { event: ['add_to_cart', 'purchase'], order: 'mostRecent' }, false],
    ['the others may never have happened', { event: ['search', 'refund'], order: 'mostRecent' }, true],
    ['the first must have happened', { event: ['refund', 'login'], order: 'mostRecent' }, false],
    [
      'the very first row can be the last',
      { event: ['purchase'], order: 'mostRecent', within: 'P9D', where: { value: 900 } },
      true,
    ],
    [
      'only rows that fit are looked at',
      { event: ['purchase', 'view_item'], order: 'mostRecent', where: { value: { $exists: true } } },
      true,
    ],
  ];
  for (const [title, asked, expected] of ORDERS)
    it(`[L25] ${title}`, () => {
      expect(asks(asked)).to.equal(expected);
    });

  const GOOD: JsonObject = { event: 'view_item', within: 'P7D' };
  const WRONG: readonly (readonly [title: string, asked: Json])[] = [
    ['no object', 'view_item'],
    ['a list', [GOOD]],
    ['null', null],
    ['an unknown key', { ...GOOD, since: 'P7D' }],
    ['a key that objects inherit', { ...GOOD, toString: 1 }],
    ['no event', { within: 'P7D' }],
    ['an unknown event', { ...GOOD, event: 'viewed' }],
    ['an event that is no text', { ...GOOD, event: { toString: 1 } }],
    ['several names in one text', { ...GOOD, event: 'view_item search' }],
    ['a name of the relation', { ...GOOD, event: 'complaint_opened' }],
    ['a list without an order', { ...GOOD, event: ['view_item'] }],
    ['an empty list', { ...GOOD, event: [], order: 'ordered' }],
    ['an unknown name in a list', { ...GOOD, event: ['view_item', 'x'], order: 'any' }],
    ['a list in a list', { ...GOOD, event: [['view_item']], order: 'any' }],
    ['no window', { event: 'view_item' }],
    ['a window in months', { ...GOOD, within: 'P1M' }],
    ['a window of nothing', { ...GOOD, within: 'P0D' }],
    ['a window that is no text', { ...GOOD, within: 7 }],
    ['a window in a list', { ...GOOD, within: ['P7D'] }],
    ['a count without an operator', { ...GOOD, count: 2 }],
    ['an empty count', { ...GOOD, count: {} }],
    ['a count with an unknown operator', { ...GOOD, count: { $regex: 'a' } }],
    ['a count with a path', { ...GOOD, count: { $gte: 1, x: 1 } }],
    ['an unknown order', { ...GOOD, order: 'first' }],
    ['an order that objects inherit', { ...GOOD, order: 'toString' }],
    ['an order that is no text', { ...GOOD, order: { toString: 1 } }],
    ['a count with ordered', { ...GOOD, order: 'ordered', count: { $gte: 1 } }],
    ['a count with mostRecent', { ...GOOD, order: 'mostRecent', count: { $gte: 1 } }],
    ['a where that is no condition', { ...GOOD, where: 'x' }],
    ['a where with an unknown operator', { ...GOOD, where: { x: { $regex: 'a' } } }],
    ['a past inside a past', { ...GOOD, where: { $history: GOOD } }],
    ['a past inside a group inside a past', { ...GOOD, where: { $or: [{ $history: GOOD }] } }],
    ['too many conditions', { ...GOOD, where: { $or: Array.from({ length: 63 }, (_, x) => ({ x })) } }],
  ];
  for (const [title, asked] of WRONG)
    it(`[L26] an error when it is compiled: ${title}`, () => {
      expect(() => compileCondition({ $history: GOOD })).not.to.throw();
      expect(() => compileCondition({ $history: asked })).to.throw(ConditionError);
    });

  it('[L26] there is no past of an attribute', () => {
    expect(() => compileCondition({ x: { $history: GOOD } })).to.throw(ConditionError, 'unknown operator: $history');
    expect(() =>
      compileCondition({ $history: { ...GOOD, where: { $or: Array.from({ length: 62 }, (_, x) => ({ x })) } } }),
    ).not.to.throw();
  });
});
