import type { CompiledOffer } from './compile-catalog.js';

/** Offers of one class about one category and brand, that all have a condition or all have none. */
export interface OfferLot {
  /** Index of the category and brand, as in {@link CompiledOffer.group}. */
  readonly group: number;
  readonly offers: readonly [CompiledOffer, ...CompiledOffer[]];
}

/**
 * The offers in lots that stand or fall together.
 *
 * Most of ten thousand offers are about what this shopper never looked at: one look at the lot says so.
 */
export function lotsOf(offers: readonly CompiledOffer[]): readonly OfferLot[] {
  const lots = new Map<string, { readonly group: number; readonly offers: [CompiledOffer, ...CompiledOffer[]] }>();
  for (const compiled of offers) {
    const { group, offer, test } = compiled;
    const key = `${String(group)} ${offer.class} ${test ? '?' : ''}`;
    const known = lots.get(key);
    if (known) known.offers.push(compiled);
    else lots.set(key, { group, offers: [compiled] });
  }
  return [...lots.values()];
}
