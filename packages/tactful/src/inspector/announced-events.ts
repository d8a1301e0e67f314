import type { PageProduct } from '../client/read-page.js';
import { cleanText } from './clean-text.js';
import { dataLayerEvents, type PushedEvent } from './data-layer-events.js';
import type { Amount, AnnouncedRow } from './lens-source.js';
import type { PageMaterial } from './page-material.js';

/** A row of what a page announces, with the event it amounts to where it amounts to one. */
export interface Announcement {
  readonly row: AnnouncedRow;
  readonly event?: PushedEvent;
}

type Fields = Readonly<Record<string, unknown>>;

const MOST_ROWS = 500;
const CATEGORY_KEYS = ['item_category', 'item_category2', 'item_category3', 'item_category4', 'item_category5'];

function text(value: unknown): string | undefined {
  const clean = typeof value === 'string' ? cleanText(value) : '';
  return clean === '' ? undefined : clean;
}

function amount(value: unknown, currency: unknown): Amount | undefined {
  if (
    typeof value !== 'number' ||
    !Number.isFinite(value) ||
    typeof currency !== 'string' ||
    !/^[A-Za-z]{3}$/.test(currency)
  )
    return undefined;
  return { value, currency: currency.toUpperCase() };
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in Key]: Value });
}

function firstItem(params: Fields): Fields {
  const items = params['items'];
  const first: unknown = Array.isArray(items) ? items[0] : undefined;
  return typeof first === 'object' && first !== null ? (first as Fields) : {};
}

function pushedRow({ name, params }: PushedEvent, index: number): AnnouncedRow {
  const item = firstItem(params);
  const category = CATEGORY_KEYS.flatMap((key) => text(item[key]) ?? []);
  return {
    id: `announced:event:${String(index)}`,
    provenance: 'announced',
    by: 'data-layer',
    event: cleanText(name),
    ...given('name', text(item['item_name']) ?? text(item['item_id']) ?? text(params['search_term'])),
    ...given('price', amount(item['price'], params['currency'] ?? item['currency'])),
    ...given('brand', text(item['item_brand'])),
    ...given('category', category.length > 0 ? category : undefined),
  };
}

function productRow(product: PageProduct, index: number): AnnouncedRow {
  const { by, name, price, brand, category } = product;
  return {
    id: `announced:product:${String(index)}`,
    provenance: 'announced',
    by,
    name: cleanText(name),
    ...given('price', amount(price?.value, price?.currency)),
    ...given('brand', text(brand)),
    ...given('category', category.length > 0 ? category.map(cleanText) : undefined),
  };
}

function viewOf({ id, name, brand, category, price }: PageProduct): PushedEvent {
  const path = Object.fromEntries(
    CATEGORY_KEYS.flatMap((key, depth) => (category[depth] === undefined ? [] : [[key, category[depth]]])),
  );
  const item = {
    item_id: id ?? name,
    item_name: name,
    ...given('item_brand', brand),
    ...given('price', price?.value),
    ...path,
  };
  return { name: 'view_item', params: { ...given('currency', price?.currency), items: [item] } };
}

/** The one product a page is about, if there is one: the same one announced twice is still one. */
function mainProduct(products: readonly PageProduct[]): number {
  const mains = products.filter(({ main }) => main);
  const same =
    new Set(mains.map(({ id, name }) => id ?? name)).size === 1 || new Set(mains.map(({ name }) => name)).size === 1;
  if (!same) return -1;
  // Of several announcements the one that says most about what kind of thing it is.
  const best = mains.reduce((known, product) => (product.category.length > known.category.length ? product : known));
  return products.indexOf(best);
}

/**
 * Everything that a page announces, one row each, with the event it amounts to.
 *
 * A page about one product announces that it is being looked at, unless its own `view_item` already says so: one look is
 * never counted twice.
 */
export function announcedEvents({
  products,
  dataLayer,
}: Pick<PageMaterial, 'products' | 'dataLayer'>): readonly Announcement[] {
  const pushed = dataLayerEvents(dataLayer).slice(-MOST_ROWS);
  const saysView = pushed.some(({ name }) => name === 'view_item');
  const main = saysView ? -1 : mainProduct(products);
  const described = products.slice(0, MOST_ROWS);
  return [
    ...pushed.map((event, index) => ({ row: pushedRow(event, index), event })),
    ...described.map((product, index) => ({
      row: productRow(product, index),
      ...(index === main ? { event: viewOf(product) } : {}),
    })),
  ];
}
