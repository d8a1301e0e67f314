import type { Affinity, AffinityReader, Leaning } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import type { Groups } from './group-index.js';
import { priceFit } from './usual-price.js';
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
  const [top] = prefixes;
  const parts = tasteParts(compiled, affinities);
  const affinity = parts.length === 0 ? 0 : parts.reduce((sum, { feature }) => sum + feature, 0) / parts.length;
  const stated = parts.find((part) => part.stated !== 0)?.stated ?? 0;
  return {
    affinity,
    stated,
    evidence: prefixes.length === 0 ? 0 : (parts[0]?.evidence ?? 0),
    fit: stated === 0 ? affinity : stated,
    priceFit: top === undefined || priceZ === undefined ? 0 : priceFit(priceZ, affinities.usualPrice(top)),
    parts,
  };
}

/** Tastes in columns, by the index of the group. */
export type GroupTastes = Readonly<Record<Exclude<keyof GroupTaste, 'fit'>, Float64Array>>;

/** The taste for every group of a catalogue: what {@link readTaste} reads of each of its offers, to the last bit. */
export function groupTastes({ groupIndex }: Groups, affinities: AffinityReader): GroupTastes {
  const { values, pathOf, paths, brandOf } = groupIndex;
  const { feature, stated, evidence } = affinities.leanings(values);
  const column = (): Float64Array => new Float64Array(pathOf.length);
  // Not in the order of a taste: records of one form share the form of their numbers, and each number would be boxed.
  const tastes = { evidence: column(), affinity: column(), stated: column() };
  for (let group = 0; group < pathOf.length; group++) {
    const path = paths[pathOf[group] ?? 0] ?? [];
    let sum = 0;
    let said = 0;
    let count = path.length;
    for (const value of path) {
      sum += feature[value] ?? 0;
      said ||= stated[value] ?? 0;
    }
    const brand = brandOf[group] ?? -1;
    const saidOfBrand = stated[brand] ?? 0;
    if ((evidence[brand] ?? 0) > 0 || saidOfBrand !== 0) {
      count++;
      sum += feature[brand] ?? 0;
      said ||= saidOfBrand;
    }
    tastes.affinity[group] = count === 0 ? 0 : sum / count;
    tastes.stated[group] = said;
    tastes.evidence[group] = evidence[path[0] ?? -1] ?? 0;
  }
  return tastes;
}

/** The taste for a group, written into `taste`. */
export function tasteAt(
  { affinity, stated, evidence }: GroupTastes,
  group: number,
  taste: Writable<GroupTaste>,
): GroupTaste {
  taste.affinity = affinity[group] ?? 0;
  taste.stated = stated[group] ?? 0;
  taste.evidence = evidence[group] ?? 0;
  taste.fit = taste.stated || taste.affinity;
  return taste;
}
