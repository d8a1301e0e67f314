import type { Offer, OfferClass } from './catalog-types.js';
import type { JsonObject } from './json.js';

export type {
  Catalog,
  CatalogPlace,
  Choice,
  Content,
  Frequency,
  FrequencyCap,
  Hours,
  Incident,
  Norms,
  Offer,
  OfferClass,
  OfferGroup,
  Person,
  Product,
  Question,
  ShopPromise,
  Suppression,
  Template,
} from './catalog-types.js';

/** What kind of action an offer is. Promotional are suggest, complement and coupon. */
export const OFFER_CLASSES = [
  'suggest',
  'complement',
  'coupon',
  'replenish',
  'inform',
  'inspire',
  'help',
  'human',
  'gift',
  'question',
  'thank',
  'apology',
  'remedy',
  'together',
] as const;

/** Something wrong in a catalog: the offer is dropped, the rest lives. */
export interface CatalogProblem {
  readonly path: string;
  readonly found: string;
  readonly fix: string;
}

/** Whether the class tries to sell. */
export function isPromotional(offerClass: OfferClass): boolean {
  return offerClass === 'suggest' || offerClass === 'complement' || offerClass === 'coupon';
}

/** Whether the class gives something: it must be open to everybody at the same price (mission C15). */
export function isOpenToAll(offerClass: OfferClass): boolean {
  return offerClass === 'coupon' || offerClass === 'gift';
}

/** The shop's id of the product an offer is about. */
export function productId(offer: Pick<Offer, 'product'>): string | undefined {
  const { product } = offer;
  if (typeof product !== 'object') return product;
  const { sku, productID }: JsonObject = product;
  const id = sku ?? productID;
  return typeof id === 'string' ? id : undefined;
}
