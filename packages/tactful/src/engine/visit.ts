import { localDay, VISIT_GAP_MS, type Now } from './clock.js';
import type { Event } from './event.js';

/** A visit and how many there have been, itself included. */
export interface Visit {
  readonly startedAt: number;
  readonly lastAt: number;
  /** The number of the local day it is on. */
  readonly day: number;
  readonly count: number;
}

/** Before the first visit. */
export const NO_VISIT: Visit = { startedAt: -Infinity, lastAt: -Infinity, day: NaN, count: 0 };

/**
 * The visit that a moment belongs to: the given one, or the next when that has ended.
 *
 * A visit ends after 30 minutes without a row, or at local midnight.
 */
export function visitAt(visit: Visit, now: Now): Visit {
  const day = localDay(now);
  const { at } = now;
  const goesOn = at - visit.lastAt < VISIT_GAP_MS && day === visit.day;
  // Written out: it is made for every row of a log, and a copy by its names costs several times as much.
  return { startedAt: goesOn ? visit.startedAt : at, lastAt: at, day, count: goesOn ? visit.count : visit.count + 1 };
}

/**
 * Whether a row tells of a visit.
 *
 * What the shop reports of the relation, or hands over from elsewhere, does not; nor does a "no" that outlived an erasure,
 * which carries no date.
 */
export function isOfVisit({ at, origin }: Event): boolean {
  return at !== 0 && origin !== 'relation' && origin !== 'imported';
}

/** The visit after one more row. */
export function visitAfter(visit: Visit, row: Event): Visit {
  return isOfVisit(row) ? visitAt(visit, row) : visit;
}
