import { categoryPrefixes, itemCategories, type CompiledCatalog, type Event, type JsonObject } from 'tactful/engine';

/** What a basket held, as far as it can be compared with an offer. */
interface Bought {
  readonly products: readonly string[];
  readonly categories: readonly string[];
}

/** How often a guess was in the basket; for the random guess the expected number, which need not be whole. */
export interface HitCount {
  readonly product: number;
  readonly category: number;
}

/** Offers beside two simple rivals, over the same baskets: those before which an offer was shown. */
export interface HitReport {
  readonly baskets: number;
  readonly offer: HitCount;
  /** What this shopper had bought most often until then (most lines; of equals the first bought). */
  readonly mostBought: HitCount;
  /** An offer drawn uniformly from the whole catalogue. */
  readonly random: HitCount;
}

/** A basket, and the offer shown before it, if any. */
export interface Outcome {
  readonly basket: Event;
  readonly offerId: string | undefined;
}

/** The second level of the path (or the first, where there is no second): narrower than a department, wider than a type. */
function comparedCategory(prefixes: readonly string[]): string | undefined {
  return prefixes[1] ?? prefixes[0];
}

function readBought(basket: Event): Bought {
  const { items } = basket.params;
  const lines = Array.isArray(items) ? (items as readonly JsonObject[]) : [];
  return {
    products: lines.flatMap(({ item_id: id }) => (typeof id === 'string' ? [id] : [])),
    categories: lines.flatMap((line) => comparedCategory(categoryPrefixes(itemCategories(line))) ?? []),
  };
}

/** How many offers there are for each value. */
function countOffers(values: Iterable<string | undefined>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function mostFrequent(counts: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  for (const [value, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = value;
  return best;
}

interface Guesses {
  readonly offer: { readonly product: string | undefined; readonly category: string | undefined };
  readonly mostBought: { readonly product: string | undefined; readonly category: string | undefined };
}

function addHits(count: HitCount, found: { readonly guess: Guesses['offer']; readonly bought: Bought }): HitCount {
  const { guess, bought } = found;
  const hit = (values: readonly string[], value: string | undefined): number =>
    value !== undefined && values.includes(value) ? 1 : 0;
  return {
    product: count.product + hit(bought.products, guess.product),
    category: count.category + hit(bought.categories, guess.category),
  };
}

const NONE: HitCount = { product: 0, category: 0 };

/** How many shown offers were in the basket that followed, beside what knowing less would have got. One walk, oldest first. */
export function compareHits(outcomes: readonly Outcome[], catalog: CompiledCatalog): HitReport {
  const offersByProduct = countOffers(catalog.offers.map(({ product }) => product));
  const offersByCategory = countOffers(catalog.offers.map(({ prefixes }) => comparedCategory(prefixes)));
  const share = (values: readonly string[], offers: ReadonlyMap<string, number>): number =>
    [...new Set(values)].reduce((sum, value) => sum + (offers.get(value) ?? 0), 0) / catalog.offers.length;
  const products = new Map<string, number>();
  const categories = new Map<string, number>();
  let report: HitReport = { baskets: 0, offer: NONE, mostBought: NONE, random: NONE };
  for (const { basket, offerId } of outcomes) {
    const bought = readBought(basket);
    if (offerId !== undefined) {
      const shown = catalog.byId.get(offerId);
      const offer = { product: shown?.product, category: comparedCategory(shown?.prefixes ?? []) };
      const mostBought = { product: mostFrequent(products), category: mostFrequent(categories) };
      report = {
        baskets: report.baskets + 1,
        offer: addHits(report.offer, { guess: offer, bought }),
        mostBought: addHits(report.mostBought, { guess: mostBought, bought }),
        random: {
          product: report.random.product + share(bought.products, offersByProduct),
          category: report.random.category + share(bought.categories, offersByCategory),
        },
      };
    }
    for (const id of bought.products) products.set(id, (products.get(id) ?? 0) + 1);
    for (const path of bought.categories) categories.set(path, (categories.get(path) ?? 0) + 1);
  }
  return report;
}
