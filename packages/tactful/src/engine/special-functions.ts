// Like dmath: only + - * / and comparisons, so that every browser engine gives the same bits.
import { exp, ln } from './dmath.js';

const HALF_LN_2PI = 0.9189385332046728;
const ONE_OVER_SQRT_2PI = 0.3989422804014327;
/** B(2k) / (2k (2k - 1)): the coefficients of Stirling's series, the highest first. */
const STIRLING = [1 / 156, -691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12];
const STIRLING_FROM = 15;
const PRECISION = 1e-15;
const MOST_TERMS = 20_000;
const TINY = 1e-300;
/** How many times larger than its sum the terms of a series may be: what is left holds 1e-12. */
const MOST_CANCELLATION = 1000;
/** Where the normal distribution is read from a continued fraction, which settles faster the farther out. */
const FAR = 2.5;

/** What Stirling's series adds to (x - 1/2) ln x - x + ln(2 pi) / 2, for x from 15. */
function stirlingSum(x: number): number {
  const square = 1 / (x * x);
  let series = 0;
  for (const coefficient of STIRLING) series = coefficient + square * series;
  return series / x;
}

const stirlingStart = (x: number): number => (x - 0.5) * ln(x) - x + HALF_LN_2PI;

/**
 * The logarithm of the gamma function for x > 0; NaN elsewhere.
 *
 * The error is below 1e-12 of the result, and close to the zeros at 1 and 2 below 1e-13 in itself.
 */
export function lnGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x === Infinity) return x;
  let shifted = x;
  let product = 1;
  while (shifted < STIRLING_FROM) {
    product *= shifted;
    shifted++;
  }
  return stirlingStart(shifted) + stirlingSum(shifted) - ln(product);
}

/** lnGamma without the part that grows with x: differences of it keep their digits (Loader 2000). */
const stirlingError = (x: number): number => (x < STIRLING_FROM ? lnGamma(x) - stirlingStart(x) : stirlingSum(x));

/** x^a (1 - x)^b / B(a, b). */
function betaFront(x: number, [a, b]: readonly [number, number]): number {
  const both = a + b;
  const rest = stirlingError(both) - stirlingError(a) - stirlingError(b) - HALF_LN_2PI;
  const height = a * ln((x * both) / a) + b * ln(((1 - x) * both) / b);
  return exp(height + rest) * Math.sqrt((a / both) * b);
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
 * The error is below 1e-12 of the result, however small, for a and b up to some hundreds. Where x lies above the mean
 * the result is 1 minus what is beyond: for the digits of that, ask for 1 - x and [b, a].
 * NaN unless a > 0, b > 0 and 0 <= x <= 1.
 */
export function betaBelow(x: number, [a, b]: readonly [number, number]): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) return NaN;
  if (x === 0 || x === 1) return x;
  const front = betaFront(x, [a, b]);
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, [a, b])) / a
    : 1 - (front * betaFraction(1 - x, [b, a])) / b;
}

/**
 * Gauss's hypergeometric series 2F1(a, b; c; z) for 0 <= z < 1, to 1e-12 of the result.
 *
 * NaN when it does not settle in 20,000 terms, and when terms of both signs would leave fewer digits than that.
 */
export function hypergeometric(z: number, [a, b, c]: readonly [number, number, number]): number {
  if (!(z >= 0 && z < 1)) return NaN;
  let term = 1;
  let sum = 1;
  let largest = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    const step = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= step;
    sum += term;
    const size = Math.abs(term);
    const total = Math.abs(sum);
    if (size > largest) largest = size;
    // The steps go to z: what is left is at most a geometric series.
    const shrinks = Math.max(Math.abs(step), z);
    if (size * shrinks <= PRECISION * (1 - shrinks) * total) return largest <= MOST_CANCELLATION * total ? sum : NaN;
  }
  return NaN;
}

/** What is beyond z over the density there (Mills's ratio), by Laplace's continued fraction. */
function normalFraction(z: number): number {
  // Read from the inside, where what is not read is close to the root; the depth is enough for the last digit.
  const depth = Math.floor(7 + 350 / (z * z));
  let rest = (z + Math.sqrt(z * z + 4 * depth)) / 2;
  for (let n = depth; n >= 1; n--) rest = z + n / rest;
  return 1 / rest;
}

/** The same between 0 and z: z + z³/3 + z⁵/15 + ... */
function normalSum(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > 1e-17 * sum; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/**
 * The normal distribution function Φ(z), the probability that a standard normal number is at most z.
 *
 * The error is below 1e-12 of the result down to z = -37.5; below that the result has fewer digits than a number can
 * hold, and under -38.6 it is 0. Above 0 it is 1 minus what is beyond: for the digits of that, ask for -z.
 */
export function normalDistribution(z: number): number {
  if (z !== z) return z;
  const far = Math.abs(z);
  if (far > 39) return z < 0 ? 0 : 1;
  const density = exp((-z * z) / 2) * ONE_OVER_SQRT_2PI;
  if (far < FAR) {
    const between = density * normalSum(far);
    return z < 0 ? 0.5 - between : 0.5 + between;
  }
  const beyond = density * normalFraction(far);
  return z < 0 ? beyond : 1 - beyond;
}
