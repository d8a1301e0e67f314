import type { Affinity, AffinityReader } from './affinity.js';
import type { CompiledOffer, TasteGroup } from './compile-catalog.js';

/** How a category and brand sit with what is known of the shopper's taste. */
export interface GroupTaste {
  /** Mean of the category affinities along the path and the brand's, -1 to 1. */
  readonly affinity: number;
  /** What the shopper said about the narrowest value that was spoken of, -1 to 1; 0 when nothing. */
  readonly stated: number;
  /** Pseudo-events of attention to the widest category. */
  readonly evidence: number;
  /** Stated first, else revealed. */
  readonly fit: number;
  /** What it was read from, narrowest first. */
  readonly parts: readonly Affinity[];
}

/** The taste for one offer: its group's, and how its price fits. */
export interface Taste extends GroupTaste {
  /** Between 0 and 1; 0 without a price. */
  readonly priceFit: number;
}

/** The taste for one category and brand. */
export function readGroupTaste({ prefixes, brand }: TasteGroup, affinities: AffinityReader): GroupTaste {
  const named = brand === undefined ? undefined : affinities.of('brand', brand);
  const categories = prefixes.map((prefix) => affinities.of('category', prefix)).reverse();
  // A brand nobody looked at says nothing; counting its shrunk lift would punish new brands.
  const parts = named && (named.evidence > 0 || named.stated !== 0) ? [...categories, named] : categories;
  const affinity = parts.length === 0 ? 0 : parts.reduce((sum, { feature }) => sum + feature, 0) / parts.length;
  const stated = parts.find((part) => part.stated !== 0)?.stated ?? 0;
  return {
    affinity,
    stated,
    evidence: categories[categories.length - 1]?.evidence ?? 0,
    fit: stated === 0 ? affinity : stated,
    parts,
  };
}

/** The taste for one offer. */
export function readTaste(compiled: CompiledOffer, affinities: AffinityReader): Taste {
  const { offer, prefixes, priceZ } = compiled;
  return {
    ...readGroupTaste({ prefixes, brand: offer.brand }, affinities),
    priceFit: affinities.priceFit({ top: prefixes[0], z: priceZ }),
  };
}

/** Reads the taste of a catalog's groups by index, each at most once. */
export function groupTastes(groups: readonly TasteGroup[], affinities: AffinityReader): (group: number) => GroupTaste {
  const known: (GroupTaste | undefined)[] = [];
  return (index) => (known[index] ??= readGroupTaste(groups[index] ?? { prefixes: [], brand: undefined }, affinities));
}
