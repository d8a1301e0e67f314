import { DAY_MS, HOUR_MS, localDay, MINUTE_MS, type Now } from './clock.js';
import type { Event } from './event.js';
import { compareEvents } from './order.js';
import { quietAfter } from './quiet.js';
import { isOfVisit, NO_VISIT, visitAfter, visitAt } from './visit.js';

/** What is to be written about where the shopper is. */
export interface PresenceRow {
  readonly name: 'quiet_set' | 'place_entered' | 'place_left';
  /** When, where it is not told to the millisecond. */
  readonly at?: number;
  readonly params: { readonly until: number } | { readonly place: string };
}

/** A stay in a quiet place, as a page sees it. */
export interface Stay {
  /** Milliseconds that quiet lasts after it. */
  readonly afterglow: number;
  /** When it began; `undefined` when the page did not see that. */
  readonly since: number | undefined;
  /** Whether it goes on. */
  readonly inside: boolean;
}

/** The log as far as presence needs it, and what time it is. */
export interface PresenceLog {
  readonly rows: readonly Event[];
  readonly now: Now;
}

/** The start of the local day. */
export function midnight({ at, offset }: Now): number {
  return localDay({ at, offset }) * DAY_MS - offset * MINUTE_MS;
}

/** The start of the visit that a moment belongs to, if it has any row yet; else the moment itself. */
export function visitStart({ rows, now }: PresenceLog): number {
  const visit = [...rows].sort(compareEvents).reduce(visitAfter, NO_VISIT);
  return visitAt(visit, now).startedAt;
}

const hourBefore = (at: number, { offset }: Now): number => {
  const shift = offset * MINUTE_MS;
  return Math.floor((at + shift) / HOUR_MS) * HOUR_MS - shift;
};
const hourAfter = (at: number, now: Now): number => -hourBefore(-at, { ...now, offset: -now.offset });

/**
 * The row that keeps a quiet place quiet, or none where what stands is long enough (science 6.6).
 *
 * It holds no place and no class; both its times are whole hours, so that nobody can read a visit from it. Quiet without
 * an end, for as long as the stay lasts, is an hour on top, renewed. What the shopper ended during the stay stays ended.
 */
export function quietRow(stay: Stay, { rows, now }: PresenceLog): PresenceRow | undefined {
  const said = [...rows].sort(compareEvents);
  const endedAt = said.reduce((last, { name, at }) => (name === 'quiet_ended' ? at : last), -Infinity);
  if (endedAt >= (stay.since ?? visitStart({ rows, now }))) return undefined;
  const known = said.reduce(quietAfter, undefined)?.value ?? -Infinity;
  const until = hourAfter(now.at + stay.afterglow, now);
  if (known >= until) return undefined;
  // not before what the shopper ended earlier: in the order of the log that would still be over
  const at = Math.max(hourBefore(now.at, now), endedAt + 1);
  return { name: 'quiet_set', at, params: { until: stay.inside ? until + HOUR_MS : until } };
}

function labels(rows: readonly Event[], name: Event['name']): ReadonlySet<unknown> {
  return new Set(rows.filter((row) => row.name === name).map(({ params }) => params['place']));
}

/**
 * The rows of a visit that say which places were entered and left: each at most once a visit, so that a position at a
 * border writes no list of comings and goings.
 *
 * `before` are the places that the shopper was in; without it, those that the visit's rows say they entered and did not
 * leave.
 */
export function placeRows(
  { inside, before }: { readonly inside: readonly string[]; readonly before?: readonly string[] },
  log: PresenceLog,
): readonly PresenceRow[] {
  const start = visitStart(log);
  const rows = log.rows.filter((row) => row.at >= start && isOfVisit(row));
  const [entered, left] = [labels(rows, 'place_entered'), labels(rows, 'place_left')];
  const gone = (before ?? [...entered].filter((place) => typeof place === 'string')).filter(
    (place) => !inside.includes(place) && !left.has(place),
  );
  const come = inside.filter((place) => !entered.has(place));
  return [
    ...gone.map((place) => ({ name: 'place_left' as const, params: { place } })),
    ...come.map((place) => ({ name: 'place_entered' as const, params: { place } })),
  ];
}
