import { bisect } from './bisect.js';
import { gapSurvival, type GapBelief } from './gap-surprise.js';
import type { Estimate } from './lifetime-value.js';

const positive = (x: number): boolean => x > 0 && x < Infinity;

/** More doublings than the exponents a number has, and as many halvings as it has bits. */
const MOST_DOUBLINGS = 1100;
const HALVINGS = 64;

/**
 * The gap that the next one stays below with this probability: of a half, the median of the predictive.
 *
 * The median has the least expected absolute error, so it is the guess to show; the mean does not
 * exist for someone seen once. Compound gamma (science 3.2), by bisection on {@link gapSurvival}.
 * In the unit of the belief. `invalid-model` unless `a`, `b` and `k` are above 0 and the probability
 * is between 0 and 1; `not-computable` where the tail is too long for a number.
 *
 * @example
 * gapQuantile({ a: 3, b: 20, k: 1 }, 0.5); // {value: 5.198...}
 */
export function gapQuantile(belief: GapBelief, probability: number): Estimate {
  const valid = [belief.a, belief.b, belief.k].every(positive) && probability > 0 && probability < 1;
  if (!valid) return { unknown: 'invalid-model' };
  const outlasts = (gap: number): boolean => gapSurvival(belief, gap) > 1 - probability;
  let low = 0;
  let high = belief.b;
  for (let i = 0; i < MOST_DOUBLINGS && outlasts(high); i++) {
    low = high;
    high *= 2;
  }
  const [, value] = bisect(outlasts, { low, high, halvings: HALVINGS });
  return value < Infinity ? { value } : { unknown: 'not-computable' };
}
