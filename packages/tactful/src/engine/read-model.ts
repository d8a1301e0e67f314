import type { CatalogProblem } from './catalog.js';
import type { PurchaseModel, SpendModel } from './lifetime-value.js';
import { isFields, type OfferProblem } from './offer-problem.js';
import { problemAt } from './read-catalog.js';

/** What a fit tells about itself, beside its parameters. */
export interface FitAccount {
  readonly customers: number;
  /** Of the purchase model, without the constants of the data. */
  readonly logLikelihood: number;
  /** Paths of parameters, `purchases.a`, that the data leave open by a factor of ten or more. */
  readonly unidentified: readonly string[];
  /** Customers with repeat purchases of known value, and the log-likelihood of the spend model over them. */
  readonly spendCustomers?: number;
  readonly spendLogLikelihood?: number;
  /** Correlation of number and mean value of repeat purchases; the spend model assumes none. */
  readonly spendCorrelation?: number;
  /** Median time between two purchase days, in weeks: the hiatus rule's yardstick. */
  readonly medianGapWeeks?: number;
}

/** Spend as a file holds it: `gamma` in minor units of `currency`, or, where neither is said, in money nobody named. */
export interface FittedSpend extends SpendModel {
  readonly currency?: string;
  readonly unit?: 'minor';
}

/** What `tactful fit` writes: the population parameters of one shop. */
export interface PopulationModel {
  readonly format: 'tactful-model';
  readonly version: 1;
  readonly purchases: PurchaseModel;
  /** Absent where the purchases had no values, or their spread has no finite mean. */
  readonly spend?: FittedSpend;
  readonly fit: FitAccount;
}

/** A model, or without `model` what is wrong in it. */
export interface ModelReading {
  readonly model?: PopulationModel;
  readonly problems: readonly CatalogProblem[];
}

type Check = readonly [keys: string, fits: (value: unknown) => boolean, fix: string];

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && value > -Infinity && value < Infinity;
const isAbove =
  (least: number) =>
  (value: unknown): boolean =>
    isNumber(value) && value > least;
const isCount = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const orAbsent =
  (fits: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || fits(value);
const isPaths = (value: unknown): boolean =>
  Array.isArray(value) && value.every((path) => typeof path === 'string' && path.length <= 80);

const PURCHASE_CHECKS: readonly Check[] = [
  ['kind', (value) => value === 'mbg' || value === 'bg', '"mbg" or "bg"'],
  ['r alpha a b spanWeeks', isAbove(0), 'a number above 0'],
];
const SPEND_CHECKS: readonly Check[] = [
  ['p', isAbove(0), 'a number above 0'],
  ['q', isAbove(1), 'a number above 1'],
  ['gamma', isAbove(0), 'a number above 0'],
  [
    'currency',
    orAbsent((value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value)),
    'a currency of three capitals, as "EUR"',
  ],
  ['unit', orAbsent((value) => value === 'minor'), '"minor"'],
];
const FIT_CHECKS: readonly Check[] = [
  ['customers', isCount, 'a count'],
  ['logLikelihood', isNumber, 'a number'],
  ['unidentified', isPaths, 'a list of paths of parameters'],
  ['spendCustomers', orAbsent(isCount), 'a count'],
  ['spendLogLikelihood', orAbsent(isNumber), 'a number'],
  ['spendCorrelation', orAbsent((value) => isNumber(value) && value >= -1 && value <= 1), 'a number from -1 to 1'],
  ['medianGapWeeks', orAbsent(isAbove(0)), 'a number above 0'],
];

/** The named fields alone, each checked: what else a file holds stays behind. */
function readPart(
  raw: unknown,
  { path, checks }: { readonly path: string; readonly checks: readonly Check[] },
): { readonly fields: Readonly<Record<string, unknown>>; readonly problems: readonly CatalogProblem[] } {
  if (!isFields(raw)) return { fields: {}, problems: [problemAt(path, ['', raw, 'an object'])] };
  const entries: [string, unknown][] = [];
  const problems: CatalogProblem[] = [];
  for (const [keys, fits, fix] of checks) {
    for (const key of keys.split(' ')) {
      const value = Object.hasOwn(raw, key) ? raw[key] : undefined;
      if (!fits(value)) problems.push(problemAt(path, [key, value, fix]));
      else if (value !== undefined) entries.push([key, value]);
    }
  }
  return { fields: Object.fromEntries(entries), problems };
}

function headProblem(format: unknown, version: unknown): OfferProblem | undefined {
  if (format !== 'tactful-model') return ['format', format, '"tactful-model", as tactful fit writes it'];
  if (version === 1) return undefined;
  const newer = typeof version === 'number' && version > 1;
  return ['version', version, newer ? '1; a newer tactful wrote it: update this one' : '1'];
}

/** Each field of a model without problems has passed its check, which a compiler cannot see in a table. */
function isSound(
  model: Readonly<Record<string, unknown>> | PopulationModel,
  problems: readonly CatalogProblem[],
): model is PopulationModel {
  return problems.length === 0;
}

/**
 * Anything as a population model; one wrong part and there is none, since a half-read fit misleads.
 *
 * Never throws. A model of a newer version is refused by that name.
 *
 * @example
 * const { model, problems } = readModel(JSON.parse(text));
 * if (model) expectedPurchases(model.purchases, { repeats: 2, lastAt: 30, age: 38, weeks: 4 });
 */
export function readModel(raw: unknown): ModelReading {
  if (!isFields(raw)) return { problems: [problemAt('', ['', raw, 'a model object'])] };
  const head = headProblem(raw['format'], raw['version']);
  if (head !== undefined) return { problems: [problemAt('', head)] };
  const purchases = readPart(raw['purchases'], { path: 'purchases', checks: PURCHASE_CHECKS });
  const spend =
    raw['spend'] === undefined ? undefined : readPart(raw['spend'], { path: 'spend', checks: SPEND_CHECKS });
  const fit = readPart(raw['fit'], { path: 'fit', checks: FIT_CHECKS });
  const problems = [...purchases.problems, ...(spend?.problems ?? []), ...fit.problems];
  const model: Readonly<Record<string, unknown>> = {
    format: 'tactful-model',
    version: 1,
    purchases: purchases.fields,
    ...(spend === undefined ? {} : { spend: spend.fields }),
    fit: fit.fields,
  };
  return isSound(model, problems) ? { model, problems } : { problems };
}
