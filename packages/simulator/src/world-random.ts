import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { exp, ln } from 'tactful/engine';

/** Numbers in [0, 1), one after the other. */
export type Stream = () => number;

const WARM_UP = 16;

/**
 * The random numbers of one shopper for one use: their character, or their calendar.
 *
 * Streams of different seeds, shoppers and uses have nothing to do with each other, so that one shopper more or one
 * draw more changes nobody else.
 */
export function openStream(seed: number, shopper: number, use: number): Stream {
  const spread = (value: number): number => Math.imul((value + 1) | 0, 0x9e3779b1);
  const generator = xoroshiro128plusFromState([spread(seed), spread(shopper), spread(use), 0x85ebca6b]);
  for (let drawn = 0; drawn < WARM_UP; drawn++) generator.next();
  return () => uniformFloat64(generator);
}

/** A standard normal number (Marsaglia's polar method: no sine, which differs between machines). */
export function drawNormal(stream: Stream): number {
  for (;;) {
    const [x, y] = [2 * stream() - 1, 2 * stream() - 1];
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square);
  }
}

/** A gamma number with scale 1 (Marsaglia & Tsang 2000). */
export function drawGamma(stream: Stream, shape: number): number {
  if (shape < 1) return drawGamma(stream, shape + 1) * exp(ln(1 - stream()) / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const z = drawNormal(stream);
    const root = 1 + z / Math.sqrt(9 * d);
    const v = root * root * root;
    if (v > 0 && ln(1 - stream()) < 0.5 * z * z + d - d * v + d * ln(v)) return d * v;
  }
}

/** A number between 0 and 1 with mean a / (a + b). */
export function drawBeta(stream: Stream, [a, b]: readonly [number, number]): number {
  const x = drawGamma(stream, a);
  return x / (x + drawGamma(stream, b));
}

/** Shares that add up to 1. */
export function drawShares(stream: Stream, weights: readonly number[]): readonly number[] {
  const drawn = weights.map((weight) => drawGamma(stream, weight));
  const sum = drawn.reduce((total, each) => total + each, 0);
  return drawn.map((each) => each / sum);
}

/** The index that a number in [0, 1) falls on, where each has its share. */
export function pickShare(shares: readonly number[], chance: number): number {
  let left = chance;
  for (const [index, share] of shares.entries()) {
    left -= share;
    if (left < 0) return index;
  }
  return shares.length - 1;
}
