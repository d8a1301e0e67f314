import type { Now } from './clock.js';
import type { RhythmState } from './fold-rhythm.js';
import type { Model } from './model.js';
import { visitWithin } from './replenishment.js';
import { gapBelief } from './rhythm.js';
import { runningGap } from './running-gap.js';

/** Nobody is called upon who is likely to come within so many days. */
const WAIT_DAYS = 7;

/** The probability that the shopper comes by themselves within `days`, in their own rhythm or else in the usual one. */
export function visitChance(
  read: {
    readonly folded: Pick<RhythmState, 'visitDays'>;
    readonly model: Pick<Model, 'usualCycleDays'>;
    readonly now: Now;
  },
  days: number = WAIT_DAYS,
): number {
  const { gaps, running } = runningGap(read.folded.visitDays, read.now) ?? { gaps: [], running: 0 };
  const belief = gapBelief(gaps, { cycle: read.model.usualCycleDays.visit });
  const chance = visitWithin(belief, { elapsed: running, within: days });
  return 'value' in chance ? chance.value : 0;
}

/** What waiting is worth: the same offer on their own page, should they come. An outbound contact must beat it (7.6). */
export function waitValue(chance: number, inbound: number): number {
  return chance * Math.max(0, inbound);
}
