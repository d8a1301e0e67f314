import type { Person } from './catalog.js';
import { DAY_MS, localDay, MINUTE_MS, type Now } from './clock.js';

const DAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether a person can be reached at a moment, by the clock of the shopper. */
export function isReachable({ hours }: Pick<Person, 'hours'>, now: Now): boolean {
  const day = localDay(now);
  const minute = (now.at + now.offset * MINUTE_MS - day * DAY_MS) / MINUTE_MS;
  // day 0, 1 January 1970, was a Thursday
  const weekday = DAYS[(((day + 3) % 7) + 7) % 7];
  return hours.some(
    ({ days, from, to }) => days.some((each) => each === weekday) && minute >= minutes(from) && minute < minutes(to),
  );
}
