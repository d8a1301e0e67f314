import type { FeatureEffect } from './decision.js';
import { sigmoid } from './dmath.js';

/** What an input adds to the probability of buying, in probability. */
export interface Attribution {
  readonly feature: FeatureEffect['feature'];
  readonly share: number;
}

/** Closer than this the slope is taken instead of the difference, which would be all rounding. */
const NEAR = 1e-9;

/**
 * How the inputs share what speaking adds to the probability, from the log-odds `unasked` on: along the straight line
 * every input counts by its part of the log-odds (Aumann-Shapley, integrated gradients). The shares sum to the whole.
 */
export function attribute(
  features: readonly Pick<FeatureEffect, 'feature' | 'logit'>[],
  unasked: number,
): readonly Attribution[] {
  const added = features.reduce((sum, { logit }) => sum + logit, 0);
  const p0 = sigmoid(unasked);
  const slope = Math.abs(added) < NEAR ? p0 * (1 - p0) : (sigmoid(unasked + added) - p0) / added;
  return features.map(({ feature, logit }) => ({ feature, share: logit * slope }));
}
