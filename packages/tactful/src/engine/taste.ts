import type { Affinity, AffinityReader } from './affinity.js';
import type { CompiledOffer, TasteGroup } from './compile-catalog.js';

/** How a category and brand sit with what is known of the shopper's taste. */
export interface GroupTaste {
  /** Mean of the category affinities along the path and the brand's, -1 to 1. */
  readonly affinity: number;
  /** What the shopper said about the narrowest value that was spoken of, -1 to 1; 0 when nothing. */
  readonly stated: number;
  /** Pseudo-events of attention to the narrowest category. */
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

/** What some parts sum to. `evidence` is that of the first, the narrowest. */
function tasteFrom(parts: readonly Affinity[], sum: number, stated: number): GroupTaste {
  const affinity = parts.length === 0 ? 0 : sum / parts.length;
  return {
    affinity,
    stated,
    evidence: parts[0]?.facet === 'category' ? parts[0].evidence : 0,
    fit: stated === 0 ? affinity : stated,
    parts,
  };
}

/** The taste for a category alone, and the sum of its features. */
interface PathTaste {
  readonly sum: number;
  readonly taste: GroupTaste;
}

function readPathTaste(prefixes: readonly string[], affinities: AffinityReader): PathTaste {
  const parts = prefixes.map((prefix) => affinities.of('category', prefix)).reverse();
  const sum = parts.reduce((before, { feature }) => before + feature, 0);
  const stated = parts.find((part) => part.stated !== 0)?.stated ?? 0;
  return { sum, taste: tasteFrom(parts, sum, stated) };
}

function withBrand({ sum, taste }: PathTaste, brand: string | undefined, affinities: AffinityReader): GroupTaste {
  const named = brand === undefined ? undefined : affinities.of('brand', brand);
  // A brand nobody looked at says nothing; counting its shrunk lift would punish new brands.
  if (!named || (named.evidence <= 0 && named.stated === 0)) return taste;
  const { parts, stated } = taste;
  return tasteFrom([...parts, named], sum + named.feature, stated === 0 ? named.stated : stated);
}

/** The taste for one category and brand. */
export function readGroupTaste({ prefixes, brand }: TasteGroup, affinities: AffinityReader): GroupTaste {
  return withBrand(readPathTaste(prefixes, affinities), brand, affinities);
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
  const paths = new Map<string, PathTaste>();
  const pathTaste = (prefixes: readonly string[]): PathTaste => {
    // The narrowest prefix holds all of the path.
    const path = prefixes[prefixes.length - 1] ?? '';
    const found = paths.get(path) ?? readPathTaste(prefixes, affinities);
    paths.set(path, found);
    return found;
  };
  const read = ({ prefixes, brand }: TasteGroup): GroupTaste => withBrand(pathTaste(prefixes), brand, affinities);
  return (index) => (known[index] ??= read(groups[index] ?? { prefixes: [], brand: undefined }));
}
