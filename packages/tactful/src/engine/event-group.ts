import type { EventName, SignalGroup, TrackedEventName } from './event-names.js';

// Apart from the lists of all names, because every page downloads it: the names that a page can send, group by group, in
// one string each, searched as text. Nothing is worked out at import.

/** GA4's names by the group that they belong to, with single spaces between. */
export const GA4 = {
  views:
    'page_view view_item_list select_item view_item add_to_wishlist view_promotion select_promotion login share generate_lead',
  purchases: 'add_to_cart view_cart remove_from_cart begin_checkout add_shipping_info add_payment_info purchase refund',
  searches: 'search view_search_results',
} as const;
/** The names for the relation between shop and shopper. */
export const RELATION =
  'complaint_opened complaint_resolved service_failure apology_made promise_made promise_kept suggestion_made suggestion_followed feedback_given' as const;

/** Whether a name is one of a list in one string. */
export const isIn = (list: string, name: string): boolean => list.split(' ').includes(name);
const isView = (name: string): boolean => isIn(GA4.views, name);
const isPurchase = (name: string): boolean => isIn(GA4.purchases, name);
const isSearch = (name: string): boolean => isIn(GA4.searches, name);
const isRelation = (name: string): boolean => isIn(RELATION, name);

/** Whether `track()` takes this name. */
export function isTracked(name: string): name is TrackedEventName {
  return isView(name) || isPurchase(name) || isSearch(name) || isRelation(name);
}

// From here on a name is one of ours, and a pattern that tells them apart weighs less than the list.

/**
 * Whether the event serves every purpose: what became of an offer, because caps need it, and the
 * limits that the shopper sets. A "no" is kept even where no purpose lists it.
 */
export function servesEveryPurpose(name: EventName): boolean {
  return /^(?:offer|never|mode|life|quiet|visit_|purpose|permission|channel|opted)|withdrawn|declined/.test(name);
}

/** The group of `SIGNAL_GROUPS` an event belongs to; contacts count as statements. */
export function signalGroup(name: EventName): SignalGroup {
  if (isPurchase(name)) return 'purchases';
  if (isSearch(name)) return 'searches';
  if (isRelation(name)) return 'relation';
  if (name.startsWith('question_')) return 'answers';
  if (name.startsWith('place_') || name === 'visit') return 'place';
  return isView(name) ? 'views' : 'statements';
}

/** Where a row of this name comes from when tactful itself sees it happen. */
export function originOf(name: EventName): 'observed' | 'declared' | 'relation' | 'context' {
  if (isRelation(name)) return 'relation';
  if (/^place_|^visit$|_imported$/.test(name)) return 'context';
  return isTracked(name) || name.startsWith('offer_') ? 'observed' : 'declared';
}
