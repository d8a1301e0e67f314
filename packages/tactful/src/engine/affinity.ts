import { rateOf, tasteGroup } from './base-rates.js';
import { readAnchored } from './decay.js';
import { ln } from './dmath.js';
import { evidenceKey, halfLifeOf, type Facet, type LearnedFacet } from './evidence.js';
import { tasteNow } from './fold-taste.js';
import type { IndexedValue } from './group-index.js';
import { precedence, pseudoEvidence, type Precedence } from './stated-preference.js';
import { groupMasses, NO_MASS, type AffinityBase, type GroupMass } from './taste-mass.js';
import { usualPrice, type UsualPrice } from './usual-price.js';

/** How much a value of a facet matters to this shopper, compared with everybody. */
export interface Affinity<Of extends LearnedFacet = Facet> {
  readonly facet: Of;
  readonly value: string;
  /** Decayed pseudo-events of attention. */
  readonly evidence: number;
  /** Posterior mean share, between 0 and 1. */
  readonly share: number;
  /** ln(share / base rate): 0 is "like everybody". */
  readonly lift: number;
  /** Standard deviation of the lift. */
  readonly spread: number;
  /** The lift of behaviour alone, whatever was said. */
  readonly revealed: number;
  /** Between 0 and 1: how much of the share is evidence, not base rate. */
  readonly confidence: number;
  /** What may be made of it, statements first. */
  readonly precedence: Precedence;
  /** The lift clipped to [-1, 1] as {@link Affinity.precedence} allows; -1 where what speaks against prevails. */
  readonly feature: number;
  /** -1 to 1: what the shopper said about it, halved; 0 when nothing. */
  readonly stated: number;
  readonly ids: readonly string[];
}

/** What of an affinity offers are ranked by. */
export type Leaning = Pick<Affinity, 'feature' | 'stated' | 'evidence'>;

/** The leanings of some values in columns, by their place among them. */
export type Leanings = Readonly<Record<keyof Leaning, Float64Array>>;

/** Reads affinities at one moment. */
export interface AffinityReader {
  /** The leanings of some values, in their order: those that nothing is known of are read once for all that are alike. */
  readonly leanings: (values: readonly IndexedValue[]) => Leanings;
  /** The affinity of a value, known or not: without evidence it is the base rate. */
  readonly of: <Of extends LearnedFacet>(facet: Of, value: string) => Affinity<Of>;
  /** Where the prices lie that were looked at and bought in a department, the widest category. */
  readonly usualPrice: (department: string) => UsualPrice;
}

/** A share with the base rate that it is shrunk to. */
interface Shrunk {
  readonly share: number;
  readonly lift: number;
  readonly spread: number;
}

/**
 * A share of attention shrunk to a base rate `rate` as if `kappa` events had been seen before
 * (Dirichlet-multinomial, science 2.2), and its lift with the standard deviation of that.
 *
 * Without any mass the share is the rate and the lift 0, to the last bit.
 */
export function shrunkShare(
  { mass, total }: { readonly mass: number; readonly total: number },
  prior: { readonly rate: number; readonly kappa: number },
): Shrunk {
  const { rate, kappa } = prior;
  const own = mass + kappa * rate;
  const share = total === 0 ? rate : own / (total + kappa);
  return { share, lift: ln(share / rate), spread: Math.sqrt(Math.max(0, 1 / own - 1 / (total + kappa))) };
}

/** Liking apart from attention, science 2.2: little for among much that speaks at all. */
const isAvoided = (evidence: number, against: number): boolean =>
  evidence + against >= 3 && (evidence + 1) / (evidence + against + 2) < 0.35;

const clip = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

/** The lift as a feature: a statement lets it go to its own side of "like everybody" and no further. */
function featureOf(
  lift: number,
  about: { readonly ruling: Precedence; readonly level: number; readonly avoided: boolean },
): number {
  const { ruling, level, avoided } = about;
  const feature = clip(lift, 2) / 2;
  if (level > 0) return Math.max(0, feature);
  if (ruling === 'veto' || avoided) return -1;
  return level < 0 ? Math.min(0, feature) : feature;
}

function readAffinity<Of extends LearnedFacet>(
  base: AffinityBase,
  about: {
    readonly facet: Of;
    readonly value: string;
    readonly key: string;
    readonly rate: number;
    readonly group: GroupMass;
  },
): Affinity<Of> {
  const { facet, value, key, rate, group } = about;
  const { kappa } = base.model;
  const known = tasteNow(base.folded).evidence.get(key);
  const read = { at: base.at, halfLifeDays: halfLifeOf(facet, base.model) };
  const evidence = known ? readAnchored(known.mass, read) : 0;
  const against = known ? readAnchored(known.against, read) : 0;
  const said = base.folded.stated.get(key);
  const pseudo = pseudoEvidence(said, base.at);
  const prior = { rate, kappa };
  const total = group.seen + group.said;
  const { share, lift, spread } = shrunkShare({ mass: evidence + Math.max(0, pseudo), total }, prior);
  // Where nothing was said of the group, behaviour is all there is.
  const revealed = group.said === 0 ? { lift, spread } : shrunkShare({ mass: evidence, total: group.seen }, prior);
  const level = clip(said?.value ?? 0, 2);
  // Not looking is not disliking: behaviour is negative only where it speaks against.
  const z = isAvoided(evidence, against) ? -Infinity : Math.max(0, revealed.lift / revealed.spread);
  const ruling = precedence(z, level);
  return {
    facet,
    value,
    evidence,
    share,
    lift,
    spread,
    revealed: revealed.lift,
    confidence: total / (total + kappa),
    precedence: ruling,
    feature: featureOf(lift, { ruling, level, avoided: isAvoided(evidence, against + Math.max(0, -pseudo)) }),
    stated: level / 2,
    ids: known?.ids ?? [],
  };
}

/**
 * Shrunk share, lift and confidence of any value, as of `at` (Dirichlet-multinomial, science 2.2).
 *
 * Lift, not share, is the feature: what is popular with everybody must not look personal. What
 * the shopper said comes first, by the table {@link precedence}.
 */
export function readAffinities(base: AffinityBase): AffinityReader {
  const masses = groupMasses(base);
  const massOf = (group: string): GroupMass => masses.get(group) ?? NO_MASS;
  const of = <Of extends LearnedFacet>(facet: Of, value: string): Affinity<Of> => {
    const group = massOf(tasteGroup(facet, value));
    const rate = rateOf(base.catalog, { facet, value, heard: group.values });
    return readAffinity(base, { facet, value, key: evidenceKey(facet, value), rate, group });
  };
  const { evidence } = tasteNow(base.folded);
  const { stated } = base.folded;
  const leanings = (values: readonly IndexedValue[]): Leanings => {
    const unknown: (Leaning | undefined)[] = [];
    const column = (): Float64Array => new Float64Array(values.length);
    const columns = { feature: column(), stated: column(), evidence: column() };
    const read = (each: IndexedValue): Leaning => readAffinity(base, { ...each, group: massOf(each.group) });
    values.forEach((each, place) => {
      const isKnown = evidence.has(each.key) || stated.has(each.key);
      const leaning = isKnown ? read(each) : (unknown[each.alike] ??= read(each));
      columns.feature[place] = leaning.feature;
      columns.stated[place] = leaning.stated;
      columns.evidence[place] = leaning.evidence;
    });
    return columns;
  };
  return {
    leanings,
    of,
    usualPrice: (department) => usualPrice(base, department),
  };
}

export type { AffinityBase } from './taste-mass.js';
