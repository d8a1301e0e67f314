import { DAY_MS } from './clock.js';
import { exp2 } from './dmath.js';

/**
 * A decayed sum: `value` as of `at` (epoch ms). Any two can be added, in any order.
 *
 * Forward decay (Cormode, Shkapenyuk, Srivastava, Xu 2009): the weight of an event at query time
 * T is 2^(-(T-t)/h), so the landmark cancels.
 */
export interface Anchored {
  readonly value: number;
  readonly at: number;
}

/** The empty sum: adding it changes nothing. */
export const NOTHING: Anchored = { value: 0, at: -Infinity };

/** What is left of weight 1 after `ageMs`, for a half-life in days. The future counts as now. */
export function decayFactor(ageMs: number, halfLifeDays: number): number {
  return ageMs <= 0 ? 1 : exp2(-ageMs / (halfLifeDays * DAY_MS));
}

/** The sum of two decayed sums of the same half-life. */
export function addAnchored(pair: readonly [Anchored, Anchored], halfLifeDays: number): Anchored {
  const [a, b] = pair;
  if (a.at === -Infinity) return b;
  if (b.at === -Infinity) return a;
  const at = a.at > b.at ? a.at : b.at;
  return { value: a.value * decayFactor(at - a.at, halfLifeDays) + b.value * decayFactor(at - b.at, halfLifeDays), at };
}

/** The value of a decayed sum at a later moment. */
export function readAnchored(sum: Anchored, read: { readonly at: number; readonly halfLifeDays: number }): number {
  return sum.value === 0 ? 0 : sum.value * decayFactor(read.at - sum.at, read.halfLifeDays);
}
