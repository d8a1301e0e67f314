import { readHabits } from './clock-habit.js';
import { HOUR_MS, localDay, MINUTE_MS, type Now } from './clock.js';
import { decayFactor } from './decay.js';
import type { Event } from './event.js';
import { VISIT_HALF_LIFE_DAYS } from './fold-rhythm.js';
import { gapSurvival, type GapBelief } from './gap-surprise.js';
import type { ProfileRead } from './profile-row.js';
import { gapBelief } from './rhythm.js';

/** When the shopper may come next: what is believed of the running gap, and how their visits lie over the day. */
export interface VisitOutlook {
  readonly belief: GapBelief;
  /** Days since the last visit. */
  readonly elapsed: number;
  /** Shares of the local hours 0 to 23; they sum to 1. */
  readonly hours: readonly number[];
}

/** The local hour of the day, 0 to 23. */
export function localHour(moment: Now): number {
  return Math.floor((moment.at + moment.offset * MINUTE_MS) / HOUR_MS) - 24 * localDay(moment);
}

/**
 * The hours of the day at which somebody came, shrunk to a flat day as if `kappa` visits had been seen before
 * (Dirichlet-multinomial, as for taste); half a year halves a visit. 24 shares that sum to 1.
 */
function hourShares(
  came: readonly Now[],
  { at, kappa }: { readonly at: number; readonly kappa: number },
): readonly number[] {
  const shares = Array.from({ length: 24 }, () => kappa / 24);
  let all = kappa;
  for (const visit of came) {
    const weight = decayFactor(at - visit.at, VISIT_HALF_LIFE_DAYS);
    const hour = localHour(visit);
    shares[hour] = (shares[hour] ?? 0) + weight;
    all += weight;
  }
  return shares.map((share) => share / all);
}

/**
 * The outlook of a profile, whose days of own visits say which rows began them. Before the first visit it is that of
 * everybody.
 */
export function visitOutlook(
  read: Pick<ProfileRead, 'folded' | 'catalog' | 'model' | 'now'>,
  rows: readonly Event[],
): VisitOutlook {
  const { model, now } = read;
  const habit = readHabits(read).find(({ facet }) => facet === 'visit');
  const began = new Set(habit?.evidence);
  return {
    belief: habit?.belief ?? gapBelief([], { cycle: model.usualCycleDays.visit }),
    elapsed: habit?.running ?? 0,
    hours: hourShares(
      rows.filter(({ id }) => began.has(id)),
      { at: now.at, kappa: model.kappa },
    ),
  };
}

/**
 * The probability that the next visit begins in each of the next `days` x 24 hours.
 *
 * The day by the clock habit, `(S(t + d) - S(t + d + 1)) / S(t)` (science 3.2, 3.5), the hour within it by the shares.
 * Together they are the probability of a visit within `days`. All 0 where a gap so long is too unlikely for a number.
 */
export function visitChances(
  { belief, elapsed, hours }: VisitOutlook,
  { now, days }: { readonly now: Now; readonly days: number },
): readonly number[] {
  const left = Array.from({ length: days + 1 }, (_, day) => gapSurvival(belief, elapsed + day));
  const [soFar = 0] = left;
  return Array.from({ length: days * 24 }, (_, index) => {
    const day = Math.floor(index / 24);
    const ends = Math.max(0, (left[day] ?? 0) - (left[day + 1] ?? 0));
    const hour = localHour({ ...now, at: now.at + index * HOUR_MS });
    return soFar > 0 ? (ends / soFar) * (hours[hour] ?? 0) : 0;
  });
}
