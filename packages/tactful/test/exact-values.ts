// What the engine's mathematics is measured against: fixed point with 256 binary places, in integers, so that it owes
// nothing to Math nor to the code under test. Results far from 1 carry a power of two beside their digits.

const PLACES = 256n;
const ONE = 1n << PLACES;
/** Series end where their terms are below this share of the sum: 1e-30, far below every bar. */
const ENOUGH = 100n;

/** `digits` / 2^256 * 2^`twos`. */
export interface Exact {
  readonly digits: bigint;
  readonly twos: number;
}

const times = (a: bigint, b: bigint): bigint => (a * b) >> PLACES;
const over = (a: bigint, b: bigint): bigint => (a << PLACES) / b;
const shifted = (a: bigint, by: bigint): bigint => (by >= 0n ? a << by : a >> -by);
const sizeOf = (a: bigint): bigint => (a < 0n ? -a : a);

/** A double without rounding, as long as it is not smaller than 256 binary places. */
function fixed(x: number, twos = 0): bigint {
  let whole = x;
  let halvings = 0;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    halvings++;
  }
  return shifted(BigInt(whole), PLACES - BigInt(halvings) - BigInt(twos));
}

/** How far `found` lies from `wanted`, as a share of it. */
export function relativeError(found: number, wanted: Exact): number {
  if (!Number.isFinite(found)) return Infinity;
  const difference = sizeOf(fixed(found, wanted.twos) - wanted.digits);
  return Number((difference * 10n ** 30n) / sizeOf(wanted.digits)) / 1e30;
}

/** How far `found` lies from `wanted`. */
export const absoluteError = (found: number, wanted: Exact): number =>
  Number((sizeOf(fixed(found, wanted.twos) - wanted.digits) * 10n ** 30n) >> PLACES) / 1e30;

/** Terms from `first` on, each the one before by `next`, until they no longer count. */
function summed(first: bigint, next: (term: bigint, n: bigint) => bigint): bigint {
  let term = first;
  let sum = first;
  for (let n = 1n; ; n++) {
    const before = sizeOf(term);
    term = next(term, n);
    sum += term;
    if (sizeOf(term) <= before && sizeOf(term) <= sizeOf(sum) >> ENOUGH) return sum;
  }
}

/** Twice the inverse hyperbolic tangent. */
function twiceArtanh(s: bigint): bigint {
  const square = times(s, s);
  let power = s;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = times(power, square);
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(ONE / 3n);

function inverseTangentOfOneOver(n: bigint): bigint {
  let power = ONE / n;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += odd % 4n === 1n ? power / odd : -power / odd;
    power /= n * n;
  }
  return sum;
}

/** Machin's formula. */
const PI = 16n * inverseTangentOfOneOver(5n) - 4n * inverseTangentOfOneOver(239n);

function rootOf(x: bigint): bigint {
  const square = x << PLACES;
  let root = ONE << 2n;
  for (let step = 0; step < 300; step++) root = (root + square / root) >> 1n;
  return root;
}

const ROOT_2PI = rootOf(2n * PI);

/** e to a fixed-point power. */
function expOf(x: bigint): Exact {
  const twos = x / LN2;
  const halvings = 12n;
  let digits = summed(ONE, (term, n) => times(term, (x - twos * LN2) >> halvings) / n);
  for (let n = 0n; n < halvings; n++) digits = times(digits, digits);
  return { digits, twos: Number(twos) };
}

/** The natural logarithm of a fixed-point number. */
function lnOf(x: bigint): bigint {
  let mantissa = x;
  let twos = 0n;
  for (; mantissa > 2n * ONE; twos++) mantissa >>= 1n;
  for (; mantissa < ONE; twos--) mantissa <<= 1n;
  return twiceArtanh(over(mantissa - ONE, mantissa + ONE)) + twos * LN2;
}

export const exactExp = (x: number): Exact => expOf(fixed(x));

export const exactExp2 = (x: number): Exact => expOf(times(fixed(x), LN2));

function lnOfDouble(x: number): bigint {
  let mantissa = x;
  let twos = 0n;
  for (; mantissa >= 2; twos++) mantissa /= 2;
  for (; mantissa < 1; twos--) mantissa *= 2;
  return lnOf(fixed(mantissa)) + twos * LN2;
}

export const exactLn = (x: number): Exact => ({ digits: lnOfDouble(x), twos: 0 });

const TERMS = 24;

/** The tangent numbers 1, 2, 16, 272, ... (Brent & Harvey 2013). */
function tangentNumbers(): readonly bigint[] {
  const numbers = [1n];
  const at = (j: number): bigint => numbers[j] ?? 0n;
  for (let k = 1; k < TERMS; k++) numbers[k] = BigInt(k) * at(k - 1);
  for (let k = 1; k < TERMS; k++) {
    for (let j = k; j < TERMS; j++) numbers[j] = BigInt(j - k) * at(j - 1) + BigInt(j - k + 2) * at(j);
  }
  return numbers;
}

/** B(2k) / (2k (2k - 1)): the coefficients of Stirling's series. */
const STIRLING = tangentNumbers().map((tangent, j) => {
  const [k, four] = [BigInt(j + 1), 4n ** BigInt(j + 1)];
  const size = (tangent << PLACES) / ((2n * k - 1n) * four * (four - 1n));
  return j % 2 === 0 ? size : -size;
});

/** The logarithm of the gamma function of a fixed-point number: recurrence up to 40, then Stirling's series. */
function lnGammaOf(x: bigint): bigint {
  let from = x;
  let product = ONE;
  for (; from < 40n * ONE; from += ONE) product = times(product, from);
  const square = times(from, from);
  let power = from;
  let series = 0n;
  for (const coefficient of STIRLING) {
    series += over(coefficient, power);
    power = times(power, square);
  }
  return times(from - ONE / 2n, lnOf(from)) - from + lnOf(ROOT_2PI) + series - lnOf(product);
}

export const exactLnGamma = (x: number): Exact => ({ digits: lnGammaOf(fixed(x)), twos: 0 });

const product = (a: Exact, b: bigint): Exact => ({ digits: times(a.digits, b), twos: a.twos });

/** 1 - x, for an x that is not tiny. */
const oneMinus = ({ digits, twos }: Exact): Exact => ({ digits: ONE - shifted(digits, BigInt(twos)), twos: 0 });

/** I_x(a, b) by its series in positive terms, from the side where that settles. */
function betaOf(x: bigint, [a, b]: readonly [bigint, bigint]): Exact {
  if (times(x, a + b + 2n * ONE) > a + ONE) return oneMinus(betaOf(ONE - x, [b, a]));
  const lnFront = times(a, lnOf(x)) + times(b, lnOf(ONE - x)) + lnGammaOf(a + b) - lnGammaOf(a) - lnGammaOf(b);
  const series = summed(ONE, (term, n) => over(times(times(term, a + b + (n - 1n) * ONE), x), a + n * ONE));
  return product(expOf(lnFront), over(series, a));
}

export const exactBetaBelow = (x: number, [a, b]: readonly [number, number]): Exact =>
  betaOf(fixed(x), [fixed(a), fixed(b)]);

export function exactHypergeometric(z: number, [a, b, c]: readonly [number, number, number]): Exact {
  const [x, p, q, r] = [fixed(z), fixed(a) - ONE, fixed(b) - ONE, fixed(c) - ONE];
  const step = (term: bigint, n: bigint): bigint =>
    over(times(times(times(term, p + n * ONE), q + n * ONE), x), (r + n * ONE) * n);
  return { digits: summed(ONE, step), twos: 0 };
}

/** What is beyond z, over the density there: by a series up to 6, by a continued fraction of 60 steps from there. */
function beyondOverDensity(z: bigint, density: Exact): bigint {
  if (z < 6n * ONE) {
    const between = summed(z, (term, n) => times(times(term, z), z) / (2n * n + 1n));
    return shifted(over(ONE / 2n, density.digits), -BigInt(density.twos)) - between;
  }
  let rest = z;
  for (let n = 60n; n >= 1n; n--) rest = z + over(n * ONE, rest);
  return over(ONE, rest);
}

/** The normal distribution function. */
export function exactNormalDistribution(z: number): Exact {
  const far = fixed(Math.abs(z));
  const density = product(expOf(-times(far, far) / 2n), over(ONE, ROOT_2PI));
  const beyond = product(density, beyondOverDensity(far, density));
  return z <= 0 ? beyond : oneMinus(beyond);
}
