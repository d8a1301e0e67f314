import type { Affinity, AffinityReader, Leaning } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import type { Groups } from './group-index.js';
import type { Writable } from './writable.js';

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

/** A taste to be written into: see {@link Writable}. */
export const emptyTaste = (): Writable<GroupTaste> => ({
  affinity: NaN,
  stated: NaN,
  evidence: NaN,
  fit: NaN,
});

/** A brand nobody looked at says nothing; counting its shrunk lift would punish new brands. */
const speaks = ({ evidence, stated }: Pick<Leaning, 'evidence' | 'stated'>): boolean => evidence > 0 || stated !== 0;

/** What the taste for one offer is read from, narrowest first. */
export function tasteParts({ offer, prefixes }: CompiledOffer, affinities: AffinityReader): readonly Affinity[] {
  const path = prefixes.map((prefix): Affinity => affinities.of('category', prefix)).reverse();
  return offer.brand === undefined ? path : [...path, ...[affinities.of('brand', offer.brand)].filter(speaks)];
}

/** The taste for one offer. */
export function readTaste(compiled: CompiledOffer, affinities: AffinityReader): Taste {
  const { prefixes, priceZ } = compiled;
  const parts = tasteParts(compiled, affinities);
  const affinity = parts.length === 0 ? 0 : parts.reduce((sum, { feature }) => sum + feature, 0) / parts.length;
  const stated = parts.find((part) => part.stated !== 0)?.stated ?? 0;
  return {
    affinity,
    stated,
    evidence: prefixes.length === 0 ? 0 : (parts[0]?.evidence ?? 0),
    fit: stated === 0 ? affinity : stated,
    priceFit: affinities.priceFit({ top: prefixes[0], z: priceZ }),
    parts,
  };
}

const NOWHERE: readonly number[] = [];

/** Tastes in columns, by the index of the group. */
export type GroupTastes = Readonly<Record<keyof GroupTaste, Float64Array>>;

/** The taste for every group of a catalogue: what {@link readTaste} reads of each of its offers, to the last bit. */
export function groupTastes({ groupIndex }: Groups, affinities: AffinityReader): GroupTastes {
  const { values, pathOf, paths, brandOf } = groupIndex;
  const leanings = affinities.leanings(values);
  const column = (): Float64Array => new Float64Array(pathOf.length);
  const tastes = { affinity: column(), stated: column(), evidence: column(), fit: column() };
  for (let group = 0; group < pathOf.length; group++) {
    const path = paths[pathOf[group] ?? 0] ?? NOWHERE;
    const brand = leanings[brandOf[group] ?? -1];
    let sum = 0;
    let said = 0;
    let count = path.length;
    for (const value of path) {
      sum += leanings[value]?.feature ?? 0;
      said ||= leanings[value]?.stated ?? 0;
    }
    if (brand && speaks(brand)) {
      count++;
      sum += brand.feature;
      said ||= brand.stated;
    }
    const affinity = count === 0 ? 0 : sum / count;
    tastes.affinity[group] = affinity;
    tastes.stated[group] = said;
    tastes.evidence[group] = leanings[path[0] ?? -1]?.evidence ?? 0;
    tastes.fit[group] = said || affinity;
  }
  return tastes;
}

/** The taste for a group, written into `taste` where one is given. */
export function tasteAt(
  { affinity, stated, evidence, fit }: GroupTastes,
  group: number,
  taste: Writable<GroupTaste> = emptyTaste(),
): GroupTaste {
  taste.affinity = affinity[group] ?? 0;
  taste.stated = stated[group] ?? 0;
  taste.evidence = evidence[group] ?? 0;
  taste.fit = fit[group] ?? 0;
  return taste;
}
