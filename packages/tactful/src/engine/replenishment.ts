import { distinctHabits, readHabits, type ClockHabit } from './clock-habit.js';
import { gapSurvival, type GapBelief } from './gap-surprise.js';
import type { Estimate } from './lifetime-value.js';
import type { ProfileRead } from './profile-row.js';

/**
 * The probability that a running gap of `elapsed` ends within the next `within`: of a visit, of a purchase.
 *
 * In the unit of the belief (science 3.5). `invalid-history` for negative times; `not-computable` where a
 * gap so long is too unlikely for a number.
 *
 * @example
 * visitWithin({ a: 3, b: 20, k: 1 }, { elapsed: 10, within: 10 }); // {value: 0.578...}
 */
export function visitWithin(
  belief: GapBelief,
  { elapsed, within }: { readonly elapsed: number; readonly within: number },
): Estimate {
  if (!(elapsed >= 0 && within >= 0)) return { unknown: 'invalid-history' };
  const soFar = gapSurvival(belief, elapsed);
  const value = 1 - gapSurvival(belief, elapsed + within) / soFar;
  return soFar > 0 && value >= 0 ? { value } : { unknown: 'not-computable' };
}

/** A category that is bought again and again, and about to be again. */
export interface Due {
  readonly habit: ClockHabit;
  /** The probability that the gap would have ended by now. */
  readonly probability: number;
}

/** Gaps from which on it is a rhythm at all. */
export const FEWEST_GAPS = 2;

/** What is due by the shopper's own rhythm, the most overdue first; before it is too early, after it the habit may be over. */
export function dueCategories(
  read: Pick<ProfileRead, 'folded' | 'catalog' | 'model' | 'policy' | 'now'>,
): readonly Due[] {
  const [from, through] = read.policy.rhythm.due;
  return distinctHabits(readHabits(read))
    .filter(({ facet, gaps }) => facet === 'category' && gaps.length >= FEWEST_GAPS)
    .map((habit) => ({ habit, probability: 1 - habit.survival }))
    .filter(({ probability }) => probability >= from && probability <= through)
    .sort((a, b) => b.probability - a.probability);
}
