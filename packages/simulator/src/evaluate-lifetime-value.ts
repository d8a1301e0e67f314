import { aliveProbability, expectedPurchases, expectedSpend, type PurchaseModel } from 'tactful/engine';
import { cdnowPurchases, cdnowReference, type ReferenceCustomer } from './cdnow-purchases.js';
import { cohortOf, type Cohort, type Customer } from './cohort.js';
import type { EvaluationBar, EvaluationRow, EvaluationSection } from './evaluate-section.js';
import { fitPopulation, type PopulationFit } from './fit-population.js';
import { fitPurchases } from './fit-purchases.js';
import { activeInCohort } from './hiatus-rule.js';
import { holdoutAccuracy } from './holdout-accuracy.js';
import { onlineRetailPurchases } from './online-retail-purchases.js';
import { purchaseDay } from './purchase-day.js';
import type { PurchaseParameters } from './purchase-likelihood.js';
import { valueOr } from './value-or.js';

/** What is published about CDNOW (Fader, Hardie & Lee 2005; CLVTools; BTYDplus; Fader & Hardie 2013). */
const CDNOW = {
  until: '1997-09-30',
  bg: { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 },
  bgLogLikelihood: -9582.44,
  bgExact: { kind: 'bg', r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881, spanWeeks: 39 },
  mbg: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
  spend: { p: 6.25, q: 3.74, gamma: 15.44 },
  spendLogLikelihood: -4055.93,
} as const;

/** Of Online Retail to the end of August 2011, by an independent implementation. */
const RETAIL = { until: '2011-08-31', logLikelihood: -10344.395 } as const;

const STARTS: readonly PurchaseParameters[] = [
  [1, 1, 1, 1],
  [1, 3, 1, 3],
  [0.1, 10, 0.5, 5],
];

type Named = Readonly<Record<string, number>>;

const furthest = (found: Named, published: Named): number =>
  Object.entries(published).reduce(
    (most, [name, value]) => Math.max(most, Math.abs((found[name] ?? NaN) / value - 1)),
    0,
  );

const numbered = (values: Named): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value.toPrecision(5)}`)
    .join(', ');

/** Predictions of the weeks that were kept, the model's beside simple ones for the same customers. */
function purchaseRows(cohort: Cohort, fits: readonly PopulationFit[]): readonly EvaluationRow[] {
  const { customers, laterWeeks: weeks, medianGapWeeks = 0 } = cohort;
  const right = (active: (customer: Customer) => boolean): number =>
    customers.filter((customer) => active(customer) === (customer.later ?? 0) > 0).length / customers.length;
  const row = (
    name: string,
    predict: (customer: Customer) => number,
    active?: (customer: Customer) => boolean,
  ): EvaluationRow => {
    const pairs = customers.map((each) => ({ predicted: predict(each), actual: each.later ?? 0 }));
    const { expected, mae, rmse, auc } = holdoutAccuracy(pairs);
    return { name, expected, MAE: mae, RMSE: rmse, 'AUC active': auc, 'right active': active ? right(active) : '' };
  };
  return [
    ...fits.map(({ model: { purchases } }) =>
      row(
        purchases.kind === 'mbg' ? 'MBG/NBD' : 'BG/NBD',
        (customer) => valueOr(expectedPurchases(purchases, { ...customer, weeks }), NaN),
        (customer) => valueOr(aliveProbability(purchases, customer), NaN) >= 0.5,
      ),
    ),
    row('own rate goes on', ({ repeats, age }) => (age > 0 ? (repeats / age) * weeks : 0)),
    row(
      'nobody returns',
      () => 0,
      () => false,
    ),
    {
      name: 'hiatus rule, 3 median gaps',
      expected: '',
      MAE: '',
      RMSE: '',
      'AUC active': '',
      'right active': right((customer) => activeInCohort(customer, medianGapWeeks)),
    },
  ];
}

/** Predictions of the mean value of a later purchase, for those who came later and had repeat purchases of a value. */
function spendRows({ customers }: Cohort, { model: { spend } }: PopulationFit): readonly EvaluationRow[] {
  if (spend === undefined) return [];
  const judged = customers.flatMap(({ repeats, mean = 0, laterMean = 0 }) =>
    repeats > 0 && mean > 0 && laterMean > 0 ? [{ repeats, mean, laterMean }] : [],
  );
  const error = (predict: (seen: (typeof judged)[number]) => number): number =>
    judged.reduce((sum, seen) => sum + Math.abs(predict(seen) - seen.laterMean), 0) / judged.length;
  const population = valueOr(expectedSpend(spend, { repeats: 0, mean: 0 }), NaN);
  return [
    { name: 'Gamma-Gamma', MAE: error((seen) => valueOr(expectedSpend(spend, seen), NaN)), customers: judged.length },
    { name: 'own mean', MAE: error(({ mean }) => mean), customers: judged.length },
    { name: 'mean of all', MAE: error(() => population), customers: judged.length },
  ];
}

function sectionsOf(
  name: string,
  {
    cohort,
    fits,
    bars,
  }: { readonly cohort: Cohort; readonly fits: readonly PopulationFit[]; readonly bars: readonly EvaluationBar[] },
): readonly EvaluationSection[] {
  const actual = cohort.customers.reduce((sum, { later = 0 }) => sum + later, 0);
  const [first] = fits;
  return [
    {
      title: `${name}: purchases of the next ${cohort.laterWeeks.toFixed(1)} weeks, ${cohort.customers.length} customers`,
      rows: purchaseRows(cohort, fits),
      bars,
      notes: [
        `actual purchases: ${actual}`,
        'Right active: share rightly called active or gone; the model at a probability of one half.',
        'Per person a hiatus rule does no worse (Wübben & von Wangenheim 2008): both are shown.',
      ],
    },
    ...(first === undefined
      ? []
      : [
          {
            title: `${name}: mean value of a later purchase`,
            rows: spendRows(cohort, first),
            notes: ['Customers with repeat purchases of a value who came in the weeks kept.'],
          },
        ]),
  ];
}

const bar = (met: boolean, words: string): EvaluationBar => ({ met, words });

function referenceBar(cohort: Cohort, reference: readonly ReferenceCustomer[]): EvaluationBar {
  const model: PurchaseModel = CDNOW.bgExact;
  const gaps = cohort.customers.map((customer, index) => {
    const { expected39 = NaN, alive = NaN } = reference[index] ?? {};
    const expected = valueOr(expectedPurchases(model, { ...customer, weeks: 39 }), NaN);
    return Math.max(Math.abs(expected - expected39), Math.abs(valueOr(aliveProbability(model, customer), NaN) - alive));
  });
  const most = gaps.reduce((top, gap) => (gap <= top ? top : gap), 0);
  const met = gaps.length === reference.length && most <= 1e-6;
  return bar(
    met,
    `P(alive) and expectations of ${gaps.length} customers within ${most.toExponential(1)} of the reference (1e-6)`,
  );
}

async function cdnowSections(data: string): Promise<readonly EvaluationSection[]> {
  const cohort = cohortOf(await cdnowPurchases(data), { until: purchaseDay(CDNOW.until) });
  const fits = (['mbg', 'bg'] as const).map((kind) => fitPopulation({ cohort, kind }));
  const [mbg] = fits;
  const starts = STARTS.map((start) => {
    const { parameters, logLikelihood } = fitPurchases(cohort.customers, { kind: 'bg', start });
    const met = furthest(parameters, CDNOW.bg) <= 0.01 && logLikelihood >= CDNOW.bgLogLikelihood;
    return bar(
      met,
      `BG/NBD from ${start.join(', ')}: ${numbered(parameters)}, LL ${logLikelihood.toFixed(3)} (1%, ${CDNOW.bgLogLikelihood})`,
    );
  });
  if (mbg === undefined) return [];
  const { r, alpha, a, b } = mbg.model.purchases;
  const { p, q, gamma } = mbg.model.spend ?? { p: NaN, q: NaN, gamma: NaN };
  const spendLogLikelihood = mbg.model.fit.spendLogLikelihood ?? NaN;
  const bars = [
    ...starts,
    bar(furthest({ r, alpha, a, b }, CDNOW.mbg) <= 0.02, `MBG/NBD: ${numbered({ r, alpha, a, b })} (2%)`),
    bar(
      furthest({ p, q, gamma }, CDNOW.spend) <= 0.01 && spendLogLikelihood >= CDNOW.spendLogLikelihood,
      `Gamma-Gamma: ${numbered({ p, q, gamma })}, LL ${spendLogLikelihood.toFixed(3)} (1%, ${CDNOW.spendLogLikelihood})`,
    ),
    referenceBar(cohort, await cdnowReference(data)),
  ];
  return sectionsOf('CDNOW', { cohort, fits, bars });
}

async function onlineRetailSections(data: string): Promise<readonly EvaluationSection[]> {
  const cohort = cohortOf(await onlineRetailPurchases(data), { until: purchaseDay(RETAIL.until) });
  const fits = (['mbg', 'bg'] as const).map((kind) => fitPopulation({ cohort, kind }));
  const bars = fits.map(({ model: { purchases, fit } }) => {
    const open = ['purchases.a', 'purchases.b'].every((path) => fit.unidentified.includes(path));
    const near = Math.abs(fit.logLikelihood - RETAIL.logLikelihood) <= 0.1;
    return bar(
      near && open,
      `${purchases.kind.toUpperCase()}/NBD: LL ${fit.logLikelihood.toFixed(3)} (${RETAIL.logLikelihood} within .1); not identified: ${fit.unidentified.join(', ')}`,
    );
  });
  return sectionsOf('Online Retail', { cohort, fits, bars });
}

/**
 * Purchase and spend models on CDNOW and Online Retail: fitted on the first weeks, judged on the last, beside simple rivals.
 *
 * `data` is the folder that holds the folders of both. Rejects with one line that names a missing file.
 */
export async function evaluateLifetimeValue(data: string): Promise<readonly EvaluationSection[]> {
  return [...(await cdnowSections(data)), ...(await onlineRetailSections(data))];
}
