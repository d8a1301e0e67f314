import { exp, ln } from './dmath.js';

/** Population parameters of a purchase model, fitted by the shop; all above 0. Weeks. */
export interface PurchaseModel {
  /** `mbg` (Batislam, Denizel, Filiztekin 2007) lets someone be gone after one purchase; `bg` (Fader, Hardie, Lee 2005) does not. */
  readonly kind: 'mbg' | 'bg';
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  /** Length of the history that the parameters were fitted on: horizons over twice this are unknown. */
  readonly spanWeeks: number;
}

/** Recency and frequency of one shopper, in weeks since the first purchase. */
export interface PurchaseSummary {
  /** Days with a purchase, after the first one: a whole number. */
  readonly repeats: number;
  /** Age at the last purchase; 0 without repeats. */
  readonly lastAt: number;
  /** Age now. */
  readonly age: number;
}

/** A number, or why there is none: never NaN. */
export type Estimate =
  | { readonly value: number }
  | { readonly unknown: 'invalid-model' | 'invalid-history' | 'beyond-fit' | 'not-computable' };

const PRECISION = 1e-16;
/** About a millisecond. */
const MOST_COUNTED = 200_000;
/** Times the horizon over the known time: how many terms the tail of a distribution takes, to the last digit. */
const TAIL = 37;
const LARGE = 1e200;

const positive = (x: number): boolean => x > 0 && x < Infinity;

function problemOf(model: PurchaseModel, history: PurchaseSummary): Estimate | undefined {
  const { r, alpha, a, b, spanWeeks } = model;
  if (![r, alpha, a, b, spanWeeks].every(positive)) return { unknown: 'invalid-model' };
  const { repeats, lastAt, age } = history;
  const ordered = lastAt >= 0 && lastAt <= age && age < Infinity;
  const counted = Number.isInteger(repeats) && repeats >= 0 && (repeats > 0 || lastAt === 0);
  if (!ordered || !counted) return { unknown: 'invalid-history' };
  return undefined;
}

const estimated = (value: number): Estimate =>
  value >= 0 && value < Infinity ? { value } : { unknown: 'not-computable' };

/** `bg` is `mbg` without the chance to leave after the first purchase: its formulas differ in nothing else. */
const chancesToLeave = ({ kind }: PurchaseModel, { repeats }: PurchaseSummary): number =>
  kind === 'bg' ? repeats : repeats + 1;

/** One over the probability of still being a customer. */
function inverseAlive(model: PurchaseModel, history: PurchaseSummary): number {
  const chances = chancesToLeave(model, history);
  if (chances === 0) return 1;
  const { r, alpha, a, b } = model;
  const silence = (alpha + history.age) / (alpha + history.lastAt);
  if (silence === Infinity) return NaN;
  return 1 + (a / (b + (chances - 1))) * exp((r + history.repeats) * ln(silence));
}

/**
 * The probability that someone with this history is still a customer.
 *
 * Per person no better than a hiatus rule (Wübben & von Wangenheim 2008): show both.
 */
export function aliveProbability(model: PurchaseModel, history: PurchaseSummary): Estimate {
  return problemOf(model, history) ?? estimated(1 / inverseAlive(model, history));
}

/** How many purchases to expect of someone who is a customer now. */
function purchasesOfCustomer(
  weeks: number,
  { model, history }: { readonly model: PurchaseModel; readonly history: PurchaseSummary },
): number {
  // The published form is a difference over a - 1, and its third parameter can be 0 or less. This is the same mean in
  // positive terms: n purchases of someone who never leaves (negative binomial), each as likely as being there for it.
  const shape = model.r + history.repeats;
  const known = model.alpha + history.age;
  if (!((shape + TAIL) * (weeks / known) < MOST_COUNTED / 2)) return NaN;
  const z = weeks / (known + weeks);
  const stayed = model.b + chancesToLeave(model, history);
  let weight = 1;
  let weights = 1;
  let staying = 1;
  let made = 0;
  let sum = 0;
  for (let n = 1; n <= MOST_COUNTED && weight < Infinity; n++) {
    weight *= ((shape + n - 1) / n) * z;
    made += staying;
    staying *= (stayed + n - 1) / (model.a + stayed + n - 1);
    weights += weight;
    sum += weight * made;
    const shrinks = Math.max(((shape + n) / (n + 1)) * z, z) * (1 + 1 / n);
    if (shrinks < 1 && weight * made * shrinks <= PRECISION * (1 - shrinks) * sum) return sum / weights;
    if (weight > LARGE) [weight, weights, sum] = [weight / LARGE, weights / LARGE, sum / LARGE];
  }
  return NaN;
}

/**
 * How many purchases to expect within the next `weeks`, counting that the shopper may have left (Fader, Hardie & Lee 2005).
 *
 * There is a value for every a and b above 0, to 1e-11 of itself. `not-computable` is what would count some 100,000
 * purchases or more, and a horizon thousands of times longer than alpha and the age together.
 *
 * @example
 * const model = { kind: 'bg', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, spanWeeks: 39 } as const;
 * expectedPurchases(model, { repeats: 2, lastAt: 30.43, age: 38.86, weeks: 39 }); // {value: 1.226...}
 */
export function expectedPurchases(
  model: PurchaseModel,
  { weeks, ...history }: PurchaseSummary & { readonly weeks: number },
): Estimate {
  const problem = problemOf(model, history);
  if (problem !== undefined) return problem;
  if (!(weeks >= 0 && weeks <= 2 * model.spanWeeks)) return { unknown: 'beyond-fit' };
  return estimated(purchasesOfCustomer(weeks, { model, history }) / inverseAlive(model, history));
}

/** Population parameters of Gamma-Gamma spend (Fader & Hardie 2013); q must be above 1. */
export interface SpendModel {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

/** Expected value of one purchase, in the money of the fit, after `repeats` of mean value `mean`. */
export function expectedSpend(
  { p, q, gamma }: SpendModel,
  seen: { readonly repeats: number; readonly mean: number },
): Estimate {
  if (!(positive(p) && positive(gamma) && q > 1 && q < Infinity)) return { unknown: 'invalid-model' };
  if (!(seen.repeats >= 0 && seen.repeats < Infinity && seen.mean >= 0)) return { unknown: 'invalid-history' };
  return estimated(((gamma + seen.mean * seen.repeats) * p) / (p * seen.repeats + q - 1));
}
