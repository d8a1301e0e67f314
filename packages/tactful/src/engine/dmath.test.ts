import { expect } from 'chai';
import fc from 'fast-check';
import { exp, exp2, ln, sigmoid } from './dmath.js';

// The reference: fixed point with 200 binary places, in integers, so that it owes nothing to Math.
const PLACES = 200n;
const ONE = 1n << PLACES;

function fixed(x: number): bigint {
  let whole = x;
  let places = 0n;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    places++;
  }
  return (BigInt(whole) << PLACES) >> places;
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> PLACES;

function exactExp(x: bigint): bigint {
  const halvings = 12n;
  const small = x >> halvings;
  let term = ONE;
  let sum = ONE;
  for (let n = 1n; n < 30n; n++) {
    term = times(term, small) / n;
    sum += term;
  }
  for (let n = 0n; n < halvings; n++) sum = times(sum, sum);
  return sum;
}

let exactLn2 = 0n;
for (let n = 1n; n <= PLACES; n++) exactLn2 += (ONE >> n) / n;

/** How far `found` lies from `wanted`, as a share of it. */
function relativeError(found: number, wanted: bigint): number {
  const difference = fixed(found) - wanted;
  return Math.abs(Number((difference * 10n ** 24n) / wanted)) / 1e24;
}

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((x) => Math.round(x * 2 ** 40) / 2 ** 40);

describe('dmath', () => {
  it('[P1] exp2 is exact at whole numbers, from the smallest to the largest double', () => {
    for (let n = -1022; n <= 1023; n++) expect(exp2(n)).to.equal(2 ** n);
    expect(exp2(-1074)).to.equal(Number.MIN_VALUE);
  });

  it('[P1] exp2 is within 4e-16 of the true value on [-30, 30]', () => {
    fc.assert(
      fc.property(between(-30, 30), (x) => {
        expect(relativeError(exp2(x), exactExp(times(fixed(x), exactLn2)))).to.be.below(4e-16);
      }),
    );
  });

  it('[P1] exp is within 4e-16 of the true value where odds live, and loses one part in 2^53 for each unit beyond', () => {
    fc.assert(
      fc.property(between(-30, 30), (x) => {
        expect(relativeError(exp(x), exactExp(fixed(x)))).to.be.below(4e-16 + Math.abs(x) * 2 ** -53);
      }),
    );
  });

  it('[P1] ln is within 4e-16 of the true value, measured by raising e to it', () => {
    fc.assert(
      fc.property(between(-30, 30), (exponent) => {
        const x = exp2(exponent);
        const found = ln(x);
        if (found === 0) return;
        // e^(y + d) = x (1 + d): the error of y, seen through e^y
        expect(relativeError(x, exactExp(fixed(found))) / Math.abs(found)).to.be.below(4e-16);
      }),
    );
  });

  it('[P1] agrees with the known digits of e, of the square root of 2 and of ln 10', () => {
    expect(exp(1)).to.equal(2.718281828459045);
    expect(exp2(0.5)).to.be.closeTo(1.4142135623730951, 2.3e-16);
    expect(ln(10)).to.be.closeTo(2.302585092994046, 4.5e-16);
    expect(ln(2)).to.equal(0.6931471805599453);
    expect(sigmoid(0)).to.equal(0.5);
  });

  it('[P1] the ends of the range are what a caller would expect', () => {
    expect([exp2(-1100), exp2(1025), exp2(-Infinity), exp2(Infinity)]).to.deep.equal([0, Infinity, 0, Infinity]);
    expect([ln(0), ln(1), ln(Infinity)]).to.deep.equal([-Infinity, 0, Infinity]);
    expect([exp2(NaN), ln(-1), ln(NaN)].every(Number.isNaN)).to.equal(true);
    expect([sigmoid(-800), sigmoid(800)]).to.deep.equal([0, 1]);
  });
});
