import { median, type PurchaseSummary } from 'tactful/engine';
import type { PurchaseRow, SummaryRow } from './read-purchases.js';

/** One customer up to the end of the calibration, and how often they came later where that is known. */
export interface Customer extends PurchaseSummary {
  /** Mean value of the repeat days. */
  readonly mean?: number;
  /** Purchase days after the calibration. */
  readonly later?: number;
  /** Mean value of those days. */
  readonly laterMean?: number;
}

/** The customers that a model is fitted on. Everything in weeks. */
export interface Cohort {
  readonly customers: readonly Customer[];
  /** Length of the calibration. */
  readonly spanWeeks: number;
  /** Length of what was left out to check the fit; 0 for nothing. */
  readonly laterWeeks: number;
  /** Median time between two purchase days; absent when nobody came twice. */
  readonly medianGapWeeks?: number;
}

const WEEK = 7;

/** Purchase days of each customer with the value of the day, in order of time. */
function daysByCustomer(rows: readonly PurchaseRow[]): readonly (readonly (readonly [number, number | undefined])[])[] {
  const customers = new Map<string, Map<number, number | undefined>>();
  for (const { customer, day, value } of rows) {
    const days = customers.get(customer) ?? new Map<number, number | undefined>();
    customers.set(customer, days);
    days.set(day, value === undefined ? undefined : (days.get(day) ?? 0) + value);
  }
  return [...customers.values()].map((days) => [...days].sort(([a], [b]) => a - b));
}

function meanOf(days: readonly (readonly [number, number | undefined])[]): number | undefined {
  const values = days.flatMap(([, value]) => value ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Customers from purchases: a day counts once, the first purchase starts the clock.
 *
 * The calibration ends with the day `until`, by default the last one; who came first after it is no
 * customer yet, and what came after it is only counted.
 */
export function cohortOf(rows: readonly PurchaseRow[], limits: { readonly until?: number | undefined } = {}): Cohort {
  const days = rows.map(({ day }) => day);
  const last = days.reduce((a, b) => Math.max(a, b), -Infinity);
  const first = days.reduce((a, b) => Math.min(a, b), Infinity);
  const end = limits.until ?? last;
  const gaps: number[] = [];
  const customers = daysByCustomer(rows).flatMap((all): readonly Customer[] => {
    const known = all.filter(([day]) => day <= end);
    const [start] = known[0] ?? [];
    if (start === undefined) return [];
    for (const [index, [day]] of known.entries()) {
      const before = known[index - 1];
      if (before !== undefined) gaps.push((day - before[0]) / WEEK);
    }
    const mean = meanOf(known.slice(1));
    const later = all.slice(known.length);
    const laterMean = meanOf(later);
    return [
      {
        repeats: known.length - 1,
        lastAt: ((known.at(-1)?.[0] ?? start) - start) / WEEK,
        age: (end - start) / WEEK,
        ...(mean === undefined ? {} : { mean }),
        ...(last > end ? { later: later.length } : {}),
        ...(laterMean === undefined ? {} : { laterMean }),
      },
    ];
  });
  const gap = median(gaps);
  return {
    customers,
    spanWeeks: (end - first) / WEEK,
    laterWeeks: Math.max(0, last - end) / WEEK,
    ...(gap === undefined ? {} : { medianGapWeeks: gap }),
  };
}

/** Customers from a summary. Single gaps are unknown there: their median is that of the customers' mean gaps. */
export function cohortOfSummary(rows: readonly SummaryRow[]): Cohort {
  const gap = median(rows.flatMap(({ repeats, lastAt }) => (repeats > 0 ? lastAt / repeats : [])));
  return {
    customers: rows,
    spanWeeks: rows.reduce((most, { age }) => Math.max(most, age), 0),
    laterWeeks: 0,
    ...(gap === undefined ? {} : { medianGapWeeks: gap }),
  };
}
