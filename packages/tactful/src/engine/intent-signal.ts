import type { Event } from './event.js';
import type { Intents } from './intent.js';
import { textOf } from './item.js';

/** What a row can tell of the intent of a visit. A closed list, the rows of science 6.2. */
export type IntentSignal =
  | 'search'
  | 'list'
  | 'item'
  | 'item_again'
  | 'compare'
  | 'guide'
  | 'lookbook'
  | 'wishlist'
  | 'cart'
  | 'checkout'
  | 'payment'
  | 'service'
  | 'store';

type InOrder = readonly [info: number, buy: number, fun: number, support: number];
const likely = (...[info, buy, fun, support]: InOrder): Intents => ({ info, buy, fun, support });

/** How likely each row is under each intent, relative to the others. Elicited, science 6.2. */
export const INTENT_LIKELIHOOD: Readonly<Record<IntentSignal, Intents>> = {
  search: likely(1.5, 2, 0.5, 0.7),
  list: likely(1, 0.7, 2, 0.3),
  item: likely(1.2, 1.2, 1.2, 0.3),
  item_again: likely(1.2, 2.5, 0.4, 0.3),
  compare: likely(2.5, 1.5, 0.5, 0.5),
  guide: likely(2, 0.4, 2, 0.4),
  lookbook: likely(0.6, 0.4, 4, 0.2),
  wishlist: likely(0.8, 1.2, 2, 0.1),
  cart: likely(0.5, 4, 0.8, 0.1),
  checkout: likely(0.1, 12, 0.1, 0.1),
  payment: likely(0.05, 20, 0.05, 0.1),
  service: likely(0.1, 0.1, 0.1, 8),
  store: likely(2, 1.5, 0.3, 1),
};

const BY_NAME: Readonly<Partial<Record<Event['name'], IntentSignal>>> = {
  search: 'search',
  view_search_results: 'search',
  view_item_list: 'list',
  add_to_wishlist: 'wishlist',
  add_to_cart: 'cart',
  view_cart: 'cart',
  begin_checkout: 'checkout',
  add_payment_info: 'payment',
};

// What a page_view says in page_type, or in GA4's content_group, English and Dutch. Searched as text, with spaces and
// dashes as underscores.
const PAGE_TYPES: Readonly<Partial<Record<IntentSignal, string>>> = {
  compare: 'compare comparison review reviews spec specs specifications vergelijken specificaties',
  guide: 'guide guides blog article advice how_to gids artikel advies',
  lookbook: 'lookbook media inspiration video gallery inspiratie',
  service: 'order_status order_tracking return returns faq contact support help bestelstatus retour retourneren hulp',
  store: 'store_hours route store_locator stores openingstijden winkels',
};

function pageSignal({ params }: Event): IntentSignal | undefined {
  const type = textOf(params['page_type']) ?? textOf(params['content_group']) ?? '';
  const word = type
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const found =
    /^\w+$/.test(word) && Object.entries(PAGE_TYPES).find(([, words]) => ` ${words} `.includes(` ${word} `));
  return found ? (found[0] as IntentSignal) : undefined;
}

/**
 * What a row tells of the intent of its visit; `undefined` for a row that tells nothing.
 *
 * A page tells its kind in `page_type` or `content_group`: one of compare, reviews, specs; guide, blog; lookbook, media;
 * order_status, return, faq, contact; store_hours, route, and their like. `again` says whether the item of a `view_item`
 * was looked at before in the same visit.
 */
export function intentSignalOf(event: Event, again: boolean): IntentSignal | undefined {
  if (event.name === 'view_item') return again ? 'item_again' : 'item';
  return event.name === 'page_view' ? pageSignal(event) : BY_NAME[event.name];
}
