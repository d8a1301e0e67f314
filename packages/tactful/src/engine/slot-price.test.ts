import { expect } from 'chai';
import fc from 'fast-check';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import { slotPrice, slotPriceOf } from './slot-price.js';

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
const chances = (n: number, everyMs: number): readonly { readonly at: number; readonly utility: number }[] =>
  upTo(n).map((utility) => ({ at: utility * everyMs, utility }));

describe('slot price', () => {
  it('[D59] who may speak three times in ten keeps it for the best three', () => {
    expect(slotPrice(upTo(20), 0.3)).to.equal(14);
    expect(slotPrice([...upTo(20)].reverse(), 0.3)).to.equal(14);
    expect(slotPrice(upTo(16), 0.25)).to.equal(12);
  });

  it('[D59] it is nothing before 16 chances, nothing where there is no lack, and never below nothing', () => {
    expect(slotPrice(upTo(15), 0.1)).to.equal(0);
    expect(slotPrice(upTo(16), 0.5)).to.equal(8);
    expect(slotPrice(upTo(64), 1)).to.equal(0);
    expect(slotPrice(upTo(64), 7)).to.equal(0);
    expect(
      slotPrice(
        upTo(20).map((each) => each - 30),
        0.3,
      ),
    ).to.equal(0);
    expect(slotPrice(upTo(20), 0)).to.equal(20);
  });

  it('[D59] only the last 64 count', () => {
    expect(slotPrice([...upTo(64).map(() => 1e6), ...upTo(64)], 0.5)).to.equal(32);
  });

  it('[D59] the tightest cap sets it: by the pace of chances, and by the visits they lie in', () => {
    const week = [{ cap: 10, ms: 7 * DAY_MS }];
    // Two chances a day are 14 a week for ten contacts: the worst 2/7 stay silent.
    expect(slotPriceOf(chances(64, 12 * HOUR_MS), { windows: week, perVisit: 3 })).to.equal(19);
    // Thrice a week there is no lack.
    expect(slotPriceOf(chances(64, 56 * HOUR_MS), { windows: week, perVisit: 3 })).to.equal(0);
    // All in one visit, of which three may be used.
    expect(slotPriceOf(chances(30, MINUTE_MS), { windows: [], perVisit: 3 })).to.equal(27);
    expect(slotPriceOf([], { windows: week, perVisit: 3 })).to.equal(0);
  });

  it('[D59] half an hour without a chance ends a visit, and of long ago nothing counts', () => {
    const each = { windows: [], perVisit: 1 };
    expect(slotPriceOf(chances(30, 30 * MINUTE_MS), each)).to.equal(0);
    expect(slotPriceOf(chances(30, 30 * MINUTE_MS - 1), each)).to.equal(29);
    // Sixty visits of one chance each, and then one visit of sixty-four.
    const before = chances(60, DAY_MS).map(({ at }) => ({ at: at - 99 * DAY_MS, utility: 500 }));
    expect(slotPriceOf([...before, ...chances(64, MINUTE_MS)], each)).to.equal(63);
  });

  it('[D59] law: fewer contacts are dearer, and the share above the price is what may speak', () => {
    const utilities = fc.array(fc.double({ min: 0.001, max: 100, noNaN: true }), { minLength: 16, maxLength: 64 });
    fc.assert(
      fc.property(
        utilities,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (known, a, b) => {
          const [few, many] = [Math.min(a, b), Math.max(a, b)];
          expect(slotPrice(known, few)).to.be.at.least(slotPrice(known, many));
          const above = known.filter((each) => each > slotPrice(known, few)).length;
          expect(above).to.be.at.most(few * known.length + 1e-6);
        },
      ),
    );
  });
});
