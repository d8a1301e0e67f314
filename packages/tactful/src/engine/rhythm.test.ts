import { expect } from 'chai';
import fc from 'fast-check';
import { ln } from './dmath.js';
import { gapSurvival } from './gap-surprise.js';
import { gapBelief, regularity } from './rhythm.js';

const HABITS = 20_000;
const TRAINING_GAPS = 6;
const NOMINAL = 0.02;

/** Uniform numbers, the same in every engine. */
function newRandom(): () => number {
  let state = 2025;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The numbers of a congruential generator hang together; mixed, they do not.
    const mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
    return (((mixed ^ (mixed >>> 15)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

/** How many in a hundred gaps that are mere chance would raise an alarm, after six gaps of the same habit. */
function falseAlarms(k: number, { mean, cycle }: { readonly mean: number; readonly cycle: number }): number {
  const random = newRandom();
  const gap = (): number => {
    let product = 1;
    for (let i = 0; i < k; i++) product *= random();
    return (-ln(product) / k) * mean;
  };
  let alarms = 0;
  for (let habit = 0; habit < HABITS; habit++) {
    const belief = gapBelief(Array.from({ length: TRAINING_GAPS }, gap), { cycle });
    if (gapSurvival(belief, gap()) < NOMINAL) alarms++;
  }
  return (100 * alarms) / HABITS;
}

describe('rhythm', () => {
  it('[P21] five even gaps are shrunk to a regularity of 3.7, and no gaps are like everybody', () => {
    // exp(5/13 ln 16 + 8/13 ln 1.5): clockwork first becomes 16, then is shrunk.
    expect(regularity([7, 7, 8, 6, 7])).to.be.closeTo(3.7281, 1e-4);
    expect(regularity([7, 7, 7, 7, 7])).to.equal(regularity([7, 7, 8, 6, 7]));
    expect(regularity([])).to.equal(1.5);
    expect(regularity([0, -1, NaN, Infinity])).to.equal(1.5);
  });

  it('[P21] law: regularity lies between chance and clockwork and has no unit', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 64 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 2, max: 50 }), (days, unit) => {
        const k = regularity(days);
        expect(k).to.be.within(1, 16);
        expect(regularity(days.map((day) => day * unit))).to.be.closeTo(k, 1e-6);
      }),
    );
  });

  it('[P21] the prior of a gap is one gap of the usual cycle', () => {
    expect(gapBelief([], { cycle: 30 })).to.deep.equal({ a: 1.5, b: 30, k: 1.5 });
    const { a, b, k } = gapBelief([7, 7, 8, 6, 7], { cycle: 30 });
    expect(a).to.be.closeTo(6 * k, 1e-12);
    expect(b).to.equal(65);
  });

  it('[P22] chance alone breaks one gap in thirty or fewer at a nominal 2 %', () => {
    // With a usual cycle a fifth longer than the shopper's own, as for a shop's better customers.
    const own = { mean: 25, cycle: 30 };
    expect(falseAlarms(1, own)).to.be.closeTo(3.2, 0.3);
    expect(falseAlarms(2, own)).to.be.closeTo(1.8, 0.3);
    expect(falseAlarms(4, own)).to.be.closeTo(0.7, 0.3);
  });

  it('[P22] at the true cycle that is one gap in twenty-five, and one in fifteen with a cycle far too short', () => {
    expect(falseAlarms(1, { mean: 30, cycle: 30 })).to.be.within(3.2, 4.2);
    expect(falseAlarms(1, { mean: 30, cycle: 1 })).to.be.within(5, 7);
  });
});
