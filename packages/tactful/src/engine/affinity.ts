import type { CompiledCatalog } from './compile-catalog.js';
import { readAnchored } from './decay.js';
import { exp, ln } from './dmath.js';
import { evidenceKey, type Facet } from './evidence.js';
import { tasteNow } from './fold-taste.js';
import type { Folded } from './folded.js';
import type { Model } from './policy.js';

/** How much a value of a facet matters to this shopper, compared with everybody. */
export interface Affinity {
  readonly facet: Facet;
  readonly value: string;
  /** Decayed pseudo-events of attention. */
  readonly evidence: number;
  /** Posterior mean share, between 0 and 1. */
  readonly share: number;
  /** ln(share / base rate): 0 is "like everybody". */
  readonly lift: number;
  /** Between 0 and 1: how much of the share is evidence, not base rate. */
  readonly confidence: number;
  /** The lift clipped to [-1, 1], or -1 where what speaks against prevails. */
  readonly feature: number;
  /** -1 to 1: what the shopper said about it, halved; 0 when nothing. */
  readonly stated: number;
  readonly ids: readonly string[];
}

/** Reads affinities at one moment; remembers what it has read. */
export interface AffinityReader {
  /** The affinity of a value, known or not: without evidence it is the base rate. */
  readonly of: (facet: Facet, value: string) => Affinity;
  /** How a price fits what was looked at and bought, 0 to 1; `z` is ln(price / usual price). 0 without a price. */
  readonly priceFit: (at: { readonly top: string | undefined; readonly z: number | undefined }) => number;
}

/** Statements as pseudo-events by level, science.md 2.4. */
const STATED_MASS: Readonly<Record<string, number>> = { '-2': -8, '-1': -8, '1': 8, '2': 16 };
const STATED_HALF_LIFE_DAYS = 365;
const PRICE_PRIOR_WEIGHT = 4;
const PRICE_PRIOR_VARIANCE = 0.25 * 0.25;

/** What affinities are read from, and as of when (epoch milliseconds). */
export interface AffinityBase {
  readonly folded: Folded;
  readonly catalog: CompiledCatalog;
  readonly model: Model;
  readonly at: number;
}

function halfLife(facet: Facet, model: Model): number {
  return facet === 'brand' ? model.halfLifeDays.brand : model.halfLifeDays.category;
}

/** Shares are taken among the values of one depth: garden among departments, hoses among sub-categories. */
function group(facet: Facet, value: string): string {
  return facet === 'brand' ? 'brand' : `category ${String(value.split('/').length)}`;
}

function baseRate(facet: Facet, value: string, catalog: CompiledCatalog): number {
  const known = facet === 'brand' ? catalog.brandCount : catalog.categoryCounts[value.split('/').length - 1];
  return 1 / Math.max(known ?? 0, 2);
}

function statedMass(base: AffinityBase, key: string): number {
  const said = base.folded.stated.get(key);
  if (!said) return 0;
  const mass = STATED_MASS[String(said.value)] ?? 0;
  return readAnchored({ value: mass, at: said.at }, { at: base.at, halfLifeDays: STATED_HALF_LIFE_DAYS });
}

function totals(base: AffinityBase): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, mass: number): void => {
    const space = key.indexOf(' ');
    const [facet, value] = [key.slice(0, space), key.slice(space + 1)];
    if (facet !== 'category' && facet !== 'brand') return;
    const name = group(facet, value);
    sums.set(name, (sums.get(name) ?? 0) + mass);
  };
  for (const [key, { mass }] of tasteNow(base.folded).evidence) {
    add(
      key,
      readAnchored(mass, {
        at: base.at,
        halfLifeDays: halfLife(key.startsWith('brand') ? 'brand' : 'category', base.model),
      }),
    );
  }
  for (const key of base.folded.stated.keys()) add(key, Math.max(0, statedMass(base, key)));
  return sums;
}

function readAffinity(
  base: AffinityBase,
  about: { readonly facet: Facet; readonly value: string; readonly total: number },
): Affinity {
  const { facet, value, total } = about;
  const { kappa } = base.model;
  const key = evidenceKey(facet, value);
  const known = tasteNow(base.folded).evidence.get(key);
  const read = { at: base.at, halfLifeDays: halfLife(facet, base.model) };
  const evidence = known ? readAnchored(known.mass, read) : 0;
  const said = statedMass(base, key);
  const against = (known ? readAnchored(known.against, read) : 0) + Math.max(0, -said);
  const rate = baseRate(facet, value, base.catalog);
  const share = (evidence + Math.max(0, said) + kappa * rate) / (total + kappa);
  const lift = ln(share / rate);
  const avoided = evidence + against >= 3 && (evidence + 1) / (evidence + against + 2) < 0.35;
  const clipped = Math.min(2, Math.max(-2, said < 0 ? Math.min(0, lift) : lift)) / 2;
  const level = base.folded.stated.get(key)?.value ?? 0;
  return {
    facet,
    value,
    evidence,
    share,
    lift,
    confidence: total / (total + kappa),
    feature: avoided ? -1 : clipped,
    stated: level / 2,
    ids: known?.ids ?? [],
  };
}

interface UsualPrice {
  readonly mean: number;
  /** Twice the variance, widened by the prior's. */
  readonly width: number;
}

function usualPrice(base: AffinityBase, top: string): UsualPrice {
  const moments = tasteNow(base.folded).prices.get(top);
  const read = { at: base.at, halfLifeDays: base.model.halfLifeDays.price };
  const w = moments ? readAnchored(moments.w, read) : 0;
  const wz = moments ? readAnchored(moments.wz, read) : 0;
  const wzz = moments ? readAnchored(moments.wzz, read) : 0;
  const spread = w > 0 ? Math.max(0, wzz / w - (wz / w) * (wz / w)) : 0;
  const variance = (w * spread + PRICE_PRIOR_WEIGHT * PRICE_PRIOR_VARIANCE) / (w + PRICE_PRIOR_WEIGHT);
  return { mean: wz / (w + PRICE_PRIOR_WEIGHT), width: 2 * (variance + PRICE_PRIOR_VARIANCE) };
}

/** The value a function gives for a key, worked out once. */
function remembered<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = work(key);
    known.set(key, value);
    return value;
  };
}

/**
 * Shrunk share, lift and confidence of any value, as of `at` (Dirichlet-multinomial, science 2.2).
 *
 * Lift, not share, is the feature: what is popular with everybody must not look personal.
 */
export function readAffinities(base: AffinityBase): AffinityReader {
  const sums = totals(base);
  const reading = (facet: Facet): ((value: string) => Affinity) =>
    remembered((value) => readAffinity(base, { facet, value, total: sums.get(group(facet, value)) ?? 0 }));
  const readers = { category: reading('category'), brand: reading('brand') };
  const usual = remembered((top: string) => usualPrice(base, top));
  return {
    of: (facet, value) => readers[facet](value),
    priceFit: ({ top, z }) => {
      if (z === undefined || top === undefined) return 0;
      const { mean, width } = usual(top);
      return exp(-((z - mean) * (z - mean)) / width);
    },
  };
}
