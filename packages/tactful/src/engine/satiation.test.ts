import { expect } from 'chai';
import fc from 'fast-check';
import { decideOn, foldOf, HOSE, logOf, NOW, outcome, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { cycleReader, satiationAt, satiationReader, usualCycle } from './satiation.js';

const bought = (days: number, path: readonly string[] = ['food', 'ice cream']): Told => ({
  name: 'purchase',
  at: days * DAY_MS,
  params: {
    items: [
      { item_id: 'i', item_category: path[0] ?? '', item_category2: path[1] ?? '' },
      { item_id: 'j', item_category: path[0] ?? '' },
    ],
  },
});
const satisfied = (
  told: readonly Told[],
  how: { readonly days: number; readonly cycle?: number; readonly prefix?: string },
): number =>
  satiationAt(foldOf(logOf(told)), {
    prefix: how.prefix ?? 'food/ice cream',
    at: NOW.at + how.days * DAY_MS,
    ...(how.cycle === undefined ? {} : { cycleOf: () => how.cycle ?? 0 }),
  });

describe('satiation', () => {
  it('[P50] with a cycle of seven days it is 1, .5, .25 and .0625 after 0, 3.5, 7 and 14 days', () => {
    const found = [0, 3.5, 7, 14].map((days) => satisfied([bought(0)], { days, cycle: 7 }));
    expect(found).to.deep.equal([1, 0.5, 0.25, 0.0625]);
  });

  it('[P50] where the shop names no cycle, words of the category do', () => {
    const PATHS = [
      'food/ice cream',
      'IJsjes',
      'groceries',
      'zuivel',
      'furniture/chairs',
      'Gereedschap',
      'garden/watering',
    ];
    expect(PATHS.map(usualCycle)).to.deep.equal([3, 3, 7, 7, 360, 360, 28]);
    expect(['price', 'service', 'spicy'].map(usualCycle)).to.deep.equal([28, 28, 28]);
  });

  it('[P50] every depth of the path is satisfied, other categories are not', () => {
    expect(satisfied([bought(0)], { days: 7, cycle: 7, prefix: 'food' })).to.equal(0.25);
    expect(satisfied([bought(0)], { days: 0, prefix: 'food/cheese' })).to.equal(0);
  });

  it('[P50] law: it is never more than full, and only falls while nothing is bought', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), fc.nat(60), (days, wait) => {
        const told = days.map((day) => bought(day));
        const [now, later] = [31, 31 + wait].map((each) => satisfied(told, { days: each }));
        expect(now).to.be.within(0, 1);
        expect(later).to.be.at.most(now ?? NaN);
      }),
    );
  });

  it('[D64] the shop names the cycle of a category or of what is around it; else its words do', () => {
    const cycleOf = cycleReader({
      cycles: new Map([
        ['food', 10],
        ['food/ice cream', 2],
      ]),
      medianPrice: new Map([['food/bread', 250]]),
    });
    expect(['food/ice cream/vanilla', 'food/bread', 'groceries', 'food/ice cream'].map(cycleOf)).to.deep.equal([
      2, 10, 7, 2,
    ]);
  });

  it('[R215] a compiled catalogue remembers no category that it does not have itself', () => {
    const asked: string[] = [];
    const cycles = new Map([['food', 10]]);
    const watched = { get: (path: string) => (asked.push(path), cycles.get(path)) };
    const cycleOf = cycleReader({
      cycles: Object.assign(Object.create(cycles) as typeof cycles, watched),
      medianPrice: new Map([['food/bread', 250]]),
    });
    for (const path of ['food/bread', 'food/secret', 'food/bread', 'food/secret']) expect(cycleOf(path)).to.equal(10);
    expect(asked.filter((path) => path !== 'food')).to.deep.equal(['food/bread', 'food/secret', 'food/secret']);
  });

  it('[D64] law: the reader of many categories reads what each alone reads', () => {
    const PATHS = [
      ['food', 'ice cream'],
      ['food', 'bread'],
      ['tools', 'drills'],
    ] as const;
    const told = fc.array(fc.tuple(fc.nat(90), fc.constantFrom(...PATHS)), { maxLength: 12 });
    fc.assert(
      fc.property(told, fc.nat(60), (purchases, wait) => {
        const folded = foldOf(logOf(purchases.map(([day, path]) => bought(day, path))));
        const at = NOW.at + (90 + wait) * DAY_MS;
        const levelOf = satiationReader(folded, { at, cycleOf: usualCycle });
        for (const prefix of ['food', 'food/bread', 'food/ice cream', 'tools/drills', 'books', 'food']) {
          expect(levelOf(prefix)).to.equal(satiationAt(folded, { prefix, at }));
        }
      }),
    );
  });
});

describe('M3: the ice cream', () => {
  it('[P50] M3: while paying and just after, nothing else is welcome; the wish comes back in days, not weeks', () => {
    const paying: Told = { name: 'begin_checkout', at: 0 };
    expect(outcome(decideOn(logOf([paying]), { at: 1000 }))).to.equal('TASK_FOCUS');
    const done = [paying, { name: 'purchase', at: 2000, params: { items: [HOSE] } } as const];
    expect(outcome(decideOn(logOf(done), { at: 3000 }))).to.equal('JUST_BOUGHT');
    expect(satisfied([bought(0)], { days: 0 })).to.equal(1);
    expect(satisfied([bought(0)], { days: 1.5 })).to.equal(0.5);
    expect(satisfied([bought(0, ['garden', 'hoses'])], { days: 1.5, prefix: 'garden/hoses' })).to.be.above(0.9);
  });
});
