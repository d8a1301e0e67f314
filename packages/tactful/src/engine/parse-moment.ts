import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './clock.js';

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days since 1970-01-01; `Date` would take 30 February for 2 March. */
function daysSinceEpoch(date: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}): number | undefined {
  const { year, month, day } = date;
  const length = month === 2 && isLeap(year) ? 29 : MONTH_DAYS[month - 1];
  if (length === undefined || day < 1 || day > length || year < 1970) return undefined;
  let days = day - 1;
  for (let before = 1970; before < year; before++) days += isLeap(before) ? 366 : 365;
  for (let before = 1; before < month; before++)
    days += before === 2 && isLeap(year) ? 29 : (MONTH_DAYS[before - 1] ?? 0);
  return days;
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * HOUR_MS + Number(zone.slice(4, 6)) * MINUTE_MS);
}

/** An ISO 8601 date or moment as epoch milliseconds, UTC where no zone is named; `undefined` when it is none. */
export function parseMoment(text: unknown): number | undefined {
  const match = typeof text === 'string' ? MOMENT.exec(text) : null;
  if (!match) return undefined;
  const part = (group: number): number => Number(match[group] ?? 0);
  const days = daysSinceEpoch({ year: part(1), month: part(2), day: part(3) });
  const [hour, minute, second] = [part(4), part(5), part(6)];
  if (days === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  return days * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS - zoneMs(match[7]);
}
