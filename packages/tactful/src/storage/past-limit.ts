import { DAY_MS, RETENTION } from '../engine/index.js';
import type { LedgerRecord } from './format.js';

/** How many of something are kept, and for how long before the newest. */
export interface Limit {
  readonly most: number;
  readonly ms?: number;
}

/** Decisions: the newest 500, of 90 days. */
export const DECISIONS_KEPT: Limit = { most: 500, ms: 90 * DAY_MS };

/** What is past a limit. Counted from the newest of them: a clock that was put back keeps nothing longer. */
export function pastLimit<Kept extends { readonly at: number }>(
  all: readonly Kept[],
  { most, ms = Infinity }: Limit,
): readonly Kept[] {
  const newestFirst = [...all].sort((a, b) => b.at - a.at);
  const oldest = (newestFirst[0]?.at ?? 0) - ms;
  return newestFirst.filter(({ at }, index) => index >= most || at < oldest);
}

/** Exposures that nobody has shown: the newest 500. More than any cap, so that letting the others go makes none looser. */
const UNSHOWN_KEPT: Limit = { most: 500 };
const EXPOSURE_MS = (RETENTION.relation.days ?? Infinity) * DAY_MS;

/**
 * The exposures that are kept no longer: those of more than 730 days ago, those that were given back, and of those that
 * nobody has shown all but the newest 500.
 *
 * No cap has more room for it. What was given back counts no more, and whatever the clock says, those that count are among
 * the newest; one that was shown goes with its row. Only a clock that is two years ahead lets go too early, of rows as of these.
 */
export function pastExposures(ledger: readonly LedgerRecord[], at: number): readonly LedgerRecord[] {
  const unshown = ledger.filter(({ state }) => state === 'reserved');
  const tooMany = new Set(pastLimit(unshown, UNSHOWN_KEPT));
  return ledger.filter((each) => each.state === 'released' || each.at < at - EXPOSURE_MS || tooMany.has(each));
}
