import { HOUR_MS } from './clock.js';
import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import { WISH_MS, type TellMeState, type Wish } from './fold-tell-me.js';

/** So long before its end an offer is about to end. Elicited. */
const ENDING_MS = 48 * HOUR_MS;
/** What may answer a wish about a product or a category; one about an offer is answered by that offer, whatever it is. */
const TELLS = /^(?:suggest|complement|coupon|replenish|inform)$/;
/** How schema.org says that something cannot be had. */
const GONE = /"availability":"[^"]*(?:OutOfStock|SoldOut|Discontinued)"/;

/** What is so at the moment of reading, besides the wishes. */
export interface WishReading {
  readonly at: number;
  /** Whether a category is due by the shopper's own rhythm: asked only where a wish depends on it, once for each offer. */
  readonly isDue: (category: string) => boolean;
}

/** Wishes that still wait: neither told, taken back, nor older than a year. */
export function openWishes({ tellMe }: TellMeState, at: number): readonly Wish[] {
  return [...tellMe.values()].filter((wish) => at < wish.at + WISH_MS);
}

/** Whether what an offer is about can be had: within its dates, and not out of stock by its schema.org `availability`. */
export function isThere({ offer, from, through }: CompiledOffer, at: number): boolean {
  return at >= from && at < through && !GONE.test(JSON.stringify([offer.product, offer.features]));
}

function isAbout(
  { facet, value }: Pick<Wish, 'facet' | 'value'>,
  { offer, product, prefixes }: CompiledOffer,
): boolean {
  if (facet === 'offer_id') return offer.id === value;
  return TELLS.test(offer.class) && (facet === 'product' ? product === value : prefixes.includes(value));
}

/** Whether anything that a wish would be about can be had now: then there is nothing to wait for. */
export function canBeHad(
  { offers }: Pick<CompiledCatalog, 'offers'>,
  wish: Pick<Wish, 'facet' | 'value' | 'at'>,
): boolean {
  return offers.some((compiled) => isAbout(wish, compiled) && isThere(compiled, wish.at));
}

function hasCome(wish: Wish, { offer, through, prefixes }: CompiledOffer, { at, isDue }: WishReading): boolean {
  const { price, discount = 0 } = offer;
  switch (wish.when) {
    case 'back_in_stock':
      return wish.absent;
    case 'below':
      return price !== undefined && price - discount < wish.below;
    case 'before_it_ends':
      return through - at <= ENDING_MS;
    default: {
      // Of a thing its narrowest category speaks; of a category it and all within.
      const from = wish.facet === 'category' ? prefixes.indexOf(wish.value) : prefixes.length - 1;
      return prefixes.slice(from).some(isDue);
    }
  }
}

/**
 * Which due wishes an offer answers; mostly none.
 *
 * What answers one was asked for (reason `YOU_ASKED`, direction `requested`) and comes before everything else that may be
 * said: it lifts no rule on whether anybody may speak. The showing that names the wishes' rows in `wish_id` ends them.
 *
 * @example
 * ```ts
 * const answers = wishReader(folded, { at, isDue: (category) => category === 'coffee' });
 * answers(compiled).map(({ id }) => id); // the rows that asked for it
 * ```
 */
export function wishReader(state: TellMeState, reading: WishReading): (compiled: CompiledOffer) => readonly Wish[] {
  const open = openWishes(state, reading.at);
  return (compiled) => {
    const come = open.filter((wish) => isAbout(wish, compiled) && hasCome(wish, compiled, reading));
    return come.length > 0 && isThere(compiled, reading.at) ? come : [];
  };
}

/** A wish that is due, with the ids of the offers that answer it. */
export interface DueWish {
  readonly wish: Wish;
  readonly offers: readonly string[];
}

/** Every wish that is due now, in the order in which they were asked. O(offers x wishes), of which there are at most 50. */
export function tellMeDue(
  state: TellMeState,
  { catalog, ...reading }: WishReading & { readonly catalog: Pick<CompiledCatalog, 'offers'> },
): readonly DueWish[] {
  const answers = wishReader(state, reading);
  const found = new Map<Wish, string[]>(openWishes(state, reading.at).map((wish) => [wish, []]));
  for (const compiled of catalog.offers) for (const wish of answers(compiled)) found.get(wish)?.push(compiled.offer.id);
  return [...found].flatMap(([wish, offers]) => (offers.length > 0 ? [{ wish, offers }] : []));
}
