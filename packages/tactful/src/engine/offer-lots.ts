import type { Offer } from './catalog.js';
import type { CompiledOffer } from './compile-catalog.js';
import { groupedBy } from './grouped-by.js';
import { numbering } from './numbering.js';

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
  const lots = groupedBy(offers, ({ category, brand, class: offerClass, when }) =>
    JSON.stringify([category, brand, offerClass, when !== undefined]),
  );
  return [...lots.values()].flat();
}

const kindOf = ({ class: offerClass, test }: CompiledOffer): string => `${offerClass} ${test ? '?' : ''}`;

/**
 * The offers in lots that stand or fall together.
 *
 * Most of ten thousand offers are about what this shopper never looked at: one look at the lot says so.
 */
export function lotsOf(offers: readonly CompiledOffer[]): readonly OfferLot[] {
  const kinds = numbering<string>();
  const lots = groupedBy(offers, (compiled) => `${String(compiled.group)} ${kindOf(compiled)}`);
  return [...lots.values()].map((lot): OfferLot => {
    const name = kindOf(lot[0]);
    return { group: lot[0].group, kind: kinds.of(name, () => name), offers: lot };
  });
}
