import { readAnchored } from './decay.js';
import { exp } from './dmath.js';
import { tasteNow } from './fold-taste.js';
import type { AffinityBase } from './taste-mass.js';

/** Where the prices lie that a shopper looks at and buys in a department, as ln(price / usual price). */
export interface UsualPrice {
  /** 0 is what is usual there. */
  readonly mean: number;
  /** Variance of single prices around it. */
  readonly variance: number;
  /** Decayed pseudo-events behind it. */
  readonly weight: number;
  /** Between 0 and 1: how much of it is evidence, not prior. */
  readonly confidence: number;
  readonly ids: readonly string[];
}

const PRIOR_WEIGHT = 4;
/** About 28 % up or down, elicited (science 2.3). */
const PRIOR_PRICE_VARIANCE: number = 0.25 * 0.25;

/** The prices of a department, shrunk to the usual price with a spread of 0.25 (science 2.3). For fit; no price is set by it. */
export function usualPrice(base: AffinityBase, department: string): UsualPrice {
  const moments = tasteNow(base.folded).prices.get(department);
  const read = { at: base.at, halfLifeDays: base.model.halfLifeDays.price };
  const w = moments ? readAnchored(moments.w, read) : 0;
  const wz = moments ? readAnchored(moments.wz, read) : 0;
  const wzz = moments ? readAnchored(moments.wzz, read) : 0;
  const spread = w > 0 ? Math.max(0, wzz / w - (wz / w) * (wz / w)) : 0;
  return {
    mean: wz / (w + PRIOR_WEIGHT),
    variance: (w * spread + PRIOR_WEIGHT * PRIOR_PRICE_VARIANCE) / (w + PRIOR_WEIGHT),
    weight: w,
    confidence: w / (w + PRIOR_WEIGHT),
    ids: moments?.ids ?? [],
  };
}

/** How a price fits those, 0 to 1; `z` is ln(price / usual price). */
export function priceFit(z: number, { mean, variance }: Pick<UsualPrice, 'mean' | 'variance'>): number {
  return exp(-((z - mean) * (z - mean)) / (2 * (variance + PRIOR_PRICE_VARIANCE)));
}
