import type { Now } from './clock.js';
import type { RhythmState } from './fold-rhythm.js';
import { gapSurvival } from './gap-surprise.js';
import { FEWEST_GAPS } from './replenishment.js';
import { gapBelief } from './rhythm.js';
import { runningGap } from './running-gap.js';

/** How the need for a category stands, each between 0 and 1. */
export interface GroupNeed {
  /** How far it was met: see `satiationAt`. */
  readonly satiation: number;
  /** The chance that it would have come back by now, in the shopper's own rhythm; 0 where there is none. */
  readonly due: number;
}

/** Of a category about which nothing is known. */
export const NO_NEED: GroupNeed = { satiation: 0, due: 0 };

/** What needs are read from. */
export interface NeedRead {
  readonly folded: Pick<RhythmState, 'categoryDays'>;
  readonly now: Now;
  readonly cycleOf: (prefix: string) => number;
  readonly satiationOf: (prefix: string) => number;
}

/** The chance that the gap since the category was last bought would be over by now; two gaps are the least rhythm. */
export function dueNow(prefix: string, { folded, now, cycleOf }: Omit<NeedRead, 'satiationOf'>): number {
  const habit = folded.categoryDays.get(prefix);
  const gap = habit && habit.days.length > FEWEST_GAPS ? runningGap(habit, now) : undefined;
  if (!gap) return 0;
  return 1 - gapSurvival(gapBelief(gap.gaps, { cycle: cycleOf(prefix) }), gap.running);
}

/** How the need for a category stands now. */
export function needNow(prefix: string, read: NeedRead): GroupNeed {
  const satiation = read.satiationOf(prefix);
  const due = dueNow(prefix, read);
  return satiation === 0 && due === 0 ? NO_NEED : { satiation, due };
}
