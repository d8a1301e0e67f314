import { exp, ln } from './dmath.js';
import { hypergeometric } from './special-functions.js';

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
  /** Days with a purchase, after the first one. */
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

const positive = (x: number): boolean => x > 0 && x < Infinity;

function problemOf(model: PurchaseModel, history: PurchaseSummary): Estimate | undefined {
  const { r, alpha, a, b, spanWeeks } = model;
  if (![r, alpha, a, b, spanWeeks].every(positive)) return { unknown: 'invalid-model' };
  const { repeats, lastAt, age } = history;
  const ordered = repeats >= 0 && lastAt >= 0 && lastAt <= age && age < Infinity;
  if (!ordered || repeats === Infinity || (repeats === 0 && lastAt > 0)) return { unknown: 'invalid-history' };
  return undefined;
}

const estimated = (value: number): Estimate =>
  value >= 0 && value < Infinity ? { value } : { unknown: 'not-computable' };

/** `bg` is `mbg` without the chance to leave after the first purchase: its formulas differ in nothing else. */
const shapeOfStaying = ({ kind, b }: PurchaseModel): number => (kind === 'bg' ? b - 1 : b);

/** One over the probability of still being a customer. */
function inverseAlive(model: PurchaseModel, { repeats, lastAt, age }: PurchaseSummary): number {
  if (model.kind === 'bg' && repeats === 0) return 1;
  const { r, alpha, a } = model;
  return 1 + (a / (shapeOfStaying(model) + repeats)) * exp((r + repeats) * ln((alpha + age) / (alpha + lastAt)));
}

/**
 * The probability that someone with this history is still a customer.
 *
 * Per person no better than a hiatus rule (Wübben & von Wangenheim 2008): show both.
 */
export function aliveProbability(model: PurchaseModel, history: PurchaseSummary): Estimate {
  return problemOf(model, history) ?? estimated(1 / inverseAlive(model, history));
}

function purchasesWithin(
  weeks: number,
  { model, history }: { model: PurchaseModel; history: PurchaseSummary },
): number {
  const { r, alpha, a } = model;
  const shape = a + shapeOfStaying(model);
  const z = weeks / (alpha + history.age + weeks);
  const c = shape + history.repeats;
  // Euler's transform of the published form, whose parameters do not grow with the number of purchases.
  const missing = exp((a - 1) * ln(1 - z)) * hypergeometric(z, [a - 1, shape - r, c]);
  // At tiny horizons rounding alone can fall below 0; NaN stays NaN.
  return Math.max(0, ((c / (a - 1)) * (1 - missing)) / inverseAlive(model, history));
}

/**
 * How many purchases to expect within the next `weeks`.
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
  if (model.a > 1 - 1e-6 && model.a < 1 + 1e-6) {
    const around = [model.a - 1e-4, model.a + 1e-4].map((a) =>
      purchasesWithin(weeks, { model: { ...model, a }, history }),
    );
    return estimated(around.reduce((sum, value) => sum + value, 0) / around.length);
  }
  return estimated(purchasesWithin(weeks, { model, history }));
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
