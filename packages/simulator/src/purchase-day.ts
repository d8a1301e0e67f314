import { DAY_MS } from 'tactful/engine';
import { YEAR_LAST, type PurchaseNotation } from './purchase-notation.js';

const DAY = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ].*)?$/;

/** Year, month and day as a text has them, four, two and two digits. */
function partsOf(text: string, order: PurchaseNotation['dayOrder']): readonly (string | undefined)[] {
  const [, year, , month, date] = DAY.exec(text) ?? [];
  if (year !== undefined || order === undefined) return [year, month, date];
  const [, first, , second, last] = YEAR_LAST.exec(text) ?? [];
  const [day, of] = order === 'day-first' ? [first, second] : [second, first];
  return [last, of?.padStart(2, '0'), day?.padStart(2, '0')];
}

/**
 * The day that a text names, counted from 1 January 1970: `1997-01-31`, `19970131`, and `31/01/1997` where `order` is
 * known, each with or without a time after it.
 *
 * `undefined` for anything else and for days that no calendar has. The day is as written, in no time zone.
 */
export function purchaseDay(text: string, order?: PurchaseNotation['dayOrder']): number | undefined {
  const [year, month, date] = partsOf(text.trim(), order);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // Date.UTC rolls 31 February over into March, and takes years below 100 for 1900 and later.
  return new Date(at).toISOString().startsWith(`${year}-${month}-${date}`) ? at / DAY_MS : undefined;
}

/** A day as `1997-01-31`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
