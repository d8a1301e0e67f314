import { xorshift } from './xorshift.js';

/** A difference with its interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How a bootstrap is drawn: the same seed gives the same interval. */
export interface BootstrapOptions {
  /** Default 2,000. */
  readonly resamples?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Share of resamples inside the interval; default .95. */
  readonly level?: number;
}

/** Whole numbers below a limit, from a seed. */
function drawsFrom(seed: number): (below: number) => number {
  // Zero would stay zero, and small seeds begin with small numbers: spread the bits first.
  const chance = xorshift(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) || 1);
  return (below) => Math.floor(chance() * below);
}

const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / values.length;

/**
 * The mean of `ours - theirs` over people, with its bootstrap interval (Efron 1979, percentiles by nearest rank).
 *
 * Paired: whole people are drawn, with what both guessed about them, so that what makes some people
 * hard to guess for anybody does not widen the interval. The two lists are about the same people in
 * the same order; of nobody everything is 0.
 */
export function pairedDifference(
  [ours, theirs]: readonly [readonly number[], readonly number[]],
  { resamples = 2000, seed = 1, level = 0.95 }: BootstrapOptions = {},
): Interval {
  const differences = Float64Array.from(ours, (each, person) => each - (theirs[person] ?? NaN));
  const people = differences.length;
  if (people === 0) return { value: 0, low: 0, high: 0 };
  const draw = drawsFrom(seed);
  const means = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    let sum = 0;
    for (let person = 0; person < people; person++) sum += differences[draw(people)] ?? 0;
    means[resample] = sum / people;
  }
  means.sort();
  const outside = (1 - level) / 2;
  const ranked = (share: number): number => means[Math.max(0, Math.ceil(share * resamples) - 1)] ?? NaN;
  return { value: mean(differences), low: ranked(outside), high: ranked(1 - outside) };
}
