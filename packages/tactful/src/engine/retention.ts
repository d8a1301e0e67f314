import { DAY_MS } from './clock.js';
import { signalGroup } from './event-names.js';
import type { Event } from './event.js';

/** How long a class of rows is kept. Retention is forgetting: the profile no longer knows either. */
export interface RetentionClass {
  readonly days: number | null;
  readonly most: number | null;
}

/** Observed rows 180 days and at most 4,000; purchases and what became of offers 730 days; statements until withdrawn. */
export const RETENTION: Readonly<Record<'observed' | 'relation' | 'stated', RetentionClass>> = {
  observed: { days: 180, most: 4000 },
  relation: { days: 730, most: null },
  stated: { days: null, most: null },
};

/** The class a row belongs to. */
export function retentionClass(event: Event): keyof typeof RETENTION {
  if (event.origin === 'declared') return 'stated';
  const lasting =
    event.name === 'purchase' ||
    event.name === 'refund' ||
    event.name.startsWith('offer_') ||
    signalGroup(event.name) === 'relation';
  return lasting ? 'relation' : 'observed';
}

/** The ids of rows past their class's limit at a moment. */
export function expiredIds(events: readonly Event[], at: number): readonly string[] {
  const tooOld = events.filter((event) => {
    const { days } = RETENTION[retentionClass(event)];
    return days !== null && event.at < at - days * DAY_MS;
  });
  const old = new Set(tooOld.map(({ id }) => id));
  const observed = events
    .filter((event) => retentionClass(event) === 'observed' && !old.has(event.id))
    .sort((a, b) => b.at - a.at);
  return [...old, ...observed.slice(RETENTION.observed.most ?? observed.length).map(({ id }) => id)];
}
