import type { Offer } from './catalog.js';
import type { CompiledOffer } from './compile-catalog.js';

/** Offers of one class about one category and brand, that all have a condition or all have none. */
export interface OfferLot {
  /** Index of the category and brand, as in {@link CompiledOffer.group}. */
  readonly group: number;
  /** Number of the class, with or without a condition: lots of one kind are asked the same rules. */
  readonly kind: number;
  readonly offers: readonly [CompiledOffer, ...CompiledOffer[]];
}

/** The offers of a catalogue, one lot after another. */
export function inLots(offers: readonly Offer[]): readonly Offer[] {
  const lots = new Map<string, Offer[]>();
  for (const offer of offers) {
    const { category, brand, class: offerClass, when } = offer;
    const key = JSON.stringify([category, brand, offerClass, when !== undefined]);
    const known = lots.get(key);
    if (known) known.push(offer);
    else lots.set(key, [offer]);
  }
  return [...lots.values()].flat();
}

/**
 * The offers in lots that stand or fall together.
 *
 * Most of ten thousand offers are about what this shopper never looked at: one look at the lot says so.
 */
export function lotsOf(offers: readonly CompiledOffer[]): readonly OfferLot[] {
  const lots = new Map<string, OfferLot & { readonly offers: [CompiledOffer, ...CompiledOffer[]] }>();
  const kinds = new Map<string, number>();
  for (const compiled of offers) {
    const { group, offer, test } = compiled;
    const name = `${offer.class} ${test ? '?' : ''}`;
    const key = `${String(group)} ${name}`;
    const known = lots.get(key);
    if (known) known.offers.push(compiled);
    else {
      const kind = kinds.get(name) ?? kinds.size;
      kinds.set(name, kind);
      lots.set(key, { group, kind, offers: [compiled] });
    }
  }
  return [...lots.values()];
}
