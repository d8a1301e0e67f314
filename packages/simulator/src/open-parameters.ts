import { FURTHEST, maximize, type Maximum } from './maximize.js';

/** A parameter is open when it can be this many times larger or smaller and the data hardly object. Elicited. */
export const OPEN_FACTOR = 10;
/** Half the .95 quantile of chi-squared with one degree of freedom: how far a log-likelihood may fall within a 95% interval. */
const HARDLY = 1.920729;

/**
 * Which coordinates (logarithms) of a maximum the data do not identify, by profile likelihood.
 *
 * Each is moved by {@link OPEN_FACTOR} up and down, the others follow; one that may so move inside its
 * 95% interval is open, and so is one that ran to the edge of the search.
 */
export function openParameters(
  objective: (at: readonly number[]) => number,
  best: Maximum,
  onPart: () => void = () => undefined,
): readonly number[] {
  const mayMove = (index: number, by: number): boolean => {
    const held = (best.at[index] ?? 0) + by;
    const others = best.at.filter((_, other) => other !== index);
    const profile = maximize((at) => objective([...at.slice(0, index), held, ...at.slice(index)]), others);
    onPart();
    return best.value - profile.value < HARDLY;
  };
  const step = Math.log(OPEN_FACTOR);
  return best.at.flatMap((_, index) => {
    const atEdge = Math.abs(best.at[index] ?? 0) > FURTHEST - step;
    return atEdge || mayMove(index, step) || mayMove(index, -step) ? index : [];
  });
}
