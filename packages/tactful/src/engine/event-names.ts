/** GA4's recommended ecommerce and engagement events, by their own names. */
export const GA4_EVENT_NAMES = [
  'page_view',
  'view_item_list',
  'select_item',
  'view_item',
  'add_to_wishlist',
  'add_to_cart',
  'view_cart',
  'remove_from_cart',
  'begin_checkout',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
  'refund',
  'view_promotion',
  'select_promotion',
  'search',
  'view_search_results',
  'login',
  'share',
  'generate_lead',
] as const;

/** What a shop may report about its relation with the shopper; GA4 has no names for these. */
export const RELATION_EVENT_NAMES = [
  'complaint_opened',
  'complaint_resolved',
  'service_failure',
  'apology_made',
  'promise_made',
  'promise_kept',
  'suggestion_made',
  'suggestion_followed',
  'feedback_given',
] as const;

/** What the shopper says: written by `declare()`, `answer()` and consent, never by `track()`. */
export const STATED_EVENT_NAMES = [
  'preference_stated',
  'preference_withdrawn',
  'never_stated',
  'visit_marked',
  'relationship_stated',
  'goal_stated',
  'mode_set',
  'intent_stated',
  'life_event_stated',
  'question_put',
  'question_answered',
  'question_declined',
  'purpose_set',
  'permission_set',
  'channel_muted',
  'opted_out',
  'tell_me_set',
  'quiet_set',
  'quiet_ended',
  'task_started',
  'task_ended',
] as const;

/** What became of an offer: written by `decide()` and `respond()`. */
export const CONTACT_EVENT_NAMES = [
  'offer_decided',
  'offer_shown',
  'offer_seen',
  'offer_opened',
  'offer_accepted',
  'offer_dismissed',
  'offer_not_for_me',
  'offer_complained',
] as const;

/** Written by `sense()`, by a visit and by imports. */
export const CONTEXT_EVENT_NAMES = ['place_entered', 'place_left', 'visit', 'signal_imported', 'log_imported'] as const;

/** Every event name of the log: a closed list. */
export type EventName =
  | (typeof GA4_EVENT_NAMES)[number]
  | (typeof RELATION_EVENT_NAMES)[number]
  | (typeof STATED_EVENT_NAMES)[number]
  | (typeof CONTACT_EVENT_NAMES)[number]
  | (typeof CONTEXT_EVENT_NAMES)[number];

/** The names that `track()` takes. */
export type TrackedEventName = (typeof GA4_EVENT_NAMES)[number] | (typeof RELATION_EVENT_NAMES)[number];

/** The groups that a purpose may name in `signals` instead of single events. */
export const SIGNAL_GROUPS = ['views', 'purchases', 'searches', 'statements', 'answers', 'place', 'moment', 'relation'] as const;

/** One of {@link SIGNAL_GROUPS}. */
export type SignalGroup = (typeof SIGNAL_GROUPS)[number];

const PURCHASES: ReadonlySet<string> = new Set([
  'add_to_cart',
  'view_cart',
  'remove_from_cart',
  'begin_checkout',
  'add_shipping_info',
  'add_payment_info',
  'purchase',
  'refund',
]);
const SEARCHES: ReadonlySet<string> = new Set(['search', 'view_search_results']);
const RELATION: ReadonlySet<string> = new Set(RELATION_EVENT_NAMES);
const STATED: ReadonlySet<string> = new Set(STATED_EVENT_NAMES);
const CONTACT: ReadonlySet<string> = new Set(CONTACT_EVENT_NAMES);
const CONTEXT: ReadonlySet<string> = new Set(CONTEXT_EVENT_NAMES);
const TRACKED: ReadonlySet<string> = new Set([...GA4_EVENT_NAMES, ...RELATION_EVENT_NAMES]);

/** Whether `track()` takes this name. */
export function isTracked(name: string): name is TrackedEventName {
  return TRACKED.has(name);
}

/** Whether the name belongs to the log at all. */
export function isEventName(name: string): name is EventName {
  return TRACKED.has(name) || STATED.has(name) || CONTACT.has(name) || CONTEXT.has(name);
}

/** Whether the event records what became of an offer: kept with any purpose, because caps need it. */
export function isContact(name: string): boolean {
  return CONTACT.has(name);
}

/** The group of {@link SIGNAL_GROUPS} an event belongs to; contacts count as statements. */
export function signalGroup(name: EventName): SignalGroup {
  if (PURCHASES.has(name)) return 'purchases';
  if (SEARCHES.has(name)) return 'searches';
  if (RELATION.has(name)) return 'relation';
  if (name.startsWith('question_')) return 'answers';
  if (name.startsWith('place_') || name === 'visit') return 'place';
  return STATED.has(name) || CONTACT.has(name) ? 'statements' : 'views';
}

/** Where a row of this name comes from when tactful itself sees it happen. */
export function originOf(name: EventName): 'observed' | 'declared' | 'relation' | 'context' {
  if (STATED.has(name)) return 'declared';
  if (RELATION.has(name)) return 'relation';
  return CONTEXT.has(name) ? 'context' : 'observed';
}
