import { lnGamma } from 'tactful/engine';

/** p, q, gamma of Gamma-Gamma spend. */
export type SpendParameters = readonly [p: number, q: number, gamma: number];

/** Number and mean value of somebody's repeat purchases. */
export interface Spending {
  readonly repeats: number;
  readonly mean: number;
}

/**
 * The log-likelihood of a population's mean values as a function of p, q and gamma (Fader & Hardie 2013).
 *
 * Everybody must have repeats and a mean above 0.
 */
export function spendLikelihood(spendings: readonly Spending[]): (parameters: SpendParameters) => number {
  const counts = new Map<number, number>();
  for (const { repeats } of spendings) counts.set(repeats, (counts.get(repeats) ?? 0) + 1);
  return ([p, q, gamma]) => {
    const lnGammaQ = lnGamma(q);
    let sum = spendings.length * q * Math.log(gamma);
    for (const [x, count] of counts)
      sum += count * (lnGamma(p * x + q) - lnGamma(p * x) - lnGammaQ + p * x * Math.log(x));
    for (const { repeats: x, mean } of spendings) {
      sum += (p * x - 1) * Math.log(mean) - (p * x + q) * Math.log(gamma + mean * x);
    }
    return sum;
  };
}
