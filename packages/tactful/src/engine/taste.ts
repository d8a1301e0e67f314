import type { Affinity, AffinityReader } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';

/** How an offer sits with what is known of the shopper's taste. */
export interface Taste {
  /** Mean of the category affinities along the path and the brand's, -1 to 1. */
  readonly affinity: number;
  /** What the shopper said about the narrowest value that was spoken of, -1 to 1; 0 when nothing. */
  readonly stated: number;
  /** Pseudo-events of attention to the widest category. */
  readonly evidence: number;
  /** Stated first, else revealed. */
  readonly fit: number;
  /** Between 0 and 1; 0 without a price. */
  readonly priceFit: number;
  /** What it was read from, narrowest first. */
  readonly parts: readonly Affinity[];
}

/** The taste for one offer. */
export function readTaste(compiled: CompiledOffer, affinities: AffinityReader): Taste {
  const { offer, prefixes, priceZ } = compiled;
  const brand = offer.brand === undefined ? undefined : affinities.of('brand', offer.brand);
  const categories = prefixes.map((prefix) => affinities.of('category', prefix)).reverse();
  // A brand nobody looked at says nothing; counting its shrunk lift would punish new brands.
  const parts = brand && (brand.evidence > 0 || brand.stated !== 0) ? [...categories, brand] : categories;
  const affinity = parts.length === 0 ? 0 : parts.reduce((sum, { feature }) => sum + feature, 0) / parts.length;
  const stated = parts.find((part) => part.stated !== 0)?.stated ?? 0;
  return {
    affinity,
    stated,
    evidence: categories[categories.length - 1]?.evidence ?? 0,
    fit: stated === 0 ? affinity : stated,
    priceFit: affinities.priceFit({ top: prefixes[0], z: priceZ }),
    parts,
  };
}
