import type { PurchaseModel, PurchaseSummary } from 'tactful/engine';
import { maximize, type Maximum } from './maximize.js';
import { openParameters } from './open-parameters.js';
import { purchaseLikelihood, type PurchaseParameters } from './purchase-likelihood.js';

/** Parameters of a purchase model where the likelihood is greatest. */
export interface PurchaseFit {
  readonly parameters: Readonly<Record<(typeof NAMES)[number], number>>;
  readonly logLikelihood: number;
  /** Names of parameters that the data leave open. */
  readonly open: readonly string[];
  readonly settled: boolean;
}

/** How a fit is to be made. */
export interface PurchaseFitOptions {
  readonly kind: PurchaseModel['kind'];
  /** r, alpha, a, b to start from; by default three starts, of which the best result is taken. */
  readonly start?: PurchaseParameters | undefined;
  /** Called after each part of the work, {@link PURCHASE_FIT_PARTS} times at most. */
  readonly onPart?: () => void;
}

const NAMES = ['r', 'alpha', 'a', 'b'] as const;
const STARTS: readonly PurchaseParameters[] = [
  [1, 1, 1, 1],
  [1, 3, 1, 3],
  [0.1, 10, 0.5, 5],
];

/** Parts of the work: a search from each start, then a look up and down from each parameter. */
export const PURCHASE_FIT_PARTS: number = STARTS.length + 2 * NAMES.length;

/** r, alpha, a and b by maximum likelihood, searched as logarithms so that they stay above 0. */
export function fitPurchases(customers: readonly PurchaseSummary[], options: PurchaseFitOptions): PurchaseFit {
  const { kind, start, onPart = () => undefined } = options;
  const likelihood = purchaseLikelihood(customers, kind);
  const objective = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): number =>
    likelihood([Math.exp(r), Math.exp(alpha), Math.exp(a), Math.exp(b)]);
  const found = (start === undefined ? STARTS : [start]).map((from): Maximum => {
    const maximum = maximize(objective, from.map(Math.log));
    onPart();
    return maximum;
  });
  const best = found.reduce((a, b) => (b.value > a.value ? b : a));
  const open = openParameters(objective, best, onPart).map((index) => NAMES[index] ?? '');
  const [r = 0, alpha = 0, a = 0, b = 0] = best.at.map(Math.exp);
  return { parameters: { r, alpha, a, b }, logLikelihood: best.value, open, settled: best.settled };
}
