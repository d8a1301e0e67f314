import { expect } from 'chai';
import fc from 'fast-check';
import { exactExp, exactExp2, exactLn, relativeError, type Exact } from '../../test/exact-values.js';
import { expectFault, hold, type Law } from '../../test/laws/law.js';
import { exp, exp2, ln, sigmoid } from './dmath.js';

const RUNS = { runs: 500, seed: 3 };
const BAR = 4e-16;

type Real = (x: number) => number;

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

/** A function of one number that stays within 4e-16 of the true value. */
const within =
  (numbers: fc.Arbitrary<number>, exact: (x: number) => Exact): Law<Real> =>
  (subject, trial = RUNS) =>
    hold(
      fc.property(numbers, (x) => {
        expect(relativeError(subject(x), exact(x))).to.be.at.most(BAR);
      }),
      trial,
    );

// Powers whose results lie between 1e-300 and 1e300; coarse fractions, because tiny ones give 1 and test nothing.
const coarse = (limit: number): fc.Arbitrary<number> =>
  fc.oneof(between(-limit, limit), between(-2, 2)).map((x) => Math.round(x * 2 ** 40) / 2 ** 40);
const expIsExact = within(coarse(690), exactExp);
const exp2IsExact = within(coarse(996), exactExp2);
const sizes = between(-996, 996).map((x) => Math.round(x * 2 ** 20) / 2 ** 20);
const lnIsExact = within(
  fc
    .oneof(
      sizes.map(exp2),
      between(0.4, 2.5),
      sizes.map((size) => 1 + exp2(-1 - Math.abs(size) / 20)),
    )
    .filter((x) => x !== 1),
  exactLn,
);

describe('dmath', () => {
  it('[P1] exp2 is exact at whole numbers, from the smallest to the largest double', () => {
    for (let n = -1022; n <= 1023; n++) expect(exp2(n)).to.equal(2 ** n);
    expect(exp2(-1074)).to.equal(Number.MIN_VALUE);
  });

  it('[P1] exp2 is within 4e-16 of the true value for results from 1e-300 to 1e300', () => {
    exp2IsExact(exp2);
  });

  it('[P1] exp is within 4e-16 of the true value for results from 1e-300 to 1e300', () => {
    expIsExact(exp);
  });

  it('[P1] ln is within 4e-16 of the true value from 1e-300 to 1e300, and next to 1', () => {
    lnIsExact(ln);
  });

  it('[P1] planted faults: what costs a digit is seen', () => {
    expectFault(exp2IsExact, (x) => exp2(x) * (1 + 5e-16));
    expectFault(exp2IsExact, (x) => exp2(x * (1 + 1e-15)));
    expectFault(expIsExact, (x) => exp2(x / 0.6931471805599453));
    expectFault(expIsExact, (x) => exp(x) * (1 + 5e-16));
    expectFault(lnIsExact, (x) => ln(x) * (1 + 5e-16));
    expectFault(lnIsExact, (x) => ln(x * (1 + 5e-16)));
  });

  it('[P1] agrees with the known digits of e, of the square root of 2 and of ln 10', () => {
    expect(exp(1)).to.be.closeTo(2.718281828459045, 4.5e-16);
    expect(exp2(0.5)).to.be.closeTo(1.4142135623730951, 2.3e-16);
    expect(ln(10)).to.be.closeTo(2.302585092994046, 4.5e-16);
    expect(ln(2)).to.equal(0.6931471805599453);
    expect(sigmoid(0)).to.equal(0.5);
  });

  it('[P1] the ends of the range are what a caller would expect', () => {
    expect([exp2(-1100), exp2(1025), exp2(-Infinity), exp2(Infinity)]).to.deep.equal([0, Infinity, 0, Infinity]);
    expect([exp(-750), exp(711), exp(-Infinity), exp(Infinity)]).to.deep.equal([0, Infinity, 0, Infinity]);
    expect([exp(0), exp(-0), exp(-745)]).to.deep.equal([1, 1, Number.MIN_VALUE]);
    expect(exp(709.78)).to.be.below(Number.MAX_VALUE);
    expect([ln(0), ln(1), ln(Infinity)]).to.deep.equal([-Infinity, 0, Infinity]);
    expect(ln(Number.MIN_VALUE)).to.be.closeTo(-744.4400719213812, 2e-13);
    expect([exp2(NaN), exp(NaN), ln(-1), ln(NaN)].every(Number.isNaN)).to.equal(true);
    expect([sigmoid(-800), sigmoid(800)]).to.deep.equal([0, 1]);
  });
});
