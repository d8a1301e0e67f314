import type { CatalogFacts } from './compile-catalog.js';
import { decayFactor } from './decay.js';
import type { ShoppingState } from './fold-shopping.js';

/** Need cycles in days by the words of a category, English and Dutch; the first that fits. Elicited (science 6.5). */
const CYCLES: readonly (readonly [days: number, words: RegExp])[] = [
  [3, /(?:^|[^a-z])(?:ice|ijs|ijsjes|treats?|snacks?|sweets?|candy|snoep|chocola|lunch|coffee|koffie)/i],
  [
    7,
    /(?:^|[^a-z])(?:grocer|boodschappen|food|voeding|dairy|zuivel|bread|brood|bakery|fruit|vegetable|groente|produce)/i,
  ],
  [
    360,
    /(?:^|[^a-z])(?:furniture|meubel|appliance|apparatuur|electronics|elektronica|tools?|gereedschap|bikes?|fietsen|mattress|matras)/i,
  ],
];
/** Days between two needs where the words of a category say nothing. Elicited. */
const USUAL_CYCLE_DAYS = 28;

/**
 * How many days usually lie between two needs of a category: 3 for a treat, 7 for groceries, 360 for durables, else 28.
 *
 * Guessed from the words of the category's path; a shop that knows better says so in its catalogue.
 */
export function usualCycle(prefix: string): number {
  return CYCLES.find(([, words]) => words.test(prefix))?.[0] ?? USUAL_CYCLE_DAYS;
}

/** Of which category, as of when, and how long its need cycle is in days. */
export interface SatiationQuestion {
  /** A category path at any depth, as `food/ice cream`. */
  readonly prefix: string;
  readonly at: number;
  readonly cycleOf?: (prefix: string) => number;
}

/**
 * How satisfied the need for a category is, between 0 and 1 (science 6.5).
 *
 * Buying fills it, and half of it comes back in half a need cycle: a rebounding bandit (Leqi et al. 2021). One purchase
 * fills it once, however many items of the category it holds.
 */
export function satiationAt({ purchases }: Pick<ShoppingState, 'purchases'>, question: SatiationQuestion): number {
  const { prefix, at, cycleOf = usualCycle } = question;
  const halfLifeDays = cycleOf(prefix) / 2;
  let sum = 0;
  for (const purchase of purchases)
    if (purchase.items.some(({ prefixes }) => prefixes.includes(prefix)))
      sum += decayFactor(at - purchase.at, halfLifeDays);
  return Math.min(1, sum);
}

/**
 * In how many days the need for a category comes back: as the shop says of it or of what is around it, else its words.
 *
 * Worked out once for the categories in which the catalogue has prices. Any other is the shopper's, and outlasts no erasure here.
 */
export function cycleReader({
  cycles,
  medianPrice,
}: Pick<CatalogFacts, 'cycles' | 'medianPrice'>): (prefix: string) => number {
  const known = new Map<string, number>();
  const find = (prefix: string): number => {
    for (let path = prefix; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const cycle = cycles.get(path);
      if (cycle !== undefined) return cycle;
    }
    return usualCycle(prefix);
  };
  return (prefix) => {
    const found = known.get(prefix) ?? find(prefix);
    if (medianPrice.has(prefix)) known.set(prefix, found);
    return found;
  };
}

/**
 * {@link satiationAt} of many categories at one moment, each worked out once.
 */
export function satiationReader(
  { boughtAt }: Pick<ShoppingState, 'boughtAt'>,
  { at, cycleOf }: Required<Omit<SatiationQuestion, 'prefix'>>,
): (prefix: string) => number {
  const levels = new Map<string, number>();
  return (prefix) => {
    const bought = boughtAt.get(prefix);
    if (!bought) return 0;
    const halfLifeDays = cycleOf(prefix) / 2;
    const level =
      levels.get(prefix) ??
      Math.min(
        1,
        bought.reduce((sum, then) => sum + decayFactor(at - then, halfLifeDays), 0),
      );
    levels.set(prefix, level);
    return level;
  };
}
