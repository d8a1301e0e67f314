import { categoryPrefixes, itemCategories, prefixReader } from './category-path.js';
import type { CompiledCatalog } from './compile-catalog.js';
import type { Event } from './event.js';
import type { Json, JsonObject } from './json.js';

/** What an event is about: a GA4 item, as far as the engine reads it. */
export interface Item {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly brand: string | undefined;
  readonly prefixes: readonly string[];
  /** Minor units. */
  readonly price: number | undefined;
  readonly quantity: number;
}

/** The text, or `undefined` for anything else. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What items are read with. */
interface ItemContext {
  readonly catalog: CompiledCatalog;
  readonly prefixesOf: (path: readonly string[]) => readonly string[];
}

function readItem(raw: JsonObject, { catalog, prefixesOf }: ItemContext): Item {
  const id = textOf(raw['item_id']);
  const stated = prefixesOf(itemCategories(raw));
  const { price, quantity } = raw;
  return {
    id,
    name: textOf(raw['item_name']),
    brand: textOf(raw['item_brand']),
    prefixes: stated.length > 0 ? stated : (catalog.productPrefixes.get(id ?? '') ?? []),
    price: typeof price === 'number' ? price : undefined,
    quantity: typeof quantity === 'number' ? quantity : 1,
  };
}

function offerItem(offerId: string, catalog: CompiledCatalog): readonly Item[] {
  const known = catalog.byId.get(offerId);
  if (!known) return [];
  const { offer, product, prefixes } = known;
  return [{ id: product, name: undefined, brand: offer.brand, prefixes, price: offer.price, quantity: 1 }];
}

function searchItems(term: string, catalog: CompiledCatalog): readonly Item[] {
  const words = new Set(term.toLowerCase().split(/[^\p{L}\p{N}-]+/u));
  const prefixes = [...catalog.medianPrice.keys()].filter((prefix) =>
    words.has(prefix.slice(prefix.lastIndexOf('/') + 1).toLowerCase()),
  );
  const paths = prefixes.map((prefix) => categoryPrefixes(prefix.split('/')));
  return paths.map((path) => ({
    id: undefined,
    name: undefined,
    brand: undefined,
    prefixes: path,
    price: undefined,
    quantity: 1,
  }));
}

/** Tells of the events of one log what each is about: its items, the offer it names, or the categories a search names. */
export function itemReader(catalog: CompiledCatalog): (event: Event) => readonly Item[] {
  const context = { catalog, prefixesOf: prefixReader() };
  return ({ params: { items, offer_id: offerId, search_term: term } }) => {
    if (Array.isArray(items)) return (items as readonly JsonObject[]).map((item) => readItem(item, context));
    if (typeof offerId === 'string') return offerItem(offerId, catalog);
    return typeof term === 'string' ? searchItems(term, catalog) : [];
  };
}
