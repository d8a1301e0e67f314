// Like dmath: only + - * / and comparisons, so that every browser engine gives the same bits.
import { exp, ln } from './dmath.js';

const HALF_LN_2PI = 0.9189385332046728;
/** B(2k) / (2k (2k - 1)): the coefficients of Stirling's series, the highest first. */
const STIRLING = [1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];
const STIRLING_FROM = 15;
const PRECISION = 1e-15;
const MOST_TERMS = 20_000;
const TINY = 1e-300;

/** The logarithm of the gamma function for x > 0, to 1e-12; NaN elsewhere. Its zeros at 1 and 2 are absolute, not relative. */
export function lnGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  let shifted = x;
  let product = 1;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted++;
  }
  const square = 1 / (shifted * shifted);
  let series = 0;
  for (const coefficient of STIRLING) series = coefficient + square * series;
  return (shifted - 0.5) * ln(shifted) - shifted + HALF_LN_2PI + series / shifted - ln(product);
}

const awayFromZero = (x: number): number => (x < TINY && x > -TINY ? TINY : x);

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction(x: number, [a, b]: readonly [number, number]): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    result *= step;
    if (step > 1 - PRECISION && step < 1 + PRECISION) return result;
  }
  return NaN;
}

/**
 * The regularised incomplete beta function I_x(a, b), the probability that Beta(a, b) is at most x.
 *
 * NaN unless a > 0, b > 0 and 0 <= x <= 1.
 */
export function betaBelow(x: number, [a, b]: readonly [number, number]): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) return NaN;
  if (x === 0 || x === 1) return x;
  const front = exp(a * ln(x) + b * ln(1 - x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, [a, b])) / a
    : 1 - (front * betaFraction(1 - x, [b, a])) / b;
}

/** Gauss's hypergeometric series 2F1(a, b; c; z) for 0 <= z < 1; NaN when it does not settle in 20,000 terms. */
export function hypergeometric(z: number, [a, b, c]: readonly [number, number, number]): number {
  if (!(z >= 0 && z < 1)) return NaN;
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    const limit = PRECISION * (sum < 0 ? -sum : sum);
    if (term <= limit && term >= -limit) return sum;
  }
  return NaN;
}
