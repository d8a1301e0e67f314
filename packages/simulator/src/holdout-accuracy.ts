import { areaUnderCurve } from './rank-quality.js';

/** How predictions of later purchases did, over customers. */
export interface HoldoutAccuracy {
  /** Sum of the predictions. */
  readonly expected: number;
  /** Mean absolute and root mean squared error for each customer. */
  readonly mae: number;
  readonly rmse: number;
  /** Chance that somebody who came later was predicted above somebody who did not. */
  readonly auc: number;
}

/** Compares predictions with what happened, pair by pair. */
export function holdoutAccuracy(
  pairs: readonly { readonly predicted: number; readonly actual: number }[],
): HoldoutAccuracy {
  const sum = (of: (pair: (typeof pairs)[number]) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  return {
    expected: sum(({ predicted }) => predicted),
    mae: sum(({ predicted, actual }) => Math.abs(predicted - actual)) / pairs.length,
    rmse: Math.sqrt(sum(({ predicted, actual }) => (predicted - actual) ** 2) / pairs.length),
    auc: areaUnderCurve(pairs.map(({ predicted, actual }) => ({ probability: predicted, outcome: actual > 0 }))),
  };
}
