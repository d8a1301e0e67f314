import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, HOSE, logOf, NOW, shopOf, type Told } from '../../test/garden-shop.js';
import type { Catalog } from './catalog.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { nextRows } from './next-rows.js';
import { DEFAULT_MODEL, DEFAULT_POLICY } from './policy.js';
import type { ProfileRow } from './profile-row.js';

const DRILL = { item_id: 'drill', item_category: 'tools', item_category2: 'drilling', price: 8995 };
const PILLS = { item_id: 'pills', item_category: 'health', item_category2: 'medicine', price: 495 };
const bought = (item: Told['params'] & object, day: number): Told => ({
  name: 'purchase',
  at: day * DAY_MS,
  params: { items: [item] },
});
const rowsOf = (told: readonly Told[], shop: Catalog = GARDEN_SHOP): readonly ProfileRow[] =>
  nextRows({
    folded: foldOf(logOf(told)),
    catalog: compileCatalog(shop, DEFAULT_MODEL),
    model: DEFAULT_MODEL,
    policy: DEFAULT_POLICY,
    now: NOW,
  });

describe('K6: future, not past', () => {
  const OFTEN = [bought(HOSE, -60), bought(HOSE, -40), bought(DRILL, -30), bought(HOSE, -20)];

  it('[P82] says what may be needed next beside what everybody needs, with the purchases it rests on', () => {
    const [first] = rowsOf(OFTEN);
    expect(first).to.deep.include({ rule: 'next', value: 'garden/watering', evidence: ['a:1', 'a:2', 'a:4'] });
    expect(first?.estimate?.value).to.be.greaterThan(first?.estimate?.rival?.value ?? 1);
  });

  it('[P82] what everybody buys anyway is no prediction about this shopper', () => {
    const shop = {
      ...shopOf(...GARDEN_SHOP.offers),
      baseRates: { category: { 'garden/watering': 0.9, 'tools/drilling': 0.05 } },
    };
    expect(rowsOf(OFTEN, shop).map(({ value }) => value)).to.deep.equal(['tools/drilling']);
  });

  it('[P82] one purchase says nothing, and a sensitive one is never predicted', () => {
    expect(rowsOf([bought(HOSE, -3)])).to.deep.equal([]);
    expect(rowsOf([bought(PILLS, -9), bought(PILLS, -6), bought(PILLS, -3)])).to.deep.equal([]);
  });

  it('[P82] what somebody else bought here says nothing of this shopper', () => {
    const notMe: Told = { name: 'visit_marked', at: -20 * DAY_MS + 1, params: { as: 'not_me' } };
    const [first] = rowsOf([...OFTEN, notMe]);
    expect(first?.evidence).to.deep.equal(['a:1', 'a:2']);
  });

  it('[P82] without the purchases it rests on it is gone', () => {
    expect(rowsOf(OFTEN.slice(2)).map(({ value }) => value)).to.not.include('paint');
    expect(rowsOf(OFTEN.slice(3))).to.deep.equal([]);
  });
});
