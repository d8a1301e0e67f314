import { visitAt } from './visit.js';
import { readAnchored } from './decay.js';
import { VISIT_HALF_LIFE_DAYS } from './fold-rhythm.js';
import { missedRun } from './gap-surprise.js';
import type { ProfileRead } from './profile-row.js';

/** A visit habit as of a moment: how often visits look at a top category, and for how many they have not. */
export interface VisitHabit {
  readonly category: string;
  /** Beta belief that a visit looks, as of the last that did: from 1 and 1, visits decayed. */
  readonly belief: { readonly a: number; readonly b: number };
  /** Own visits until the last that looked. */
  readonly visits: number;
  /** Visits since without a look; the one that goes on may still have it. */
  readonly misses: number;
  /** The probability of so many misses. */
  readonly survival: number;
  /** The local day of the last visit that looked. */
  readonly lastDay: number;
  readonly evidence: readonly string[];
}

/** Every visit habit, in the order in which the categories were first looked at (science 3.3). */
export function readVisitHabits({ folded, now }: Pick<ProfileRead, 'folded' | 'now'>): readonly VisitHabit[] {
  const { ownVisits, ownVisit, visit, visitShares } = folded;
  const goesOn = ownVisit === visit.count && visitAt(visit, now).count === visit.count;
  const ended = goesOn ? ownVisits - 1 : ownVisits;
  const read = { at: now.at, halfLifeDays: VISIT_HALF_LIFE_DAYS };
  return [...visitShares].map(([category, { visit: visits, day: lastDay, looked, all, ids }]) => {
    const a = readAnchored(looked, read);
    // Each is at most the other but for rounding.
    const b = Math.max(0, readAnchored(all, read) - a);
    const belief = { a: 1 + a, b: 1 + b };
    const misses = Math.max(0, ended - visits);
    return { category, belief, visits, misses, survival: missedRun(belief, misses), lastDay, evidence: ids };
  });
}
