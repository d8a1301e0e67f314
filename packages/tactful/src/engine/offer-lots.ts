import type { CompiledOffer } from './compile-catalog.js';
import { groupedBy } from './grouped-by.js';
import { numbering } from './numbering.js';
import { columnsOf, type OfferColumns } from './offer-columns.js';

/**
 * The offers of a catalogue in lots: of one class about one category and brand, that all have a condition or all have none.
 *
 * What is said of each lot stands in columns, by its number: a decision walks thousands of them.
 */
export interface OfferLots {
  /** Every offer, one lot after another; where it stands here is its place. */
  readonly offers: readonly CompiledOffer[];
  /** Place of the first offer of each lot, and after the last lot the number of all offers. */
  readonly first: Uint32Array;
  /** Index of the category and brand, as in {@link CompiledOffer.group}. */
  readonly group: Uint32Array;
  /** Number of the class, with or without a condition: lots of one kind are asked the same rules. */
  readonly kind: Uint16Array;
  /** An offer of each kind of lot, by that number: of which class it is is said of all of them. */
  readonly examples: readonly CompiledOffer[];
  /** What is read of each offer, by its place. */
  readonly columns: OfferColumns;
}

/**
 * The offer at a place, of which there must be one.
 *
 * A computed key taken apart (`const { [place]: offer } = offers`) would be ten times as slow.
 */
export function offerAt(offers: readonly CompiledOffer[], place: number): CompiledOffer {
  const found = offers[place];
  if (!found) throw new RangeError(`no offer at place ${String(place)}`);
  return found;
}

const kindOf = ({ class: offerClass, test }: CompiledOffer): string => `${offerClass} ${test ? '?' : ''}`;

/**
 * The offers in lots that stand or fall together, those about one category and brand one after another.
 *
 * Most of ten thousand offers are about what this shopper never looked at: one look at the lot says so.
 */
export function lotsOf(offers: readonly CompiledOffer[]): OfferLots {
  const kinds = numbering<CompiledOffer>();
  const lots = [...groupedBy(offers, ({ group }) => group).values()].flatMap((some) => [
    ...groupedBy(some, kindOf).values(),
  ]);
  let end = 0;
  return {
    offers: lots.flat(),
    first: Uint32Array.from([0, ...lots.map(({ length }) => (end += length))]),
    group: Uint32Array.from(lots, ([{ group }]) => group),
    kind: Uint16Array.from(lots, ([one]) => kinds.of(kindOf(one), () => one)),
    examples: kinds.all,
    columns: columnsOf(lots),
  };
}
