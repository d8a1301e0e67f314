import { DAY_MS } from 'tactful/engine';

const DAY = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ].*)?$/;

/**
 * The day that a text names, counted from 1 January 1970: `1997-01-31`, `19970131`, either with a time after it.
 *
 * `undefined` for anything else and for days that no calendar has. The day is as written, in no time zone.
 */
export function purchaseDay(text: string): number | undefined {
  const [, year, , month, date] = DAY.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // Date.UTC rolls 31 February over into March, and takes years below 100 for 1900 and later.
  return new Date(at).toISOString().startsWith(`${year}-${month}-${date}`) ? at / DAY_MS : undefined;
}

/** A day as `1997-01-31`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
