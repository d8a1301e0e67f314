import { toMinorUnits, type PopulationModel, type PurchaseModel } from 'tactful/engine';
import type { Cohort, Customer } from './cohort.js';
import { fitPurchases, PURCHASE_FIT_PARTS } from './fit-purchases.js';
import { FEWEST_CUSTOMERS, fitSpend, SPEND_FIT_PARTS, type NoSpend } from './fit-spend.js';
import type { PurchaseParameters } from './purchase-likelihood.js';

/** One fit to make; plain data, so that it can go to a worker. */
export interface FitJob {
  readonly cohort: Cohort;
  readonly kind: PurchaseModel['kind'];
  readonly start?: PurchaseParameters | undefined;
  /** What the values are in, as decimals: the spend model is then in its minor units. Without it, in the money of the file. */
  readonly currency?: string | undefined;
}

/** How far a fit is. */
export interface FitProgress {
  readonly done: number;
  readonly of: number;
}

/** A fitted model, and what its file does not say. */
export interface PopulationFit {
  readonly model: PopulationModel;
  /** Why the model has no spend. */
  readonly noSpend?: NoSpend;
  /** False when the search ran out of steps: the parameters are then not the best there are. */
  readonly settled: boolean;
}

/** Makes a fit, here or elsewhere. */
export type RunFit = (job: FitJob) => Promise<PopulationFit>;

function refuseHopeless({ customers, spanWeeks }: Cohort): void {
  const count = customers.length;
  if (count < FEWEST_CUSTOMERS) {
    throw new Error(`${count} ${count === 1 ? 'customer' : 'customers'}: a fit needs ${FEWEST_CUSTOMERS} or more`);
  }
  if (!(spanWeeks > 0)) throw new Error('all purchases are on one day: nothing to fit');
  if (customers.every(({ repeats }) => repeats === 0)) throw new Error('nobody bought on a second day: nothing to fit');
}

function inMinorUnits(customers: readonly Customer[], currency: string | undefined): readonly Customer[] {
  if (currency === undefined) return customers;
  const unit = toMinorUnits(1, currency);
  return customers.map((customer) =>
    customer.mean === undefined ? customer : { ...customer, mean: unit * customer.mean },
  );
}

/**
 * Population parameters by maximum likelihood: of purchases always, of spend where there are values.
 *
 * Throws one line when there is nothing to fit. The same cohort gives the same numbers on one machine.
 */
export function fitPopulation(
  { cohort, kind, start, currency }: FitJob,
  onProgress: (progress: FitProgress) => void = () => undefined,
): PopulationFit {
  refuseHopeless(cohort);
  const of = PURCHASE_FIT_PARTS + SPEND_FIT_PARTS;
  let done = 0;
  const onPart = (): void => onProgress({ done: ++done, of });
  const purchases = fitPurchases(cohort.customers, { kind, start, onPart });
  const spend = fitSpend(inMinorUnits(cohort.customers, currency), onPart);
  onProgress({ done: of, of });
  const known = typeof spend === 'string' ? undefined : spend;
  return {
    model: {
      format: 'tactful-model',
      version: 1,
      purchases: { kind, ...purchases.parameters, spanWeeks: cohort.spanWeeks },
      ...(known === undefined
        ? {}
        : { spend: { ...known.parameters, ...(currency === undefined ? {} : { currency, unit: 'minor' }) } }),
      fit: {
        customers: cohort.customers.length,
        logLikelihood: purchases.logLikelihood,
        unidentified: [
          ...purchases.open.map((name) => `purchases.${name}`),
          ...(known?.open.map((name) => `spend.${name}`) ?? []),
        ],
        ...(known === undefined ? {} : { spendCustomers: known.customers, spendLogLikelihood: known.logLikelihood }),
        ...(known?.correlation === undefined ? {} : { spendCorrelation: known.correlation }),
        ...(cohort.medianGapWeeks === undefined ? {} : { medianGapWeeks: cohort.medianGapWeeks }),
      },
    },
    ...(typeof spend === 'string' ? { noSpend: spend } : {}),
    settled: purchases.settled,
  };
}
