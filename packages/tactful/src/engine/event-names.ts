/** The groups that a purpose may name in `signals` instead of single events. */
export const SIGNAL_GROUPS = [
  'views',
  'purchases',
  'searches',
  'statements',
  'answers',
  'place',
  'moment',
  'relation',
] as const;

/** One of {@link SIGNAL_GROUPS}. */
export type SignalGroup = (typeof SIGNAL_GROUPS)[number];

// One table, because every page downloads it: group by group, names in one string. Nothing is worked out at import, so
// that a bundle carries only what it uses.

const GA4 = {
  views:
    'page_view view_item_list select_item view_item add_to_wishlist view_promotion select_promotion login share generate_lead',
  purchases: 'add_to_cart view_cart remove_from_cart begin_checkout add_shipping_info add_payment_info purchase refund',
  searches: 'search view_search_results',
} as const;
const RELATION =
  'complaint_opened complaint_resolved service_failure apology_made promise_made promise_kept suggestion_made suggestion_followed feedback_given' as const;
const STATED =
  'preference_stated preference_withdrawn never_stated visit_marked relationship_stated goal_stated mode_set intent_stated life_event_stated question_put question_answered question_declined purpose_set permission_set channel_muted opted_out tell_me_set quiet_set quiet_ended task_started task_ended' as const;
const CONTACT =
  'offer_decided offer_shown offer_seen offer_opened offer_accepted offer_dismissed offer_not_for_me offer_complained' as const;
const CONTEXT = 'place_entered place_left visit signal_imported log_imported' as const;

type Words<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Words<Rest> : Text;

/** The GA4 names among {@link EventName}. */
export type Ga4Name = Words<(typeof GA4)[keyof typeof GA4]>;
/** The relation names among {@link EventName}. */
export type RelationName = Words<typeof RELATION>;
/** The statements among {@link EventName}. */
export type StatedName = Words<typeof STATED>;
/** What became of offers, among {@link EventName}. */
export type ContactName = Words<typeof CONTACT>;
/** The names that say where or whence, among {@link EventName}. */
export type ContextName = Words<typeof CONTEXT>;

/** Every event name of the log: a closed list. */
export type EventName = Ga4Name | RelationName | StatedName | ContactName | ContextName;

/** The names that `track()` takes. */
export type TrackedEventName = Ga4Name | RelationName;

/** GA4's recommended ecommerce and engagement events, by their own names. */
export const GA4_EVENT_NAMES: readonly Ga4Name[] = `${GA4.views} ${GA4.purchases} ${GA4.searches}`.split(
  ' ',
) as Ga4Name[];
/** What a shop may report about its relation with the shopper; GA4 has no names for these. */
export const RELATION_EVENT_NAMES: readonly RelationName[] = RELATION.split(' ') as RelationName[];
/** What the shopper says: written by `declare()`, `answer()` and consent, never by `track()`. */
export const STATED_EVENT_NAMES: readonly StatedName[] = STATED.split(' ') as StatedName[];
/** What became of an offer: written by `decide()` and `respond()`. */
export const CONTACT_EVENT_NAMES: readonly ContactName[] = CONTACT.split(' ') as ContactName[];
/** Written by `sense()`, by a visit and by imports. */
export const CONTEXT_EVENT_NAMES: readonly ContextName[] = CONTEXT.split(' ') as ContextName[];

// Searched as text: a set made here would be carried by every bundle, used or not.
const isIn = (list: string, name: string): boolean => /^\w+$/.test(name) && ` ${list} `.includes(` ${name} `);
const isView = (name: string): boolean => isIn(GA4.views, name);
const isPurchase = (name: string): boolean => isIn(GA4.purchases, name);
const isSearch = (name: string): boolean => isIn(GA4.searches, name);
const isRelation = (name: string): boolean => isIn(RELATION, name);
const isStated = (name: string): boolean => isIn(STATED, name);
const isContext = (name: string): boolean => isIn(CONTEXT, name);

/** Whether `track()` takes this name. */
export function isTracked(name: string): name is TrackedEventName {
  return isView(name) || isPurchase(name) || isSearch(name) || isRelation(name);
}

/** Whether the name belongs to the log at all. */
export function isEventName(name: string): name is EventName {
  return isTracked(name) || isStated(name) || isContact(name) || isContext(name);
}

/** Whether the event records what became of an offer: kept with any purpose, because caps need it. */
export function isContact(name: string): boolean {
  return isIn(CONTACT, name);
}

/** The group of {@link SIGNAL_GROUPS} an event belongs to; contacts count as statements. */
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
  if (isStated(name)) return 'declared';
  if (isRelation(name)) return 'relation';
  return isContext(name) ? 'context' : 'observed';
}
