import { exp, ln } from './dmath.js';
import type { GapBelief } from './gap-surprise.js';

/** Regularity of the population and the number of gaps it counts for; elicited after Platzer & Reutterer 2016. */
const USUAL_REGULARITY = 1.5;
const USUAL_WEIGHT = 8;
/** 1 is a coin tossed every day; above 16 more gaps than anybody has are needed to tell the difference. */
const LEAST_REGULAR = 1;
const MOST_REGULAR = 16;

const isGap = (gap: number): boolean => gap > 0 && gap < Infinity;

/** The shape of Gamma gaps by moments (Platzer & Reutterer 2016 after Minka), held between its bounds. */
function shapeOf(gaps: readonly number[]): number {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const s = ln(mean) - gaps.reduce((sum, gap) => sum + ln(gap), 0) / gaps.length;
  // Equal gaps give 0 but for rounding, which may fall on either side.
  if (!(s > 0)) return MOST_REGULAR;
  const shape = (3 - s + Math.sqrt((s - 3) * (s - 3) + 24 * s)) / (12 * s);
  return Math.min(MOST_REGULAR, Math.max(LEAST_REGULAR, shape));
}

/**
 * How regular gaps are, as the shape of a gamma distribution: 1 for pure chance, 16 for clockwork.
 *
 * Shrunk towards 1.5 as if that had been seen in eight gaps (elicited), because an estimate from few
 * gaps is worthless: 7, 7, 8, 6, 7 would be 121 and become 3.7. The bounds come before the shrinking,
 * so five gaps can never look like clockwork. Without gaps it is 1.5; gaps that are not above 0 are
 * left out. In any unit (Wheat & Morrison 1990; Platzer & Reutterer 2016).
 *
 * @example
 * regularity([7, 7, 8, 6, 7]); // 3.728...
 */
export function regularity(gaps: readonly number[]): number {
  const valid = gaps.filter(isGap);
  if (valid.length === 0) return USUAL_REGULARITY;
  const own = valid.length / (valid.length + USUAL_WEIGHT);
  return exp(own * ln(shapeOf(valid)) + (1 - own) * ln(USUAL_REGULARITY));
}

/**
 * What is believed of the running gap after these, for {@link gapSurvival}.
 *
 * The prior is one imaginary gap of the usual `cycle`, so someone without gaps is like everybody
 * (science 3.2). Days.
 *
 * @example
 * gapSurvival(gapBelief([7, 7, 8, 6, 7], { cycle: 30 }), 21); // the probability that three weeks pass
 */
export function gapBelief(gaps: readonly number[], prior: { readonly cycle: number }): GapBelief {
  const valid = gaps.filter(isGap);
  const k = regularity(valid);
  return { a: k * (valid.length + 1), b: prior.cycle + valid.reduce((sum, gap) => sum + gap, 0), k };
}
