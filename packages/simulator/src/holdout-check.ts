import { aliveProbability, expectedPurchases, type PurchaseModel } from 'tactful/engine';
import type { Cohort, Customer } from './cohort.js';
import { activeInCohort } from './hiatus-rule.js';
import { valueOr } from './value-or.js';

/** Customers with one number of repeat purchases: how often they came later, and how often the model expected. */
export interface HoldoutBucket {
  readonly repeats: string;
  readonly customers: number;
  readonly actual: number;
  readonly expected: number;
}

/** A fit against the weeks that it did not see. Means are per customer. */
export interface HoldoutCheck {
  readonly weeks: number;
  readonly actual: number;
  readonly expected: number;
  readonly buckets: readonly HoldoutBucket[];
  /** Shares of customers whom each rightly called active or gone; the model at a probability of one half. */
  readonly right: { readonly model: number; readonly hiatus?: number };
}

const LAST_BUCKET = 7;

const shareOf = (customers: readonly Customer[], fits: (customer: Customer) => boolean): number =>
  customers.filter(fits).length / customers.length;

/**
 * How a model does on the weeks after its calibration; a text says why that cannot be told.
 */
export function checkHoldout(model: PurchaseModel, cohort: Cohort): HoldoutCheck | 'none' | 'beyond-fit' {
  const { customers, laterWeeks: weeks, medianGapWeeks } = cohort;
  if (!(weeks > 0)) return 'none';
  if (weeks > 2 * model.spanWeeks) return 'beyond-fit';
  const sums = Array.from({ length: LAST_BUCKET + 1 }, () => ({ customers: 0, actual: 0, expected: 0 }));
  for (const customer of customers) {
    const sum = sums[Math.min(LAST_BUCKET, customer.repeats)];
    if (sum === undefined) continue;
    sum.customers++;
    sum.actual += customer.later ?? 0;
    sum.expected += valueOr(expectedPurchases(model, { ...customer, weeks }), 0);
  }
  const came = ({ later = 0 }: Customer): boolean => later > 0;
  const total = (part: 'actual' | 'expected'): number => sums.reduce((sum, each) => sum + each[part], 0);
  return {
    weeks,
    actual: total('actual'),
    expected: total('expected'),
    buckets: sums.flatMap(({ customers: count, actual, expected }, repeats) =>
      count === 0
        ? []
        : {
            repeats: repeats === LAST_BUCKET ? `${LAST_BUCKET}+` : String(repeats),
            customers: count,
            actual: actual / count,
            expected: expected / count,
          },
    ),
    right: {
      model: shareOf(customers, (each) => valueOr(aliveProbability(model, each), 0) >= 0.5 === came(each)),
      ...(medianGapWeeks === undefined
        ? {}
        : { hiatus: shareOf(customers, (each) => activeInCohort(each, medianGapWeeks) === came(each)) }),
    },
  };
}
