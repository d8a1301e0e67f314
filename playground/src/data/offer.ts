/** A condition value: MongoDB-style JSON. */
export type Condition = { readonly [path: string]: ConditionValue };

/** What may stand in a condition. */
export type ConditionValue = string | number | boolean | readonly ConditionValue[] | Condition;

/** What a shopper reads, in one language. */
export type OfferText = {
  readonly title: string;
  readonly text: string;
  /** `url` is a hash route of the shop. */
  readonly action: { readonly label: string; readonly url: string };
};

/** An offer of the shop, in the catalogue format. Money is in euro cents. */
export type ShopOffer = {
  readonly id: string;
  readonly class: 'suggest' | 'complement' | 'coupon' | 'replenish' | 'inform' | 'inspire' | 'help';
  readonly category: readonly string[];
  readonly brand?: string;
  /** The product's price, before `discount`; missing where nothing is sold and another offer has the product. */
  readonly price?: number;
  readonly discount?: number;
  /** Stands wherever `discount` stands: the lowest price of the thirty days before it. */
  readonly lowestPrice30d?: number;
  /** Before `discount`; where missing, the engine takes 30 % of the price and says so. */
  readonly margin?: number;
  /** A product id. */
  readonly product?: string;
  readonly content: { readonly en: OfferText; readonly nl: OfferText };
  readonly when?: Condition;
  /** Where everybody finds it at the same price; stands in every coupon. */
  readonly openTo?: string;
  /** Moments with the shop's own zone, midnights both: `validFrom` holds already, `validThrough` no more. */
  readonly validFrom?: string;
  readonly validThrough?: string;
  readonly channels: readonly 'slot'[];
  readonly placements: readonly ('home' | 'product' | 'cart' | 'thanks')[];
  /** `period` is an ISO 8601 duration. */
  readonly frequency?: {
    readonly lifetime?: number;
    readonly custom?: readonly { readonly cap: number; readonly period: string }[];
  };
};

/** The file that the shop hands to `createTactful`. */
export type ShopCatalog = {
  readonly format: 'tactful-catalog';
  readonly version: '1';
  readonly currency: 'EUR';
  readonly offers: readonly ShopOffer[];
};
