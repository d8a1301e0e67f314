import { exp, ln } from './dmath.js';
import {
  aliveProbability,
  expectedPurchases,
  expectedSpend,
  type Estimate,
  type PurchaseModel,
  type PurchaseSummary,
  type SpendModel,
} from './lifetime-value.js';
import { median } from './median.js';
import { purchaseQuantile } from './purchase-range.js';

type Unknown = Exclude<Estimate, { readonly value: number }>;

/** Median gaps without a purchase after which somebody counts as gone; elicited. */
export const HIATUS_GAPS = 3;
const WEEKS_IN_YEAR = 52;
/** A central 80 % interval. */
const [LOW, HIGH] = [0.1, 0.9];

/** The models of the shop, what is known of the shopper, and over how many weeks to look. */
export interface ValueQuestion {
  readonly purchases: PurchaseModel;
  readonly spend: SpendModel;
  readonly summary: PurchaseSummary & {
    /** Mean value of the repeat days, in the money of the spend model. */
    readonly mean: number | undefined;
    /** Days since the last purchase day. */
    readonly since: number;
    /** Days between purchase days. */
    readonly gaps: readonly number[];
  };
  /** The share of the money that is earned, 0 to 1. */
  readonly margin: number;
  /** 104 unless given. */
  readonly weeks?: number;
  /** What waiting a year costs: 0.1 unless given. */
  readonly yearlyRate?: number;
}

/** What a shopper is expected to be worth, with how far it may be off and the rule of thumb beside it. */
export interface CustomerValue {
  /** Discounted, in the money of the spend model. */
  readonly value: number;
  /**
   * A central 80 % interval of the number of purchases, at the expected money and discount of each: what the model leaves open if
   * it is right. Absent where it cannot be computed.
   */
  readonly low?: number;
  readonly high?: number;
  readonly alive: number;
  /** `undefined` where nobody came back, so that there is no gap to compare with. */
  readonly hiatus: { readonly active: boolean | undefined; readonly value: number | undefined };
}

/**
 * The rule of thumb: somebody is a customer as long as the last purchase is less than three median gaps ago.
 *
 * Per person no worse than the models (Wübben & von Wangenheim 2008). In any unit;
 * `undefined` without a gap.
 */
export function activeByHiatus({ since, gaps }: Pick<ValueQuestion['summary'], 'since' | 'gaps'>): boolean | undefined {
  const usual = median(gaps);
  return usual === undefined ? undefined : since < HIATUS_GAPS * usual;
}

/** Expected purchases of each week to come, discounted, and undiscounted together. */
function discounted(
  question: ValueQuestion,
  { weeks, yearlyRate }: { readonly weeks: number; readonly yearlyRate: number },
): { readonly sum: number; readonly purchases: number } | Unknown {
  const { purchases: model, summary } = question;
  const { repeats, lastAt, age } = summary;
  const factor = exp(-ln(1 + yearlyRate) / WEEKS_IN_YEAR);
  let sum = 0;
  let before = 0;
  let worth = 1;
  for (let week = 1; week <= weeks; week++) {
    const until = expectedPurchases(model, { repeats, lastAt, age, weeks: week });
    if ('unknown' in until) return until;
    worth *= factor;
    sum += (until.value - before) * worth;
    before = until.value;
  }
  return { sum, purchases: before };
}

/** What the rule of thumb makes of it: the pace so far goes on, or nothing more comes. */
function hiatusValue(
  { summary, margin }: ValueQuestion,
  { active, weeks, spend }: { readonly active: boolean | undefined; readonly weeks: number; readonly spend: number },
): number | undefined {
  if (active === undefined) return undefined;
  return active ? (summary.repeats / summary.age) * weeks * (summary.mean ?? spend) * margin : 0;
}

/**
 * What a shopper is expected to be worth over the next weeks: expected money of a purchase, times the share
 * earned, times the expected purchases of each week discounted (science 4.4).
 *
 * For how somebody is treated, upward only: never for a price, a rank or less service. Unknown, with the reason,
 * where the models are wrong, the horizon is over twice the span of the fit, or the sum is no number.
 *
 * @example
 * customerValue({ purchases, spend, summary: { repeats: 2, lastAt: 30, age: 39, mean: 22, since: 63, gaps: [70, 140] }, margin: 0.3 });
 */
export function customerValue(question: ValueQuestion): CustomerValue | Unknown {
  const { purchases: model, summary, margin, weeks = 104, yearlyRate = 0.1 } = question;
  const { repeats } = summary;
  if (!(margin >= 0 && margin < Infinity && yearlyRate > -1)) return { unknown: 'invalid-model' };
  // What was spent is unknown on some days where nobody said: then the shopper spends like everybody.
  const spend = expectedSpend(question.spend, {
    repeats: summary.mean === undefined ? 0 : repeats,
    mean: summary.mean ?? 0,
  });
  if ('unknown' in spend) return spend;
  const alive = aliveProbability(model, summary);
  if ('unknown' in alive) return alive;
  const grid = discounted(question, { weeks, yearlyRate });
  if ('unknown' in grid) return grid;
  const each = grid.purchases === 0 ? 0 : (spend.value * margin * grid.sum) / grid.purchases;
  const low = purchaseQuantile(LOW, { model, history: summary, weeks });
  const high = purchaseQuantile(HIGH, { model, history: summary, weeks });
  const active = activeByHiatus(summary);
  return {
    value: spend.value * margin * grid.sum,
    ...('value' in low && 'value' in high ? { low: low.value * each, high: high.value * each } : {}),
    alive: alive.value,
    hiatus: { active, value: hiatusValue(question, { active, weeks, spend: spend.value }) },
  };
}
