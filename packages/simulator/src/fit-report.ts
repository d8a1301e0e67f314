import { aliveProbability, expectedPurchases } from 'tactful/engine';
import type { Cohort } from './cohort.js';
import type { PopulationFit } from './fit-population.js';
import { activeInCohort } from './hiatus-rule.js';
import { checkHoldout, type HoldoutCheck } from './holdout-check.js';
import { valueOr } from './value-or.js';

/** Everything that the command says about a fit, as data. */
export interface FitReport extends PopulationFit {
  /** The next weeks over which purchases are expected: those kept to check, else as many as the fit saw. */
  readonly ahead: { readonly weeks: number; readonly meanPurchases: number } | 'beyond-fit';
  /** Shares of customers still active: the model's mean probability, and the hiatus rule's count. */
  readonly active: { readonly model: number; readonly hiatus?: number };
  readonly check: HoldoutCheck | 'none' | 'beyond-fit';
}

const meanOver = (count: number, sum: number): number => sum / count;

/** A fit with its predictions for the customers it was made from. */
export function fitReport(fit: PopulationFit, cohort: Cohort): FitReport {
  const { purchases } = fit.model;
  const { customers, medianGapWeeks, spanWeeks } = cohort;
  const weeks = cohort.laterWeeks > 0 ? cohort.laterWeeks : spanWeeks;
  const sum = (valueOf: (customer: Cohort['customers'][number]) => number): number =>
    customers.reduce((total, customer) => total + valueOf(customer), 0);
  return {
    ...fit,
    ahead:
      weeks > 2 * spanWeeks
        ? 'beyond-fit'
        : {
            weeks,
            meanPurchases: meanOver(
              customers.length,
              sum((customer) => valueOr(expectedPurchases(purchases, { ...customer, weeks }), 0)),
            ),
          },
    active: {
      model: meanOver(
        customers.length,
        sum((customer) => valueOr(aliveProbability(purchases, customer), 0)),
      ),
      ...(medianGapWeeks === undefined
        ? {}
        : {
            hiatus: meanOver(
              customers.length,
              sum((customer) => (activeInCohort(customer, medianGapWeeks) ? 1 : 0)),
            ),
          }),
    },
    check: checkHoldout(purchases, cohort),
  };
}
