// ECMAScript does not require correctly rounded Math.exp, log or pow: engines differ in the last
// bit. Everything here is made of + - * / and comparisons, which IEEE 754 defines exactly.

const LN2 = 0.6931471805599453;
/** The first 32 binary places of ln 2: whole multiples up to 2^21 of it have no rounding. */
const LN2_HIGH = 0.6931471803691238;
/** What is left of ln 2 (Cody & Waite 1980). */
const LN2_LOW = 1.9082149292705877e-10;
const SQRT_HALF = 0.7071067811865476;
const EXP_TERMS = 14;
const LAST_LN_TERM = 23;

/** The exponents of the table of powers, in each direction: half of what a result can have. */
const MOST_EXPONENT = 540;

/** 2^-540 to 2^540. Doubling and halving are exact. */
function powersOfTwo(): readonly number[] {
  let power = 1;
  for (let exponent = 0; exponent < MOST_EXPONENT; exponent++) power /= 2;
  const powers = [power];
  while (powers.length <= 2 * MOST_EXPONENT) powers.push((power *= 2));
  return powers;
}
const POWERS = powersOfTwo();
const powerOfTwo = (exponent: number): number => POWERS[exponent + MOST_EXPONENT] ?? NaN;

/** e^fraction * 2^whole, for fractions between -1/2 and 1/2. */
function scaledExp(fraction: number, whole: number): number {
  let sum = 1;
  for (let term = EXP_TERMS; term >= 1; term--) sum = 1 + (fraction / term) * sum;
  // In two steps, so that the smallest and largest results do not pass through 0 or Infinity.
  const half = Math.floor(whole / 2);
  return sum * powerOfTwo(half) * powerOfTwo(whole - half);
}

/**
 * 2 to the power x, the same bits in every browser engine.
 *
 * Relative error below 4e-16 (science 1.8) down to results of 2.3e-308, which have fewer digits below that. Below -1075
 * it is 0, from 1024 Infinity.
 */
export function exp2(x: number): number {
  if (x !== x) return x;
  if (x > 1024) return Infinity;
  if (x < -1075) return 0;
  const whole = Math.floor(x + 0.5);
  return scaledExp((x - whole) * LN2, whole);
}

/**
 * e to the power x, the same bits in every browser engine.
 *
 * Relative error below 4e-16 down to results of 2.3e-308, which have fewer digits below that. Below -746 it is 0, above
 * 709.79 Infinity.
 */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const whole = Math.floor(x / LN2 + 0.5);
  return scaledExp(x - whole * LN2_HIGH - whole * LN2_LOW, whole);
}

/**
 * The natural logarithm, the same bits in every browser engine: NaN below 0, -Infinity at 0.
 *
 * Relative error below 4e-16, close to 1 as well.
 */
export function ln(x: number): number {
  if (!(x >= 0)) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return x;
  let mantissa = x;
  let exponent = 0;
  while (mantissa >= 2 * SQRT_HALF) {
    mantissa /= 2;
    exponent++;
  }
  while (mantissa < SQRT_HALF) {
    mantissa *= 2;
    exponent--;
  }
  // ln(1 + f) = f - f²/2 + s (f²/2 + 2s²/3 + 2s⁴/5 + ...), in which only the first, exact term is as large as the result
  const f = mantissa - 1;
  const s = f / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let odd = LAST_LN_TERM; odd >= 3; odd -= 2) sum = 2 / odd + square * sum;
  const half = (f * f) / 2;
  return exponent * LN2_HIGH - (half - (s * (half + square * sum) + exponent * LN2_LOW) - f);
}

/** The logistic function 1 / (1 + e^-x). */
export function sigmoid(x: number): number {
  return 1 / (1 + exp(-x));
}
