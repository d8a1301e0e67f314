// Made by `node scripts/catalog-types.mjs` from schema/catalog.schema.json: change that.

import type { BaseRates } from './base-rates.js';
import type { Json, JsonObject } from './json.js';
import type { LocalText } from './local-text.js';
import type { NeedCycles } from './need-cycle.js';
import type { Channel } from './statement.js';

/** What kind of action an offer is. Promotional are suggest, complement and coupon. */
export type OfferClass =
  | 'suggest'
  | 'complement'
  | 'coupon'
  | 'replenish'
  | 'inform'
  | 'inspire'
  | 'help'
  | 'human'
  | 'gift'
  | 'question'
  | 'thank'
  | 'apology'
  | 'remedy'
  | 'together';

/**
 * Everything that may be said on a site. Only its head, `format` to `offers`, is needed; of the rest a bad entry is
 * dropped and the others live.
 */
export interface Catalog {
  /** For editors: the address of this schema. */
  readonly $schema?: string;
  readonly format: 'tactful-catalog';
  /** The shop's own name of this version. */
  readonly version: string;
  /** ISO 4217. Every amount in the catalogue is an integer in its minor units. */
  readonly currency: string;
  /**
   * What the shop sells, where that carries bans of its own: `gambling`, `alcohol`, `tobacco`, `credit`, `medicine`.
   */
  readonly sector?: string;
  /** How popular values are with everybody; all equally where absent. */
  readonly baseRates?: BaseRates;
  readonly offers: readonly Offer[];
  /** How soon the need for a category (`garden/watering`) comes back: ISO 8601 durations, `P7D` for groceries. */
  readonly cycles?: NeedCycles;
  /** What templates are filled with. A product is never shown by itself. */
  readonly products?: readonly Product[];
  /** Offers that share limits: those that name the group in `group`. */
  readonly groups?: readonly OfferGroup[];
  /** Places that quieten, or that say where somebody is. A position becomes the name of one and is dropped. */
  readonly places?: readonly CatalogPlace[];
  /** What the shop would like to ask, each once. */
  readonly questions?: readonly Question[];
  /** What went wrong, and whom it touches: selling to them stops. */
  readonly incidents?: readonly Incident[];
  /** What the shop promises in return for a permission. */
  readonly promises?: readonly ShopPromise[];
  /** People who can be reached, and when. */
  readonly people?: readonly Person[];
  readonly norms?: Norms;
}

/** An offer: an action, not only a product. Amounts are integers in minor units. */
export interface Offer {
  /** Unique in the catalogue. */
  readonly id: string;
  readonly class: OfferClass;
  /** Id of a group: offers that share its limits. */
  readonly group?: string;
  /** From the widest to the narrowest category. */
  readonly category?: readonly string[];
  readonly brand?: string;
  readonly price?: number;
  /** What is taken off the price: at most the price. */
  readonly discount?: number;
  /** The lowest price of the last thirty days, which must stand beside a reduction. */
  readonly lowestPrice30d?: number;
  /** Where absent 30 % of the price. */
  readonly margin?: number;
  readonly content: Content;
  /**
   * Attributes by name, as `{colour: 'green'}`: a text, number or yes/no each. The same names are learned from items.
   * Rules of protection read the flags `credit`, `instalments`, `upsell` and `essential`.
   */
  readonly features?: JsonObject;
  /** The shop's id of the product, or a schema.org Product whose `sku` or `productID` is it. */
  readonly product?: string | JsonObject;
  readonly from?: Template;
  /** When it may be said at all. */
  readonly when?: JsonObject;
  /** RFC 3339 moments with their zone; from inclusive, through exclusive. */
  readonly validFrom?: string;
  readonly validThrough?: string;
  /** `slot` alone where absent. */
  readonly channels?: readonly Channel[];
  /** Everywhere where absent. */
  readonly placements?: readonly string[];
  /** Where it stands in the shop. */
  readonly way?: LocalText;
  readonly frequency?: Frequency;
  readonly suppress?: Suppression;
  /** Ids of purposes. */
  readonly needs?: readonly string[];
  /** Goals of a shopper, in their words, that it helps to reach. */
  readonly helps?: readonly string[];
  /** `everyone`, or where the list stands on which everyone finds it at this price. Every coupon and gift needs it. */
  readonly openTo?: string;
}

/** What an offer says, by BCP 47 language. */
export interface Content {
  readonly [key: string]: {
    readonly title: string;
    readonly text?: string;
    readonly action?: {
      readonly label: string;
      /** `https:`, or relative to the page. In a template `{url}` alone is that of the product. */
      readonly url: string;
    };
    /**
     * Inline `data:` of png, jpeg, webp or avif in at most 65,536 characters, or `image:` and the id of an image that
     * the page holds. Where the page says `images: 'reveal'` also an address, `https:` or beginning with `/` or `./`:
     * the request for it tells whoever serves it what was chosen.
     */
    readonly image?: string;
    /** The same in other tones, by name. */
    readonly tones?: {
      readonly [key: string]: {
        readonly title?: string;
        readonly text?: string;
      };
    };
  };
}

/**
 * One offer for each product that fits, with its price, category, brand and picture. In texts `{name}`, `{price}` and
 * `{brand}` are those of the product.
 */
export interface Template {
  /** `all`, or a condition over the fields of a product. */
  readonly products: 'all' | JsonObject;
  /** At most the first so many. */
  readonly limit?: number;
}

/** How often something may be shown. Only tightens. */
export interface Frequency {
  /** At most so often, ever. */
  readonly lifetime?: number;
  readonly custom?: readonly FrequencyCap[];
}

/** At most `cap` times in any `period` (ISO 8601). */
export interface FrequencyCap {
  readonly cap: number;
  readonly period: string;
}

/** After so many of one outcome within a time, silence of this offer or of its whole group for another. */
export interface Suppression {
  readonly after: {
    readonly outcome: 'shown' | 'accepted' | 'dismissed' | 'not_for_me' | 'complained';
    /** 1 where absent. */
    readonly count?: number;
    /** ISO 8601; ever, where absent. */
    readonly within?: string;
  };
  /** ISO 8601. */
  readonly for: string;
  /** `offer` where absent. */
  readonly scope?: 'offer' | 'group';
}

/** Something that templates speak of. */
export interface Product {
  /** The shop's id of the product, as events name it. */
  readonly id: string;
  readonly name: string;
  /** From the widest to the narrowest category. */
  readonly category?: readonly string[];
  readonly brand?: string;
  readonly price?: number;
  readonly lowestPrice30d?: number;
  readonly margin?: number;
  readonly url?: string;
  readonly image?: string;
  readonly features?: JsonObject;
}

/** Limits that the offers of a group share. */
export interface OfferGroup {
  readonly id: string;
  readonly frequency?: Frequency;
  readonly suppress?: Suppression;
}

/** A circle or an area with a meaning. */
export interface CatalogPlace {
  readonly id: string;
  /** `quiet`: nothing is said there. */
  readonly class: 'quiet' | 'shop' | 'door' | 'rival';
  /** What a quiet place is: says how long the quiet lasts where `afterglow` does not. */
  readonly kind?:
    'cemetery' | 'crematorium' | 'funeral_home' | 'hospice' | 'hospital' | 'court' | 'police' | 'shelter' | 'worship';
  /** How long the quiet lasts after leaving: ISO 8601. */
  readonly afterglow?: string;
  /** A circle: degrees (WGS 84) and metres. */
  readonly point?: {
    readonly lat: number;
    readonly lon: number;
    readonly radius: number;
  };
  /** A GeoJSON Polygon or MultiPolygon. */
  readonly polygon?: Json;
}

/** A question, put once until the answer expires. */
export interface Question {
  readonly id: string;
  readonly text: LocalText;
  /** Any answer where absent. */
  readonly choices?: readonly Choice[];
  /** Id of the purpose that the answer serves. */
  readonly purpose?: string;
  /** What others answered and what was done with it: shown right after answering. */
  readonly results?: {
    readonly text: LocalText;
    /** How often each value was chosen. */
    readonly counts?: {
      readonly [key: string]: number;
    };
  };
}

/** An answer that a question offers. */
export interface Choice {
  readonly value: string;
  readonly text: LocalText;
}

/** Something that went wrong. While it lasts, those it touches are not sold to. */
export interface Incident {
  readonly id: string;
  /** Who is touched, decided on each device. */
  readonly touches: JsonObject;
  /** RFC 3339 with its zone, inclusive. */
  readonly from: string;
  /** Exclusive; open where absent. */
  readonly through?: string;
  readonly content?: Content;
  /** Ids of the offers that make it good. */
  readonly remedy?: readonly string[];
}

/** What the shop promises in return for a channel or a purpose. Broken, it ends what it bought. */
export interface ShopPromise {
  readonly id: string;
  readonly text: LocalText;
  /** The channel that it asks for. */
  readonly permission?: Channel;
  /** Id of the purpose that it asks for. */
  readonly purpose?: string;
  /** How long after the permission it is kept at the latest: ISO 8601. No limit where absent. */
  readonly keptBy?: string;
}

/** Somebody who can be reached. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly hours: readonly Hours[];
  /** What they know, as category paths or words. */
  readonly skills?: readonly string[];
}

/** Local time on these days: from inclusive, to exclusive, on the same day. */
export interface Hours {
  readonly days: readonly ('mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su')[];
  readonly from: string;
  readonly to: string;
}

/** Where the shop speaks, and to whom. */
export interface Norms {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly recipient: 'consumer' | 'business';
}
