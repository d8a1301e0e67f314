import { DAY_MS } from './clock.js';
import { WISH_MS } from './fold-tell-me.js';
import { signalGroup } from './event-names.js';
import type { Event } from './event.js';

/** How long a class of rows is kept. Retention is forgetting: the profile no longer knows either. */
export interface RetentionClass {
  readonly days: number | null;
  readonly most: number | null;
}

/** How long every class is kept. */
export type Retention = Readonly<Record<'observed' | 'relation' | 'stated', RetentionClass>>;

/** Observed rows 180 days and at most 4,000; purchases and what became of offers 730 days; statements until withdrawn. */
export const RETENTION: Retention = {
  observed: { days: 180, most: 4000 },
  relation: { days: 730, most: null },
  stated: { days: null, most: null },
};

/** Rows of all classes together. Statements are never let go for it: a "no" does not make room for a click. */
const CEILING = 100_000;

const isLimit = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < Infinity;

function shorter(limit: number | null, site: number | null | undefined): number | null {
  return isLimit(site) ? Math.min(limit ?? Infinity, site) : limit;
}

/**
 * Retention as a site wants it: only ever shorter. What is longer, or no number, is ignored.
 *
 * What the shopper said stays as it is: to forget a "no" would open what it closed.
 */
export function shortened(
  retention: Retention,
  site: Readonly<Partial<Record<'observed' | 'relation', Partial<RetentionClass>>>>,
): Retention {
  const shorten = (name: 'observed' | 'relation'): RetentionClass => ({
    days: shorter(retention[name].days, site[name]?.days),
    most: shorter(retention[name].most, site[name]?.most),
  });
  return { ...retention, observed: shorten('observed'), relation: shorten('relation') };
}

/** The class a row belongs to. */
export function retentionClass(event: Event): keyof Retention {
  if (event.origin === 'declared') return 'stated';
  const lasting =
    event.name === 'purchase' ||
    event.name === 'refund' ||
    event.name.startsWith('offer_') ||
    signalGroup(event.name) === 'relation';
  return lasting ? 'relation' : 'observed';
}

/**
 * A quiet time that has passed says nothing any more, but for where somebody may have been; one in which the shop spoke
 * all the same is kept as long as that. A wish waits for a year.
 */
function isOver(
  { name, at: then, params: { until } }: Event,
  read: { readonly at: number; readonly shown: readonly number[] },
): boolean {
  const { at, shown } = read;
  if (name === 'tell_me_set') return then <= at - WISH_MS;
  if (name !== 'quiet_set' || typeof until !== 'number' || until >= at) return false;
  return !shown.some((moment) => moment >= then && moment < until);
}

/**
 * The ids of rows past their class's limit at a moment, and past the ceiling of 100,000 rows for all: then the oldest
 * of what was looked at go first, and the oldest of the relation after them.
 */
export function expiredIds(
  events: readonly Event[],
  at: number,
  { retention = RETENTION, ceiling = CEILING }: { readonly retention?: Retention; readonly ceiling?: number } = {},
): readonly string[] {
  const kept: Record<keyof Retention, Event[]> = { observed: [], relation: [], stated: [] };
  const gone: string[] = [];
  for (const event of events) {
    const name = retentionClass(event);
    const { days } = retention[name];
    if (days !== null && event.at < at - days * DAY_MS) gone.push(event.id);
    else kept[name].push(event);
  }
  let room = ceiling - kept.stated.length;
  for (const name of ['relation', 'observed'] as const) {
    const most = Math.max(0, Math.min(retention[name].most ?? Infinity, room));
    const newestFirst = kept[name].sort((a, b) => b.at - a.at);
    gone.push(...newestFirst.slice(most).map(({ id }) => id));
    room -= Math.min(most, newestFirst.length);
  }
  const lost = new Set(gone);
  const left = events.filter(({ id }) => !lost.has(id));
  const shown = left.filter(({ name }) => name === 'offer_shown').map((event) => event.at);
  return [...gone, ...left.filter((event) => isOver(event, { at, shown })).map(({ id }) => id)];
}
