import { exp } from './dmath.js';
import type { ProfileEstimate } from './profile-row.js';

/** Four fifths of a normal distribution lie within so many standard deviations of its middle. */
const CENTRAL_80 = 1.2815515655446004;

/** e to a logarithm that is known up to a standard deviation: a ratio to what is usual, with its central 80 % interval. */
export function ratioEstimate({ mean, spread }: { readonly mean: number; readonly spread: number }): ProfileEstimate {
  const off = CENTRAL_80 * spread;
  return { value: exp(mean), unit: 'ratio', low: exp(mean - off), high: exp(mean + off), elicited: true };
}
