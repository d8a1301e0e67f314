import { ln } from './dmath.js';
import { betaBelow } from './special-functions.js';

const LN2 = ln(2);

/** What is believed about a clock habit: Gamma gaps of regularity `k` whose rate is Gamma(`a`, `b`). */
export interface GapBelief {
  readonly a: number;
  /** In the unit of the gaps. */
  readonly b: number;
  readonly k: number;
}

/** The probability that the running gap lasts longer than `gap`: compound gamma (science 3.2). */
export function gapSurvival({ a, b, k }: GapBelief, gap: number): number {
  return gap <= 0 ? 1 : betaBelow(b / (b + gap), [a, k]);
}

/** The probability of `misses` visits in a row without a habit that is Beta(`a`, `b`) likely at a visit. */
export function missedRun({ a, b }: { readonly a: number; readonly b: number }, misses: number): number {
  let probability = 1;
  for (let i = 0; i < misses; i++) probability *= (b + i) / (a + b + i);
  return probability;
}

/** How surprising something of this probability is, in bits: 0 when certain. */
export function surpriseBits(probability: number): number {
  return probability === 1 ? 0 : -ln(probability) / LN2;
}
