import type { CompiledOffer } from './compile-catalog.js';
import { addTo } from './grouped-by.js';

/**
 * What a decision reads of every offer, in columns by its place in the lots of a catalogue.
 *
 * Ten thousand objects lie too far apart in memory to be looked into one by one, three times a page.
 */
export interface OfferColumns {
  /** Number of the lot. */
  readonly lot: Uint32Array;
  /** As in {@link CompiledOffer.kind}. */
  readonly kind: Uint16Array;
  readonly price: Float64Array;
  readonly discount: Float64Array;
  readonly margin: Float64Array;
  /** NaN without a price. */
  readonly priceZ: Float64Array;
  readonly usualTimes: Float64Array;
  /** Where an offer stands, by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** Where the offers of a product stand, by the id of the product. */
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
  /** Where the offers of a group of the catalogue stand that has limits, by the id of the group. */
  readonly placesIn: ReadonlyMap<string, readonly number[]>;
}

/** {@link OfferColumns} of lots, one after another. */
export function columnsOf(lots: readonly (readonly CompiledOffer[])[]): OfferColumns {
  const offers = lots.flat();
  const column = (read: (compiled: CompiledOffer) => number): Float64Array => Float64Array.from(offers, read);
  const placesBy = (read: (compiled: CompiledOffer) => string | undefined): ReadonlyMap<string, readonly number[]> => {
    const places = new Map<string, [number, ...number[]]>();
    offers.forEach((compiled, place) => {
      const key = read(compiled);
      if (key !== undefined) addTo(places, key, place);
    });
    return places;
  };
  return {
    lot: Uint32Array.from(lots.flatMap((lot, number) => lot.map(() => number))),
    kind: Uint16Array.from(offers, ({ kind }) => kind),
    price: column(({ price }) => price),
    discount: column(({ discount }) => discount),
    margin: column(({ margin }) => margin),
    priceZ: column(({ priceZ = NaN }) => priceZ),
    usualTimes: column(({ usualTimes }) => usualTimes),
    placeOf: new Map(offers.map(({ id }, place) => [id, place])),
    placesOf: placesBy(({ product }) => product),
    placesIn: placesBy(({ bundle }) => bundle?.id),
  };
}
