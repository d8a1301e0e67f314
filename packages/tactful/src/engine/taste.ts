import type { Affinity, AffinityReader, Leaning } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import type { Groups } from './group-index.js';

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
}

/** The taste for one offer: its group's, and how its price fits. */
export interface OfferTaste extends GroupTaste {
  /** Between 0 and 1; 0 without a price. */
  readonly priceFit: number;
}

/** The taste for one offer, with its account. */
export interface Taste extends OfferTaste {
  /** What it was read from, narrowest first. */
  readonly parts: readonly Affinity[];
}

/** What some values sum to, and how many they are. */
interface TasteSum extends Omit<GroupTaste, 'affinity' | 'fit'> {
  readonly sum: number;
  readonly count: number;
}

/** The taste for a category alone, and what it is made of. */
interface PathTaste extends TasteSum {
  readonly taste: GroupTaste;
}

function tasteFrom({ sum, count, stated, evidence }: TasteSum): GroupTaste {
  const affinity = count === 0 ? 0 : sum / count;
  return { affinity, stated, evidence, fit: stated === 0 ? affinity : stated };
}

/** Of what is about nothing. */
export const NO_TASTE: GroupTaste = tasteFrom({ sum: 0, count: 0, stated: 0, evidence: 0 });

/** What a path sums to, narrowest first. */
function sumPath(parts: readonly Leaning[]): PathTaste {
  let [sum, stated] = [0, 0];
  for (const part of parts) {
    sum += part.feature;
    if (stated === 0) stated = part.stated;
  }
  const [count, evidence] = [parts.length, parts[0]?.evidence ?? 0];
  return { sum, count, stated, evidence, taste: tasteFrom({ sum, count, stated, evidence }) };
}

/** A brand nobody looked at says nothing; counting its shrunk lift would punish new brands. */
const speaks = ({ evidence, stated }: Leaning): boolean => evidence > 0 || stated !== 0;

function withBrand({ sum, count, stated, evidence, taste }: PathTaste, named: Leaning | undefined): GroupTaste {
  if (!named || !speaks(named)) return taste;
  return tasteFrom({
    sum: sum + named.feature,
    count: count + 1,
    stated: stated === 0 ? named.stated : stated,
    evidence,
  });
}

/** The taste for one offer. */
export function readTaste({ offer, prefixes, priceZ }: CompiledOffer, affinities: AffinityReader): Taste {
  const path = prefixes.map((prefix): Affinity => affinities.of('category', prefix)).reverse();
  const brand = offer.brand === undefined ? [] : [affinities.of('brand', offer.brand)].filter(speaks);
  return {
    ...withBrand(sumPath(path), brand[0]),
    priceFit: affinities.priceFit({ top: prefixes[0], z: priceZ }),
    parts: [...path, ...brand],
  };
}

/** Reads the taste of a catalog's groups by index, each at most once. */
export function groupTastes({ groupIndex }: Groups, affinities: AffinityReader): (group: number) => GroupTaste {
  const { values, pathOf, paths, brandOf } = groupIndex;
  const leaningOf = affinities.leanings(values);
  const known = new Array<GroupTaste | undefined>(pathOf.length);
  const tastes = new Array<PathTaste | undefined>(paths.length);
  const read = (group: number): GroupTaste => {
    const path = pathOf[group] ?? 0;
    const taste = (tastes[path] ??= sumPath((paths[path] ?? []).map(leaningOf)));
    const brand = brandOf[group] ?? -1;
    return withBrand(taste, brand < 0 ? undefined : leaningOf(brand));
  };
  return (group) => (known[group] ??= read(group));
}
