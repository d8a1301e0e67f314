import { HOUR_MS, MINUTE_MS, SECOND_MS } from './clock.js';

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
/** The moment at which a day begins in UTC; `Date` alone would take 30 February for 2 March. */
function startOfDay(date: { readonly year: number; readonly month: number; readonly day: number }): number | undefined {
  const { year, month, day } = date;
  const at = Date.UTC(year, month - 1, day);
  const isOne = year >= 1970 && month > 0 && month < 13 && day > 0 && at < Date.UTC(year, month, 1);
  return isOne ? at : undefined;
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
  const day = startOfDay({ year: part(1), month: part(2), day: part(3) });
  const [hour, minute, second] = [part(4), part(5), part(6)];
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  return day + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS - zoneMs(match[7]);
}
