import { expect } from 'chai';
import fc from 'fast-check';
import { gapSurvival } from './gap-surprise.js';
import type { Estimate } from './lifetime-value.js';
import { gapQuantile } from './next-gap.js';

function valueOf(found: Estimate): number {
  if ('unknown' in found) throw new Error(found.unknown);
  return found.value;
}

describe('the next gap', () => {
  it('[P60] without regularity the median is Lomax: b (2^(1/a) - 1)', () => {
    expect(valueOf(gapQuantile({ a: 3, b: 20, k: 1 }, 0.5))).to.be.closeTo(20 * (2 ** (1 / 3) - 1), 1e-12);
    expect(valueOf(gapQuantile({ a: 5, b: 30, k: 1 }, 1 - 1 / 32))).to.be.closeTo(30, 1e-12);
  });

  it('[P60] before any gap is seen the median is the typical cycle, whatever the regularity', () => {
    for (const k of [1, 1.5, 4, 16]) expect(valueOf(gapQuantile({ a: k, b: 40, k }, 0.5))).to.be.closeTo(40, 1e-11);
  });

  it('[P60] a quantile undoes the survival of the published habits', () => {
    expect(valueOf(gapQuantile({ a: 12, b: 49, k: 2 }, 1 - 0.17969574654271647))).to.be.closeTo(14, 1e-9);
    expect(valueOf(gapQuantile({ a: 17, b: 35, k: 4 }, 1 - 0.0271017455896874))).to.be.closeTo(21, 1e-9);
  });

  it('[P60] law: the survival at a quantile is one minus its probability', () => {
    const belief = fc.record({
      a: fc.double({ min: 0.5, max: 500, noNaN: true }),
      b: fc.double({ min: 0.01, max: 1e5, noNaN: true }),
      k: fc.double({ min: 1, max: 16, noNaN: true }),
    });
    fc.assert(
      fc.property(belief, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (habit, probability) => {
        const gap = valueOf(gapQuantile(habit, probability));
        expect(gapSurvival(habit, gap)).to.be.closeTo(1 - probability, 1e-9);
      }),
    );
  });

  it('[P60] what cannot be known says why, never NaN', () => {
    const unknown = { unknown: 'invalid-model' };
    for (const bad of [0, -1, NaN, Infinity]) {
      expect(gapQuantile({ a: bad, b: 20, k: 1 }, 0.5)).to.deep.equal(unknown);
      expect(gapQuantile({ a: 3, b: bad, k: 1 }, 0.5)).to.deep.equal(unknown);
      expect(gapQuantile({ a: 3, b: 20, k: bad }, 0.5)).to.deep.equal(unknown);
    }
    for (const bad of [0, 1, NaN]) expect(gapQuantile({ a: 3, b: 20, k: 1 }, bad)).to.deep.equal(unknown);
    expect(gapQuantile({ a: 1e-6, b: 20, k: 1 }, 0.99)).to.deep.equal({ unknown: 'not-computable' });
  });
});
