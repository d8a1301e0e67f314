import { expect } from 'chai';
import fc from 'fast-check';
import {
  absoluteError,
  exactBetaBelow,
  exactHypergeometric,
  exactLnGamma,
  exactNormalDistribution,
  relativeError,
} from '../../test/exact-values.js';
import { expectFault, hold, type Law } from '../../test/laws/law.js';
import { exp, exp2, ln } from './dmath.js';
import { betaBelow, hypergeometric, lnGamma, normalDistribution } from './special-functions.js';

const RUNS = { runs: 300, seed: 3 };
const BAR = 1e-12;

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((x) => Math.round(x * 2 ** 30) / 2 ** 30);
/** As many numbers from 1/8 to 1/4 as from 64 to 128. */
const spread = (min: number, max: number): fc.Arbitrary<number> => between(Math.log2(min), Math.log2(max)).map(exp2);

const lnGammaIsExact: Law<typeof lnGamma> = (subject, trial = RUNS) =>
  hold(
    fc.property(fc.oneof(spread(1e-3, 1e6), between(0.5, 3)), (x) => {
      const exact = exactLnGamma(x);
      expect(Math.min(relativeError(subject(x), exact), 10 * absoluteError(subject(x), exact))).to.be.at.most(BAR);
    }),
    trial,
  );

/** Shares below, around and above the mean a / (a + b), where the result is at least 1e-200. */
const BETAS = fc
  .tuple(spread(0.5, 300), spread(0.5, 100), fc.oneof(between(-8, 0).map(exp2), between(0.8, 1.25)), between(0, 1))
  .map(([a, b, around, x]) => [Math.round(x * 4) === 1 ? x : (around * a) / (a + b), a, b] as const)
  .filter(([x, a, b]) => x > 0 && x < 1 && betaBelow(x, [a, b]) >= 1e-200);

const betaBelowIsExact: Law<typeof betaBelow> = (subject, trial = RUNS) =>
  hold(
    fc.property(BETAS, ([x, a, b]) => {
      expect(relativeError(subject(x, [a, b]), exactBetaBelow(x, [a, b]))).to.be.at.most(BAR);
    }),
    trial,
  );

/** The published forms of BG/NBD and MBG/NBD, and their transforms, whose first parameters may be negative. */
const GAUSS = fc
  .record({
    z: between(0, 0.98),
    r: spread(0.1, 5),
    a: fc.oneof(spread(1e-9, 1e-2), spread(1e-2, 5)),
    b: spread(0.05, 50),
    x: fc.oneof(fc.integer({ min: 0, max: 150 }), fc.constant(1000)),
    left: fc.constantFrom(0, 1),
    published: fc.boolean(),
  })
  .map(({ z, r, a, b, x, left, published }): readonly [number, readonly [number, number, number]] => {
    const [stayed, c] = [b + x + left, a + b + x + left - 1];
    return [z, published && x < 1000 ? [r + x, stayed, c] : [a - 1, c - r - x, c]];
  })
  .filter(([, [, , c]]) => c > 1e-6);

const hypergeometricIsExact: Law<typeof hypergeometric> = (subject, trial = RUNS) =>
  hold(
    fc.property(GAUSS, ([z, parameters]) => {
      expect(relativeError(subject(z, parameters), exactHypergeometric(z, parameters))).to.be.at.most(BAR);
    }),
    trial,
  );

const normalIsExact: Law<typeof normalDistribution> = (subject, trial = RUNS) =>
  hold(
    fc.property(fc.oneof(between(-37.5, 8), between(-4, 4)), (z) => {
      expect(relativeError(subject(z), exactNormalDistribution(z))).to.be.at.most(BAR);
    }),
    trial,
  );

describe('special functions', () => {
  it('[P1] lnGamma is within 1e-12 of the true value from 1e-3 to 1e6, and within 1e-13 in itself at its zeros', () => {
    lnGammaIsExact(lnGamma);
  });

  it('[P1] betaBelow is within 1e-12 of the true value down to 1e-200, for a to 300 and b to 100', () => {
    betaBelowIsExact(betaBelow);
  });

  it('[P1] hypergeometric is within 1e-12 of the true value wherever a purchase model asks for it', () => {
    hypergeometricIsExact(hypergeometric);
  });

  it('[P1] normalDistribution is within 1e-12 of the true value from -37.5 to 8', () => {
    normalIsExact(normalDistribution);
  });

  it('[P1] planted faults: what costs the twelfth digit is seen', () => {
    expectFault(lnGammaIsExact, (x) => lnGamma(x) * (1 + 2e-12));
    expectFault(lnGammaIsExact, (x) => lnGamma(x + 1) - ln(x) + 2e-13);
    expectFault(betaBelowIsExact, (x, [a, b]) => betaBelow(x * (1 + 1e-14), [a, b]));
    // what the logarithms of large gamma functions lose when they are subtracted at the size of 100,000
    const kept = (x: number): number => x + 100_000 - 100_000;
    expectFault(betaBelowIsExact, (x, [a, b]) => betaBelow(x, [a, b]) * exp(kept(lnGamma(a + b)) - lnGamma(a + b)));
    expectFault(hypergeometricIsExact, (z, [a, b, c]) => hypergeometric(z, [a, b, c * (1 + 1e-11)]));
    expectFault(normalIsExact, (z) => 1 - normalDistribution(-z));
    expectFault(normalIsExact, (z) => normalDistribution(z * (1 + 1e-15)));
  });

  it('[P1] lnGamma knows factorials and one half', () => {
    expect(lnGamma(1)).to.be.closeTo(0, 1e-13);
    expect(lnGamma(5)).to.be.closeTo(3.1780538303479458, 1e-14);
    expect(lnGamma(0.5)).to.be.closeTo(0.5723649429247001, 1e-13);
    expect([lnGamma(0), lnGamma(-1), lnGamma(NaN)].every(Number.isNaN)).to.equal(true);
    expect(lnGamma(Infinity)).to.equal(Infinity);
  });

  it('[P1] betaBelow has the printed digits of the customer-mix oracle, and its ends', () => {
    expect(1 - betaBelow(0.5, [14, 17])).to.be.closeTo(0.292332355864346, 1e-14);
    expect(betaBelow(0.5, [14, 17]) - betaBelow(0.2, [14, 17])).to.be.closeTo(0.7067657748069265, 1e-14);
    expect([betaBelow(0, [2, 3]), betaBelow(1, [2, 3])]).to.deep.equal([0, 1]);
    expect([betaBelow(-0.1, [2, 3]), betaBelow(0.5, [0, 3])].every(Number.isNaN)).to.equal(true);
  });

  it('[P1] hypergeometric equals -ln(1 - z) / z and gives up beyond its domain', () => {
    expect(hypergeometric(0.5, [1, 1, 2])).to.be.closeTo(1.3862943611198906, 1e-14);
    expect(hypergeometric(0, [1, 1, 2])).to.equal(1);
    expect([hypergeometric(1, [1, 1, 2]), hypergeometric(0.99999, [3, 3, 1])].every(Number.isNaN)).to.equal(true);
  });

  it('[P1] hypergeometric gives nothing rather than digits that its terms have eaten', () => {
    // the polynomial (1 - z)^60, whose terms grow to 1e17
    expect(hypergeometric(0.5, [-60, 1, 1])).to.be.NaN;
    expect(hypergeometric(0.5, [-5, 1, 1])).to.be.closeTo(0.03125, 1e-16);
  });

  it('[P1] normalDistribution has the known digits, and its ends', () => {
    expect(normalDistribution(0)).to.equal(0.5);
    expect(normalDistribution(1)).to.be.closeTo(0.8413447460685429, 2.3e-16);
    expect(normalDistribution(1 / Math.sqrt(2))).to.be.closeTo(0.7602499389065233, 2.3e-16);
    expect(normalDistribution(-37) / 5.725571222524576e-300).to.be.closeTo(1, 1e-12);
    expect([normalDistribution(-38.7), normalDistribution(9)]).to.deep.equal([0, 1]);
    expect(normalDistribution(-38.4)).to.be.above(0);
    expect([normalDistribution(-Infinity), normalDistribution(Infinity)]).to.deep.equal([0, 1]);
    expect(normalDistribution(NaN)).to.be.NaN;
  });

  it('[P1] normalDistribution rises, across the place where its two methods meet too', () => {
    for (const from of [-2.5, 2.5]) {
      for (let n = -50; n < 50; n++) {
        expect(normalDistribution(from + (n + 1) / 1e9)).to.be.above(normalDistribution(from + n / 1e9));
      }
    }
  });
});
