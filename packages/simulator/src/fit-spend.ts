import { median, type SpendModel } from 'tactful/engine';
import type { Customer } from './cohort.js';
import { correlation } from './correlation.js';
import { maximize } from './maximize.js';
import { openParameters } from './open-parameters.js';
import { spendLikelihood, type Spending } from './spend-likelihood.js';

/** Parameters of the spend model where the likelihood is greatest. */
export interface SpendFit {
  readonly parameters: SpendModel;
  readonly logLikelihood: number;
  readonly customers: number;
  /** Of number and mean value of repeat purchases; absent where one of them does not vary. */
  readonly correlation?: number;
  readonly open: readonly string[];
}

/** Why there is no spend model. */
export type NoSpend = 'no-values' | 'too-few' | 'no-mean';

const NAMES = ['p', 'q', 'gamma'] as const;
const STARTS: readonly (readonly [number, number, number])[] = [
  [1, 2, 1],
  [6, 4, 0.5],
];

/** With fewer customers than this a fit says nothing. Elicited. */
export const FEWEST_CUSTOMERS = 10;

/** Parts of the work: a search from each start, then a look up and down from each parameter. */
export const SPEND_FIT_PARTS: number = STARTS.length + 2 * NAMES.length;

/**
 * p, q and gamma by maximum likelihood over everybody with repeat purchases of a value above 0.
 *
 * Values are divided by their median for the search: yen and euros take the same steps.
 */
export function fitSpend(customers: readonly Customer[], onPart: () => void = () => undefined): SpendFit | NoSpend {
  const spendings = customers.flatMap(({ repeats, mean = 0 }): readonly Spending[] =>
    repeats > 0 && mean > 0 ? [{ repeats, mean }] : [],
  );
  if (spendings.length === 0) return 'no-values';
  if (spendings.length < FEWEST_CUSTOMERS) return 'too-few';
  const unit = median(spendings.map(({ mean }) => mean)) ?? 1;
  const likelihood = spendLikelihood(spendings.map(({ repeats, mean }) => ({ repeats, mean: mean / unit })));
  const objective = ([p = 0, q = 0, gamma = 0]: readonly number[]): number =>
    likelihood([Math.exp(p), Math.exp(q), Math.exp(gamma)]);
  const best = STARTS.map((start) => {
    const maximum = maximize(objective, start.map(Math.log));
    onPart();
    return maximum;
  }).reduce((a, b) => (b.value > a.value ? b : a));
  const [p = 0, q = 0, gamma = 0] = best.at.map(Math.exp);
  const open = openParameters(objective, best, onPart).map((index) => NAMES[index] ?? '');
  if (!(q > 1)) return 'no-mean';
  const rho = correlation(spendings.map(({ repeats, mean }) => [repeats, mean]));
  return {
    parameters: { p, q, gamma: gamma * unit },
    logLikelihood: best.value - spendings.length * Math.log(unit),
    customers: spendings.length,
    ...(rho === undefined ? {} : { correlation: rho }),
    open,
  };
}
