/** How a file writes its days and amounts. */
export interface PurchaseNotation {
  readonly decimal: '.' | ',';
  /** Of `31/12/2025`; absent where no day of the file is written so, or none tells which number is the month. */
  readonly dayOrder?: 'day-first' | 'month-first';
}

/** A day in three numbers with the year last, which YYYY-MM-DD never is. */
export const YEAR_LAST: RegExp = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ].*)?$/;

/**
 * Notation read off the whole file, since one row alone cannot tell 1.234 or 3/4/2025.
 *
 * Amounts are in decimal commas when one ends in a comma and one or two digits; of days with the year last, the
 * number that is above 12 somewhere is the day.
 */
export function purchaseNotation(cells: {
  readonly dates: readonly string[];
  readonly values: readonly string[];
}): PurchaseNotation {
  const decimal = cells.values.some((text) => /,\d{1,2}$/.test(text.trim())) ? ',' : '.';
  const found = cells.dates.map((text) => YEAR_LAST.exec(text.trim()));
  if (found.some((day) => Number(day?.[1]) > 12)) return { decimal, dayOrder: 'day-first' };
  if (found.some((day) => Number(day?.[3]) > 12)) return { decimal, dayOrder: 'month-first' };
  return { decimal };
}
