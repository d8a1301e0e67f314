import { isPromotional, OFFER_CLASSES, type OfferClass } from './catalog.js';
import { addAnchored, NOTHING, type Anchored } from './decay.js';
import type { Direction } from './decision.js';
import type { Event } from './event.js';
import { directionOf, isChannel, type Channel } from './channels.js';
import type { FoldPart, FoldRow, Mutable } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { textOf } from './item.js';
import { idParts } from './order.js';

/** An offer that was put before the shopper. */
export interface Contact {
  readonly decisionId: string;
  readonly offerId: string;
  /** Epoch milliseconds: the latest moment that its tab had seen, so that a clock moved back frees no budget. */
  readonly at: number;
  readonly promotional: boolean;
  /** The row that says so; none yet where it is only reserved. */
  readonly id?: string;
  /** A slot where it is missing. */
  readonly channel?: Channel;
  /** What goes with the channel where it is missing, see {@link directionOf}. */
  readonly direction?: Direction;
  readonly group?: string;
  /** Unknown where the offer has left the catalog, and its row does not say. */
  readonly class?: OfferClass;
}

/** What became of an offer that was put before the shopper. */
export const OUTCOMES = ['seen', 'opened', 'accepted', 'dismissed', 'not_for_me', 'complained'] as const;

/** One of {@link OUTCOMES}. */
export type OutcomeName = (typeof OUTCOMES)[number];

const OUTCOME_OF: ReadonlyMap<string, OutcomeName> = new Map(OUTCOMES.map((each) => [`offer_${each}`, each]));

/** What became of an offer, and when. */
export interface Outcome {
  readonly outcome: OutcomeName;
  readonly offerId: string;
  readonly at: number;
}

/** What was put before the shopper and what became of it. */
export interface ContactState {
  readonly contacts: readonly Contact[];
  /** By replica, the counter of its newest contact: only what its tab wrote before can have seen a later moment. */
  readonly newestContact: ReadonlyMap<string, number>;
  readonly seen: ReadonlyMap<string, Anchored>;
  readonly dismissed: ReadonlyMap<string, Said<string>>;
  readonly outcomes: readonly Outcome[];
}

const isDirection = (word: string | undefined): word is Direction =>
  word === 'requested' || word === 'inbound' || word === 'interrupt' || word === 'outbound';

/** The contact that a row of an offer tells of. */
export function contactOf({ event, config }: Pick<FoldRow, 'event' | 'config'>, offerId: string): Contact {
  const { at, id, params } = event;
  const compiled = config.catalog.byId.get(offerId);
  const channel = isChannel(params['channel']) ? params['channel'] : 'slot';
  const said = textOf(params['direction']);
  const group = compiled?.offer.group;
  const offerClass = compiled?.offer.class ?? OFFER_CLASSES.find((each) => each === params['class']);
  return {
    decisionId: textOf(params['decision_id']) ?? id,
    offerId,
    at,
    promotional: offerClass === undefined || isPromotional(offerClass),
    id,
    channel,
    direction: isDirection(said) ? said : directionOf(channel),
    ...(group === undefined ? {} : { group }),
    ...(offerClass ? { class: offerClass } : {}),
  };
}

/** A row with a later time that its tab wrote before some of its contacts: its clock had been moved back since. */
function raise(state: Mutable<ContactState>, { at, id }: Event): void {
  const own = idParts(id);
  if (!own || own.counter >= (state.newestContact.get(own.replica) ?? 0)) return;
  state.contacts = state.contacts.map((contact) => {
    const shown = contact.at < at ? idParts(contact.id ?? '') : undefined;
    return shown?.replica === own.replica && shown.counter > own.counter ? { ...contact, at } : contact;
  });
}

function show(state: Mutable<ContactState>, contact: Contact): void {
  state.contacts.push(contact);
  const shown = idParts(contact.id ?? '');
  if (!shown) return;
  const { replica, counter } = shown;
  state.newestContact.set(replica, Math.max(counter, state.newestContact.get(replica) ?? 0));
}

function become(state: Mutable<ContactState>, row: FoldRow, about: Pick<Outcome, 'offerId' | 'outcome'>): void {
  const { event, config } = row;
  const { at, id } = event;
  const { offerId, outcome } = about;
  state.outcomes.push({ offerId, outcome, at });
  if (outcome === 'seen') {
    const known = state.seen.get(offerId) ?? NOTHING;
    state.seen.set(offerId, addAnchored([known, { value: 1, at }], config.wearHalfLifeDays));
  } else if (outcome === 'dismissed') state.dismissed.set(offerId, { value: offerId, at, id });
}

/** Shown counts for caps, seen for wear, dismissed for cool-downs, and what became of each for what suppresses. */
export const CONTACTS: FoldPart<ContactState> = {
  empty: () => ({ contacts: [], newestContact: new Map(), seen: new Map(), dismissed: new Map(), outcomes: [] }),
  add: (state, row) => {
    const { event } = row;
    raise(state, event);
    const offerId = textOf(event.params['offer_id']);
    if (offerId === undefined) return;
    if (event.name === 'offer_shown') show(state, contactOf(row, offerId));
    const outcome = OUTCOME_OF.get(event.name);
    if (outcome) become(state, row, { offerId, outcome });
  },
};
