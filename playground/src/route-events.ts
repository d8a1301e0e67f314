import type { Cart } from './cart.js';
import type { Product } from './data/product.js';
import { productById } from './data/products.js';
import { ga4Items } from './ga4.js';
import type { Lang } from './language.js';
import { pageTitle, productsOn } from './places.js';
import { isWorkshop, routeHash, type Route } from './route.js';
import { seasonalPicks, seasonOf } from './season.js';

/** An event as the shop tells it: a GA4 name with GA4's parameters. */
export interface ShopEvent {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What an event needs to know beside the route. */
export interface Telling {
  readonly lang: Lang;
  /** The local date, which decides the prices of today. */
  readonly date: string;
  readonly cart: Cart;
}

/** Which list a product was seen in. */
export interface ListName {
  readonly id: string;
  readonly name: string;
}

const single = (products: readonly Product[]) => products.map((product) => ({ product, quantity: 1 }));

/** The products of a cart with their numbers; what is not sold any more is left out. */
export function cartLines(cart: Cart): readonly { readonly product: Product; readonly quantity: number }[] {
  return cart.flatMap(({ id, quantity }) => {
    const product = productById.get(id);
    return product ? [{ product, quantity }] : [];
  });
}

/** The products that a page shows as its list, by route. */
export function listOn(route: Route, date: string): readonly Product[] {
  if (route.page !== 'home') return productsOn(route);
  return seasonalPicks(seasonOf(date)).flatMap((id) => productById.get(id) ?? []);
}

/** The name of the list on a page. The words of a search are in its own event only. */
export function listName(route: Route, lang: Lang): ListName {
  if (route.page === 'home') return { id: 'season', name: 'season' };
  if (route.page === 'search') return { id: 'search', name: 'search' };
  const id = route.page === 'department' ? [route.department, route.shelf].filter(Boolean).join('_') : route.page;
  return { id, name: pageTitle(route, lang) };
}

/** A product was chosen from a list. */
export function selectEvent(product: Product, list: ListName, telling: Telling): ShopEvent {
  const { currency, items } = ga4Items(single([product]), telling);
  return { name: 'select_item', params: { item_list_id: list.id, item_list_name: list.name, currency, items } };
}

function listEvent(route: Route, telling: Telling): readonly ShopEvent[] {
  const shown = listOn(route, telling.date);
  if (shown.length === 0) return [];
  const { id, name } = listName(route, telling.lang);
  const { currency, items } = ga4Items(single(shown), telling);
  return [{ name: 'view_item_list', params: { item_list_id: id, item_list_name: name, currency, items } }];
}

function pageEvents(route: Route, telling: Telling): readonly ShopEvent[] {
  switch (route.page) {
    case 'home':
    case 'department':
      return listEvent(route, telling);
    case 'search':
      return route.query === ''
        ? []
        : [{ name: 'search', params: { search_term: route.query } }, ...listEvent(route, telling)];
    case 'product': {
      const product = productById.get(route.id);
      return product ? [{ name: 'view_item', params: { ...ga4Items(single([product]), telling) } }] : [];
    }
    case 'cart':
      return [{ name: 'view_cart', params: { ...ga4Items(cartLines(telling.cart), telling) } }];
    case 'checkout':
      return telling.cart.length === 0
        ? []
        : [{ name: 'begin_checkout', params: { ...ga4Items(cartLines(telling.cart), telling) } }];
    default:
      return [];
  }
}

/** What the shop tells when a page opens: the view of the page first, then what is on it; of the pages that are no part of the shop nothing. */
export function routeEvents(route: Route, telling: Telling): readonly ShopEvent[] {
  if (isWorkshop(route)) return [];
  const [address = ''] = routeHash(route).split('?', 1);
  // the words of a search belong to its own event, which can be forgotten alone
  const title = pageTitle(route.page === 'search' ? { ...route, query: '' } : route, telling.lang);
  const view = { name: 'page_view', params: { page_location: address, page_title: title } };
  return [view, ...pageEvents(route, telling)];
}
