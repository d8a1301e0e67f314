/**
 * A moment as tactful knows it: UTC milliseconds and how far local time stood from UTC.
 *
 * The engine never reads a clock: whoever calls it says what time it is. Both fields travel with
 * every row, so that "local midnight" can be computed without a `Date`.
 */
export interface Now {
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  /** Minutes that local time is east of UTC, between -840 and 840. */
  readonly offset: number;
}

/** One second in milliseconds. */
export const SECOND_MS = 1000;
/** One minute in milliseconds. */
export const MINUTE_MS: number = 60 * SECOND_MS;
/** One hour in milliseconds. */
export const HOUR_MS: number = 60 * MINUTE_MS;
/** One day in milliseconds. */
export const DAY_MS: number = 24 * HOUR_MS;
/** The last moment that a date can be (ECMAScript): what is said to end later has no end. */
export const LAST_MOMENT = 8.64e15;
/** A visit ends after so long without a row; it also ends at local midnight. */
export const VISIT_GAP_MS: number = 30 * MINUTE_MS;

/** The number of the local calendar day: equal for two moments on the same local day. */
export function localDay(moment: Now): number {
  return Math.floor((moment.at + moment.offset * MINUTE_MS) / DAY_MS);
}

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The length of an ISO 8601 duration in milliseconds, or `undefined` when it is none.
 *
 * Weeks, days, hours, minutes and seconds only: months and years have no fixed length.
 *
 * @example
 * ```ts
 * durationMs('P7D'); // 604800000
 * ```
 */
export function durationMs(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) return undefined;
  const units = [7 * DAY_MS, DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS];
  // A group that did not take part is undefined, whatever its type says.
  return units.reduce((sum, unit, group) => sum + unit * Number(match[group + 1] ?? 0), 0);
}
