import { GA4, isIn, isTracked, RELATION } from './event-group.js';

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

/** Whether the name belongs to the log at all. */
export function isEventName(name: string): name is EventName {
  return isTracked(name) || isIn(STATED, name) || isContact(name) || isIn(CONTEXT, name);
}

/** Whether the event records what became of an offer: kept with any purpose, because caps need it. */
export function isContact(name: string): boolean {
  return isIn(CONTACT, name);
}

export { isTracked, originOf, servesEveryPurpose, signalGroup } from './event-group.js';
