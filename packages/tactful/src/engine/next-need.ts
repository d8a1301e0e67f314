import { localDay } from './clock.js';
import type { Purchase } from './fold-shopping.js';
import type { Item } from './item.js';

/** How often the shoppers of a shop buy a value: the share of a shopper's purchase days that hold it. */
export interface NeedRate {
  /** Over the time that the histories cover; above 0. */
  readonly usual: number;
  /** At this time of the year; equal to `usual` where nobody knows. */
  readonly now: number;
  /** How alike shoppers are in it: above 1 rather alike, near 0 a few buy it often and most never; 1 where nobody knows. */
  readonly shape: number;
}

/** What is known of all shoppers together, by value; the shop counts and fits it and ships it. */
export type NeedPopulation = ReadonlyMap<string, NeedRate>;

/** Something the shopper may need next, with what it rests on. */
export interface Need {
  readonly value: string;
  /** Expected share of the next purchase days that hold it; a strong season can lift it above 1. */
  readonly expected: number;
  /** The same of everybody, now. */
  readonly base: number;
  /** Purchase days with it until now; 0 where only everybody's habit speaks for it. */
  readonly days: number;
  /** Ids of those purchases; remove them and only `base` is left. */
  readonly ids: readonly string[];
}

/** What is read of a purchase. */
export type NeedPurchase = Pick<Purchase, 'id' | 'at' | 'offset' | 'items'>;

/** What needs are about, against whom, and how many are wanted. */
export interface NeedQuestion {
  /** The values an item counts for: its category, or itself. */
  readonly valuesOf: (item: Item) => readonly string[];
  readonly population: NeedPopulation;
  readonly most: number;
}

interface Bought {
  readonly days: Set<number>;
  readonly ids: Set<string>;
}

const positive = (x: number): boolean => x > 0 && x < Infinity;

function boughtValues(
  purchases: readonly NeedPurchase[],
  valuesOf: NeedQuestion['valuesOf'],
): ReadonlyMap<string, Bought> {
  const found = new Map<string, Bought>();
  for (const purchase of purchases) {
    for (const value of purchase.items.flatMap(valuesOf)) {
      const bought = found.get(value) ?? { days: new Set(), ids: new Set() };
      bought.days.add(localDay(purchase));
      bought.ids.add(purchase.id);
      found.set(value, bought);
    }
  }
  return found;
}

type Guess = Pick<Need, 'value' | 'expected' | 'base'>;

const before = (a: Guess, b: Guess): boolean =>
  a.expected > b.expected || (a.expected === b.expected && a.value < b.value);

/** Puts a guess in its place among the best `most`, so that a long catalogue is never sorted. */
function keepBest(best: Guess[], { guess, most }: { readonly guess: Guess; readonly most: number }): void {
  let place = best.length;
  for (let other = best[place - 1]; other !== undefined && before(guess, other); other = best[place - 1]) place--;
  if (place >= most) return;
  best.splice(place, 0, guess);
  if (best.length > most) best.pop();
}

/**
 * What a shopper is likely to buy on the next purchase day, the likeliest first; ties by name.
 *
 * Conditional trend analysis (Goodhardt & Ehrenberg 1967): a value bought on m of n purchase days is
 * expected at now (k + m) / (k + usual n), the mean of a gamma whose prior is the population with its
 * shape k, in this season. So one lucky purchase does not outrank what everybody needs, and much
 * evidence outranks everybody. Purchases do not fade here: half-lives of 30 to 180 days guessed worse
 * on real baskets. Values that the population does not list, or not with numbers above 0, are left out.
 *
 * @example
 * const population = new Map([['milk', { usual: 0.2, now: 0.2, shape: 1 }]]);
 * nextNeeds([], { valuesOf: (item) => item.prefixes.slice(0, 1), population, most: 5 });
 * // [{value: 'milk', expected: 0.2, base: 0.2, days: 0, ids: []}]
 */
export function nextNeeds(
  purchases: readonly NeedPurchase[],
  { valuesOf, population, most }: NeedQuestion,
): readonly Need[] {
  const bought = boughtValues(purchases, valuesOf);
  const days = new Set(purchases.map(localDay)).size;
  const best: Guess[] = [];
  for (const [value, { usual, now, shape }] of population) {
    if (!(positive(usual) && positive(now) && positive(shape))) continue;
    const times = bought.get(value)?.days.size ?? 0;
    const expected = now * ((shape + times) / (shape + usual * days));
    keepBest(best, { guess: { value, expected, base: now }, most });
  }
  return best.map((guess): Need => {
    const own = bought.get(guess.value);
    return { ...guess, days: own?.days.size ?? 0, ids: [...(own?.ids ?? [])] };
  });
}
