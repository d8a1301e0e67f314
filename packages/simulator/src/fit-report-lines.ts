import { HIATUS_GAPS, type PurchaseModel } from 'tactful/engine';
import type { FitReport } from './fit-report.js';
import type { NoSpend } from './fit-spend.js';
import { OPEN_FACTOR } from './open-parameters.js';

const KINDS: Readonly<Record<PurchaseModel['kind'], string>> = { mbg: 'MBG/NBD', bg: 'BG/NBD' };
const NO_SPEND: Readonly<Record<NoSpend, string>> = {
  'no-values': 'no repeat purchase has a value',
  'too-few': 'too few customers with repeat purchases of known value',
  'no-mean': 'q is not above 1, so that mean spend has no finite value',
};
/** Beyond this the spend model's assumption, that value does not go with frequency, does not hold. Elicited. */
const MOST_CORRELATION = 0.3;
const BAR_WIDTH = 24;

/** Four figures are what such fits hold; more would look more certain than they are. */
const figure = (value: number): string => String(Number(value.toPrecision(5)));
const count = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const parameters = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join('  ');

function modelLines({ model, noSpend, settled }: FitReport): readonly string[] {
  const { kind, r, alpha, a, b } = model.purchases;
  const { spend, fit } = model;
  return [
    `purchases  ${KINDS[kind].padEnd(11)}  ${parameters({ r, alpha, a, b })}`,
    `           log-likelihood ${fit.logLikelihood.toFixed(3)} over ${count(fit.customers)} customers`,
    ...(spend === undefined
      ? [`spend      none: ${NO_SPEND[noSpend ?? 'no-values']}`]
      : [
          `spend      Gamma-Gamma  ${parameters({ p: spend.p, q: spend.q, gamma: spend.gamma })}`,
          `           log-likelihood ${(fit.spendLogLikelihood ?? 0).toFixed(3)} over ${count(fit.spendCustomers ?? 0)} customers who came back`,
          spend.currency === undefined
            ? '           in the money of the file; for lifetime value name it: --currency EUR'
            : `           in minor units of ${spend.currency}, as tactful counts money`,
        ]),
    ...(settled ? [] : ['warning: the search ran out of steps; these are not the best parameters']),
  ];
}

function correlationLines(rho: number | undefined): readonly string[] {
  if (rho === undefined) return [];
  const found = `(rho ${rho.toFixed(2)})`;
  return Math.abs(rho) > MOST_CORRELATION
    ? [
        `warning: number and value of purchases go together ${found}: the spend model`,
        'assumes they do not, and is off for frequent customers',
      ]
    : [`number and value of purchases hardly go together ${found}, as spend assumes`];
}

function identityLines(unidentified: readonly string[]): readonly string[] {
  const names = unidentified.map((path) => path.slice(path.indexOf('.') + 1));
  if (names.length === 0) return [`identified: all; none may be ${OPEN_FACTOR} times larger or smaller (95%)`];
  return [
    `not identified: ${names.join(', ').replace(/, (?=\w+$)/, ' and ')}`,
    `${OPEN_FACTOR} times larger or smaller fits as well (95%): use what the model predicts, and`,
    'read nothing into these numbers',
  ];
}

function activeLines({ ahead, active, model }: FitReport): readonly string[] {
  const { medianGapWeeks: gap } = model.fit;
  return [
    ahead === 'beyond-fit'
      ? 'expected purchases: unknown, the weeks kept are over twice those of the fit'
      : `expected in the next ${ahead.weeks.toFixed(1)} weeks: ${ahead.meanPurchases.toPrecision(3)} purchases a customer`,
    `still customers by the model: ${percent(active.model)}`,
    ...(model.purchases.kind === 'bg'
      ? ['BG/NBD takes whoever came once for a customer for ever; --model mbg does not']
      : []),
    ...(active.hiatus === undefined || gap === undefined
      ? []
      : [
          `still customers by the hiatus rule (${HIATUS_GAPS} median gaps, ${(HIATUS_GAPS * gap).toFixed(1)} weeks): ${percent(active.hiatus)}`,
          'Per person that rule does no worse than such models (Wübben & von Wangenheim',
          '2008): show both.',
        ]),
  ];
}

function checkLines({ check }: FitReport): readonly string[] {
  if (typeof check === 'string') return [];
  const most = check.buckets.reduce((top, { actual, expected }) => Math.max(top, actual, expected), 0);
  const place = (value: number): number => (most > 0 ? Math.round((BAR_WIDTH * value) / most) : 0);
  const bar = (actual: number, expected: number): string => {
    const cells = '='.repeat(place(actual)).padEnd(BAR_WIDTH + 1);
    return `${cells.slice(0, place(expected))}|${cells.slice(place(expected) + 1)}`.trimEnd();
  };
  return [
    '',
    `the ${check.weeks.toFixed(1)} weeks kept: ${count(check.actual)} purchases, ${count(check.expected)} expected`,
    'repeats  customers  actual  expected   = actual  | expected',
    ...check.buckets.map(
      ({ repeats, customers, actual, expected }) =>
        `${repeats.padStart(7)}  ${count(customers).padStart(9)}  ${actual.toFixed(2).padStart(6)}  ${expected.toFixed(2).padStart(8)}   ${bar(actual, expected)}`,
    ),
    `rightly called active or gone: ${percent(check.right.model)} by the model` +
      (check.right.hiatus === undefined ? '' : `, ${percent(check.right.hiatus)} by the hiatus rule`),
  ];
}

/** The report as lines for a terminal of 80 columns. */
export function fitReportLines(report: FitReport): readonly string[] {
  return [
    ...modelLines(report),
    ...identityLines(report.model.fit.unidentified),
    ...correlationLines(report.model.fit.spendCorrelation),
    '',
    ...activeLines(report),
    ...checkLines(report),
  ];
}
