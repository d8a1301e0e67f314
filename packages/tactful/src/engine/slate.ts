import type { CompiledOffer } from './compile-catalog.js';

/** What makes two offers alike, by weight: a level of the category or the brand counts 1, another attribute a half. Elicited. */
function facetsOf({ prefixes, attributeKeys, offer }: CompiledOffer): ReadonlyMap<string, number> {
  const whole = offer.brand === undefined ? prefixes : [...prefixes, ` ${offer.brand}`];
  return new Map([...whole.map((key) => [key, 1] as const), ...attributeKeys.map((key) => [` ${key}`, 0.5] as const)]);
}

/** Weighted Jaccard similarity of two offers, 0 to 1: the weight of what they share over that of what either has. */
export function likeness(a: CompiledOffer, b: CompiledOffer): number {
  const [one, other] = [facetsOf(a), facetsOf(b)];
  let [shared, all] = [0, 0];
  for (const [key, weight] of new Map([...one, ...other])) {
    all += weight;
    if (one.has(key) && other.has(key)) shared += weight;
  }
  return all === 0 ? 0 : shared / all;
}

/** An offer that beats silence, with what it is worth. */
export interface Ranked {
  readonly compiled: CompiledOffer;
  readonly utility: number;
}

/** How much likeness to what is there already takes from an offer. Elicited. */
const SAMENESS = 0.5;

/**
 * The first and what adds to it: at most `most` (maximal marginal relevance, Carbonell & Goldstein 1998), each time the
 * best by `U - .5 likeness max(U, 0)`. Ends when nothing adds more than `margin`: a slate may be short, or empty.
 *
 * What does not fit beside those that have a place is passed over, and takes none.
 */
export function slate<Offer extends Ranked>(
  ranked: readonly Offer[],
  {
    most,
    margin,
    fits = () => true,
  }: {
    readonly most: number;
    readonly margin: number;
    readonly fits?: (chosen: readonly Offer[]) => boolean;
  },
): readonly Offer[] {
  const chosen: Offer[] = [];
  while (chosen.length < most) {
    let best: Offer | undefined;
    let gain = margin;
    for (const each of ranked) {
      if (chosen.includes(each)) continue;
      const alike = Math.max(0, ...chosen.map(({ compiled }) => likeness(compiled, each.compiled)));
      const adds = each.utility - SAMENESS * alike * Math.max(0, each.utility);
      if (adds <= gain || (chosen.length > 0 && !fits([...chosen, each]))) continue;
      best = each;
      gain = adds;
    }
    if (!best) break;
    chosen.push(best);
  }
  return chosen;
}
