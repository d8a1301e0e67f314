import { localDay, type Now } from './clock.js';
import type { Purchase } from './fold-shopping.js';
import type { PurchaseSummary } from './lifetime-value.js';

/** Recency, frequency and money of one shopper. Weeks, as lifetime value counts. */
export interface Rfm extends PurchaseSummary {
  /** Mean value of the repeat days, in minor units; `undefined` without repeats or where nobody said. */
  readonly mean: number | undefined;
  /** Days since the last purchase day. */
  readonly since: number;
  /** Days between purchase days. */
  readonly gaps: readonly number[];
  readonly ids: readonly string[];
}

const DAYS_IN_WEEK = 7;

/**
 * Recency, frequency and money (science 4.1), or `undefined` without a purchase.
 *
 * Purchases of one local day are one. What was taken back is no purchase: leave it out.
 *
 * @example
 * purchaseSummary([{ id: 'a:1', at: 0, offset: 0, value: 500 }], { at: 14 * 86_400_000, offset: 0 });
 * // {repeats: 0, lastAt: 0, age: 2, mean: undefined, since: 14, gaps: [], ids: ['a:1']}
 */
export function purchaseSummary(
  purchases: readonly Pick<Purchase, 'id' | 'at' | 'offset' | 'value'>[],
  now: Now,
): Rfm | undefined {
  const byDay = new Map<number, number | undefined>();
  for (const purchase of purchases) {
    const day = localDay(purchase);
    const known = byDay.get(day);
    byDay.set(day, known === undefined ? purchase.value : known + (purchase.value ?? 0));
  }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const [first] = days;
  const last = days[days.length - 1];
  if (first === undefined || last === undefined) return undefined;
  // A clock set back cannot make the last purchase lie ahead.
  const today = Math.max(localDay(now), last);
  const values = days.slice(1).flatMap((day) => byDay.get(day) ?? []);
  return {
    repeats: days.length - 1,
    lastAt: (last - first) / DAYS_IN_WEEK,
    age: (today - first) / DAYS_IN_WEEK,
    since: today - last,
    mean: values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length,
    gaps: days.slice(1).map((day, i) => day - (days[i] ?? day)),
    ids: purchases.map(({ id }) => id),
  };
}
