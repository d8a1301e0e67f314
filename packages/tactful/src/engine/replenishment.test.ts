import { expect } from 'chai';
import fc from 'fast-check';
import { foldOf, GARDEN_SHOP, HOSE, logOf, NOW } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { DEFAULT_MODEL, DEFAULT_POLICY } from './policy.js';
import { dueCategories, visitWithin } from './replenishment.js';

const due = (days: readonly number[], today: number): readonly string[] =>
  dueCategories({
    folded: foldOf(logOf(days.map((day) => ({ name: 'purchase', at: day * DAY_MS, params: { items: [HOSE] } })))),
    catalog: compileCatalog({ ...GARDEN_SHOP, cycles: { garden: 'P21D' } }, DEFAULT_MODEL),
    model: DEFAULT_MODEL,
    policy: DEFAULT_POLICY,
    now: { ...NOW, at: NOW.at + today * DAY_MS },
  }).map(({ habit }) => habit.value);

describe('replenishment', () => {
  it('[P25] K6: what is bought again and again is due around its own time, not before and not long after', () => {
    const days = [0, 20, 40, 60];
    expect([65, 80, 200].map((today) => due(days, today))).to.deep.equal([[], ['garden/watering'], []]);
  });

  it('[P25] one gap is no rhythm', () => {
    for (let today = 20; today < 200; today += 10) expect(due([0, 20], today)).to.deep.equal([]);
  });

  it('[P25] a visit within some days has the digits of the survival', () => {
    const found = visitWithin({ a: 3, b: 20, k: 1 }, { elapsed: 10, within: 10 });
    // The exponential case: what has passed is added to b.
    expect('value' in found ? found.value : NaN).to.be.closeTo(1 - (30 / 40) ** 3, 1e-12);
    expect(visitWithin({ a: 3, b: 20, k: 1 }, { elapsed: -1, within: 1 })).to.deep.equal({
      unknown: 'invalid-history',
    });
    expect(visitWithin({ a: 500, b: 1, k: 1 }, { elapsed: 1e9, within: 1 })).to.deep.equal({
      unknown: 'not-computable',
    });
  });

  it('[P25] law: the longer one looks ahead, the likelier a visit', () => {
    const belief = fc.record({ a: fc.integer({ min: 1, max: 60 }), b: fc.integer({ min: 1, max: 400 }) });
    fc.assert(
      fc.property(belief, fc.nat(100), fc.nat(50), fc.nat(50), (given, elapsed, within, more) => {
        const near = visitWithin({ ...given, k: 1.5 }, { elapsed, within });
        const far = visitWithin({ ...given, k: 1.5 }, { elapsed, within: within + more });
        if (!('value' in near) || !('value' in far)) return;
        expect(near.value).to.be.within(0, 1);
        expect(far.value).to.be.at.least(near.value - 1e-9);
      }),
    );
  });
});
