import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS } from './clock.js';
import type { Item } from './item.js';
import { nextNeeds, type Need, type NeedPopulation, type NeedPurchase, type NeedRate } from './next-need.js';

const steady = (rate: number, shape = 1): NeedRate => ({ usual: rate, now: rate, shape });
const GROCER: NeedPopulation = new Map([
  ['milk', steady(0.2)],
  ['bread', steady(0.1)],
  ['nappies', steady(0.01)],
]);
const withRate = (value: string, rate: NeedRate): NeedPopulation => new Map([...GROCER, [value, rate]]);

function bought(day: number, ...values: readonly string[]): NeedPurchase {
  const items = values.map((value): Item => ({
    id: value,
    name: undefined,
    brand: undefined,
    prefixes: [value],
    price: undefined,
    quantity: 1,
  }));
  return { id: `${String(day)} ${values.join()}`, at: day * DAY_MS, offset: 0, items };
}

const needs = (purchases: readonly NeedPurchase[], population: NeedPopulation = GROCER, most = 3): readonly Need[] =>
  nextNeeds(purchases, { valuesOf: ({ prefixes }) => prefixes, population, most });
const expectedOf = (found: readonly Need[]): Readonly<Record<string, number>> =>
  Object.fromEntries(found.map(({ value, expected }) => [value, expected]));

describe('next needs', () => {
  it('[P61] before anything is bought the need is everybody’s', () => {
    expect(needs([])).to.deep.equal([
      { value: 'milk', expected: 0.2, base: 0.2, days: 0, ids: [] },
      { value: 'bread', expected: 0.1, base: 0.1, days: 0, ids: [] },
      { value: 'nappies', expected: 0.01, base: 0.01, days: 0, ids: [] },
    ]);
  });

  it('[P61] m of n purchase days make base (k + m) / (k + base n), with the purchases as evidence', () => {
    const [first, second, third] = needs([bought(1, 'nappies'), bought(2, 'nappies', 'milk'), bought(9, 'bread')]);
    expect(first).to.deep.include({ value: 'milk', days: 1, ids: ['2 nappies,milk'] });
    expect(first?.expected).to.be.closeTo(2 / (5 + 3), 1e-15);
    expect(second?.expected).to.be.closeTo(2 / (10 + 3), 1e-15);
    expect(third?.expected).to.be.closeTo(3 / (100 + 3), 1e-15);
    expect(third).to.deep.include({ value: 'nappies', days: 2, ids: ['1 nappies', '2 nappies,milk'] });
  });

  it('[P61] the more alike shoppers are, the more it takes to be different', () => {
    const own = [bought(1, 'nappies'), bought(2, 'nappies')];
    expect(needs(own, withRate('nappies', steady(0.01, 0.01)))[0]?.value).to.equal('nappies');
    expect(needs(own, withRate('nappies', steady(0.01, 10)))[0]?.value).to.equal('milk');
  });

  it('[P61] twice on one local day is one day', () => {
    const twice = [bought(1, 'bread'), { ...bought(1, 'bread'), id: 'again' }];
    expect(expectedOf(needs(twice))).to.deep.equal(expectedOf(needs([bought(1, 'bread')])));
    // 23:00 and 01:00 UTC are one day two hours west, and two days in Greenwich.
    const night = [
      { ...bought(1, 'bread'), at: 23 * 3_600_000, offset: -120 },
      { ...bought(1, 'bread'), at: 25 * 3_600_000, offset: -120 },
    ];
    const at = (offset: number) =>
      needs(night.map((purchase) => ({ ...purchase, offset }))).find(({ days }) => days > 0);
    expect(at(-120)?.days).to.equal(1);
    expect(at(0)?.days).to.equal(2);
  });

  it('[P62] a season lifts what is needed now, whoever needs it', () => {
    const spring = withRate('bread', { usual: 0.1, now: 0.3, shape: 1 });
    expect(needs([], spring)[0]).to.deep.include({ value: 'bread', expected: 0.3, base: 0.3 });
    const expected = (own: readonly NeedPurchase[]) => expectedOf(needs(own, spring))['bread'];
    expect(expected([bought(1, 'milk')])).to.be.closeTo((3 * 1) / (10 + 1), 1e-15);
    expect(expected([bought(1, 'bread')])).to.be.closeTo((3 * 2) / (10 + 1), 1e-15);
  });

  it('[P62] only the most wanted are listed, ties by name', () => {
    const alike = new Map(['d', 'b', 'c', 'a'].map((value) => [value, steady(0.1)] as const));
    expect(needs([], alike, 3).map(({ value }) => value)).to.deep.equal(['a', 'b', 'c']);
    expect(needs([], GROCER, 0)).to.deep.equal([]);
  });

  it('[P62] a rate or shape that is none makes no need, and never NaN', () => {
    for (const bad of [0, -1, NaN, Infinity]) {
      for (const part of ['usual', 'now', 'shape'] as const) {
        const found = needs([bought(1, 'milk')], withRate('milk', { ...steady(0.2), [part]: bad }));
        expect(found.map(({ value }) => value)).to.deep.equal(['bread', 'nappies']);
      }
    }
    expect(needs([bought(1, 'caviar')]).map(({ value }) => value)).not.to.include('caviar');
  });

  it('[P63] law: the order of purchases does not matter, and one more day with it never lowers it', () => {
    const day = fc.record({
      day: fc.integer({ min: 0, max: 40 }),
      values: fc.uniqueArray(fc.constantFrom('milk', 'bread', 'nappies'), { minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 12 }), fc.constantFrom('milk', 'bread', 'nappies'), (days, value) => {
        const purchases = days.map((each) => bought(each.day, ...each.values));
        const found = expectedOf(needs(purchases));
        expect(expectedOf(needs([...purchases].reverse()))).to.deep.equal(found);
        const more = expectedOf(needs([...purchases, bought(50, value)]));
        expect(more[value]).to.be.at.least(found[value] ?? NaN);
      }),
    );
  });
});
