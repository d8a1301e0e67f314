import type { BaseRates } from './base-rates.js';
import type { Json, JsonObject } from './json.js';
import type { NeedCycles } from './need-cycle.js';
import type { Channel } from './statement.js';

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

/** One of {@link OFFER_CLASSES}. */
export type OfferClass = (typeof OFFER_CLASSES)[number];

/** What an offer says, by BCP 47 language. */
export interface Content {
  readonly [lang: string]: {
    readonly title: string;
    readonly text?: string;
    readonly action?: { readonly label: string; readonly url: string };
    readonly image?: string;
    readonly tones?: { readonly [tone: string]: JsonObject };
  };
}

/** An offer: an action, not only a product. Amounts are integers in minor units. */
export interface Offer {
  readonly id: string;
  readonly class: OfferClass;
  readonly group?: string;
  /** From the widest to the narrowest category. */
  readonly category?: readonly string[];
  readonly brand?: string;
  readonly price?: number;
  readonly discount?: number;
  readonly lowestPrice30d?: number;
  readonly margin?: number;
  readonly content: Content;
  /** Attributes by name, as `{colour: 'green'}`: a text, number or yes/no each. The same names are learned from items. */
  readonly features?: JsonObject;
  /** The shop's id of the product, or a schema.org Product whose `sku` or `productID` is it. */
  readonly product?: Json;
  readonly when?: JsonObject;
  /** ISO 8601 moments; from inclusive, through exclusive. */
  readonly validFrom?: string;
  readonly validThrough?: string;
  readonly channels?: readonly Channel[];
  readonly placements?: readonly string[];
  readonly frequency?: {
    readonly lifetime?: number;
    readonly custom?: readonly { readonly cap: number; readonly period: string }[];
  };
  /** Ids of purposes. */
  readonly needs?: readonly string[];
}

/** Everything that may be said on a site. */
export interface Catalog {
  readonly format: 'tactful-catalog';
  readonly version: string;
  readonly currency: string;
  readonly sector?: string;
  /** How popular values are with everybody; all equally where absent. */
  readonly baseRates?: BaseRates;
  readonly offers: readonly Offer[];
  /** How soon the need for a category (`garden/watering`) comes back: ISO 8601 durations, `P7D` for groceries. */
  readonly cycles?: NeedCycles;
}

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

/** The shop's id of the product an offer is about. */
export function productId(offer: Offer): string | undefined {
  const { product } = offer;
  if (typeof product === 'string') return product;
  if (typeof product !== 'object' || product === null || Array.isArray(product)) return undefined;
  const described = product as JsonObject;
  const id = described['sku'] ?? described['productID'];
  return typeof id === 'string' ? id : undefined;
}
