import {
  compileCatalog,
  DEFAULT_MODEL,
  type Catalog,
  type CompiledCatalog,
  type CompiledOffer,
  type JsonObject,
  type Offer,
} from 'tactful/engine';

/** Something the simulated shop can say: an offer about one of its categories. Money in minor units. */
export interface WorldOffer {
  readonly id: string;
  /** Index into {@link WorldShop.categories}. */
  readonly category: number;
  readonly price: number;
  /** Before the discount. */
  readonly margin: number;
  readonly discount: number;
}

/** What the shop of a world sells. */
export interface WorldShop {
  readonly catalog: CompiledCatalog;
  readonly categories: readonly {
    readonly name: string;
    /** After how many days the need comes back. */
    readonly cycleDays: number;
    /** What is bought unasked: the suggestion at full price. */
    readonly plain: WorldOffer;
    /** The suggestion again where the category has no coupon. */
    readonly coupon: WorldOffer;
    /** As the item of a row. */
    readonly item: JsonObject;
  }[];
  readonly offers: ReadonlyMap<string, WorldOffer>;
}

const USUAL_CYCLE_DAYS = 28;
/** Tastes over more categories than these would be too thin to be learned by anybody. */
const MOST_CATEGORIES = 12;

const asWorldOffer = ({ offer, margin }: CompiledOffer, category: number): WorldOffer => ({
  id: offer.id,
  category,
  price: offer.price ?? 0,
  margin,
  discount: offer.discount ?? 0,
});

function itemFor({ offer }: CompiledOffer): JsonObject {
  const path = (offer.category ?? []).map((name, depth): readonly [string, string] => [
    `item_category${depth === 0 ? '' : String(depth + 1)}`,
    name,
  ]);
  return { item_id: `item-${offer.id}`, price: offer.price ?? 0, quantity: 1, ...Object.fromEntries(path) };
}

function byCategory(catalog: CompiledCatalog): readonly (readonly [string, readonly CompiledOffer[]])[] {
  const found = new Map<string, CompiledOffer[]>();
  for (const compiled of catalog.offers) {
    const { promotional, offer, prefixes } = compiled;
    const [widest] = prefixes;
    if (!promotional || widest === undefined || (offer.price ?? 0) <= 0) continue;
    found.set(widest, [...(found.get(widest) ?? []), compiled]);
  }
  return [...found].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_CATEGORIES);
}

/**
 * A catalogue as a shop that a world can shop at: its widest categories, the twelve with the most priced promotional
 * offers, each with its first offer at full price and its first coupon.
 *
 * @throws Error where fewer than two categories have a priced promotional offer.
 */
export function shopOf(catalog: Catalog): WorldShop {
  const compiled = compileCatalog(catalog, DEFAULT_MODEL);
  const groups = byCategory(compiled);
  if (groups.length < 2) throw new Error('offers: a world needs priced promotional offers in two categories or more');
  const categories = groups.flatMap(([name, offers], index) => {
    const plain = offers.find(({ offer }) => (offer.discount ?? 0) === 0) ?? offers[0];
    const coupon = offers.find(({ offer }) => (offer.discount ?? 0) > 0) ?? plain;
    if (!plain || !coupon) return [];
    return [
      {
        name,
        cycleDays: compiled.cycles.get(name) ?? USUAL_CYCLE_DAYS,
        plain: asWorldOffer(plain, index),
        coupon: asWorldOffer(coupon, index),
        item: itemFor(plain),
      },
    ];
  });
  const offers = groups.flatMap(([, known], index) => known.map((each) => asWorldOffer(each, index)));
  return { catalog: compiled, categories, offers: new Map(offers.map((offer) => [offer.id, offer])) };
}

/** What the made-up shop sells, and after how many days the need for it comes back. */
const MADE_UP: readonly (readonly [name: string, cycleDays: number])[] = [
  ['dairy', 7],
  ['fruit', 7],
  ['treats', 3],
  ['coffee', 14],
  ['books', 28],
  ['garden', 28],
  ['toys', 60],
  ['tools', 360],
];

/** Everything costs EUR 30, of which 9 are margin, and a coupon takes a tenth off. Elicited. */
function madeUpOffer(name: string, discounted: boolean): Offer {
  return {
    id: `${name}-${discounted ? 'coupon' : 'suggest'}`,
    class: discounted ? 'coupon' : 'suggest',
    category: [name],
    price: 3000,
    margin: 900,
    ...(discounted ? { discount: 300, openTo: 'everyone' } : {}),
    content: { en: { title: name } },
  };
}

/** The catalogue of the made-up shop: in each of eight categories one suggestion and one coupon. */
export const WORLD_CATALOG: Catalog = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  cycles: Object.fromEntries(MADE_UP.map(([name, days]) => [name, `P${String(days)}D`])),
  offers: MADE_UP.flatMap(([name]) => [madeUpOffer(name, false), madeUpOffer(name, true)]),
};
