import { spentUntil } from './caps.js';
import { durationMs } from './clock.js';
import type { CompiledOffer } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { Counts, ExclusionContext } from './exclusion-context.js';
import type { Contact } from './fold-contacts.js';
import type { Said } from './fold-statements.js';
import { isReachable } from './is-reachable.js';
import { goesAgainst } from './life-event.js';
import { FITS_BY_NATURE, NOT_RELEVANT, type Excluded, type Rule } from './lot-rules.js';
import { SHOW_ME } from './permission.js';
import { askable, type NotAskable } from './question.js';
import type { OfferVerdict } from './reason.js';
import type { Channel } from './statement.js';

// Rules about the offer itself; those about a whole lot are in lot-rules.ts.

/** The placement of a question that is about no place on the page. */
export const ANYWHERE = '*';

export const purpose: Rule = ({ offer, sensitive }, { situation: { consent } }) => {
  const { needs } = offer;
  if (needs === undefined || needs.length === 0) return sensitive ? { verdict: 'NO_PURPOSE' } : undefined;
  return needs.every((id) => consent[id] === 'in') ? undefined : { verdict: 'NO_PURPOSE' };
};

export const placement: Rule = ({ offer }, { situation }) =>
  offer.placements === undefined || situation.placement === ANYWHERE || offer.placements.includes(situation.placement)
    ? undefined
    : { verdict: 'WRONG_PLACEMENT' };

/** Where an offer speaks that does not say where. */
export const USUAL_CHANNELS: readonly Channel[] = ['slot', 'screen'];

export const channel: Rule = ({ offer }, { situation }) =>
  (offer.channels ?? USUAL_CHANNELS).includes(situation.channel) ? undefined : { verdict: 'WRONG_CHANNEL' };

/** People speak only while there is one to speak to. */
export const nobodyThere: Rule = ({ offer }, { situation: { catalog, at, offset } }) =>
  offer.class === 'human' &&
  catalog.people.length > 0 &&
  !catalog.people.some((each) => isReachable(each, { at, offset }))
    ? { verdict: 'NOT_YET' }
    : undefined;

export const dates: Rule = ({ from, through }, { situation: { at } }) => {
  if (at < from) return { verdict: 'NOT_YET', until: from };
  return at >= through ? { verdict: 'EXPIRED' } : undefined;
};

export const condition: Rule = ({ test }, { situation: { attributes, history } }) =>
  test === undefined || test(attributes, history) ? undefined : { verdict: 'CONDITION' };

/** Whether it offers the thing itself: what goes with it, or tells of it, may follow a purchase. */
export const sellsAgain = ({ class: offerClass }: CompiledOffer): boolean =>
  offerClass === 'suggest' || offerClass === 'coupon';

export const owned: Rule = (compiled, { bought }) =>
  compiled.product !== undefined && sellsAgain(compiled) && bought.has(compiled.product)
    ? { verdict: 'OWNED' }
    : undefined;

const protectedBy = (cause: readonly string[]): Excluded => ({
  verdict: 'VULNERABLE',
  cause,
  endedBy: { do: 'forget', ids: cause },
});

/** What the shopper said of their life protects them: a rule, never a score (science appendix D). */
export const guarded: Rule = (compiled, { situation: { protections, catalog, sector, folded } }) =>
  protections.length > 0 && goesAgainst(compiled.offer, protections, catalog.sector ?? sector)
    ? protectedBy([...folded.life.values()].map(({ id }) => id))
    : undefined;

/** A departure from somebody's own habit is no reason to sell, unless norm and site say so; help may always ask. */
export const departure: Rule = ({ offer, readsRhythm }, { situation: { policy: rules, direction } }) => {
  if (!readsRhythm) return undefined;
  const onTheirPage = direction === 'inbound' || direction === 'requested';
  const served = rules.deviation === 'service' && FITS_BY_NATURE.has(offer.class);
  return onTheirPage && (rules.deviation === 'inbound' || served) ? undefined : { verdict: 'LAW' };
};

const NOTHING_SAID: readonly Said<unknown>[] = [];

function saidAgainst(
  { offer, attributeKeys }: CompiledOffer,
  { closedAttributes, situation: { folded } }: ExclusionContext,
): readonly Said<unknown>[] {
  if (folded.never.size === 0 && closedAttributes.size === 0) return NOTHING_SAID;
  const itself = folded.never.get(evidenceKey('offer_id', offer.id));
  const attributes = closedAttributes.size === 0 ? [] : attributeKeys.flatMap((key) => closedAttributes.get(key) ?? []);
  return itself ? [itself, ...attributes] : attributes;
}

export const neverThis: Rule = (compiled, context) => {
  const said = saidAgainst(compiled, context);
  if (said.length === 0) return undefined;
  const ids = said.filter(({ value }) => value === 'offer_id' || (typeof value === 'number' && value <= -2));
  const cause = ids.map(({ id }) => id);
  if (cause.length > 0) return { verdict: 'NEVER_LIST', cause, endedBy: { do: 'forget', ids: cause } };
  return FITS_BY_NATURE.has(compiled.offer.class) ? undefined : NOT_RELEVANT;
};

export const cooldown: Rule = ({ id }, { situation }) => {
  const {
    folded,
    policy: { cooldown: rests },
    at,
    invited,
  } = situation;
  const own = folded.dismissed.get(id);
  if (!own || invited) return undefined;
  const until = own.at + (durationMs(rests.sameOffer) ?? 0);
  return at < until ? { verdict: 'COOLDOWN', until, cause: [own.id], endedBy: SHOW_ME } : undefined;
};

const NO_CONTACTS: readonly Contact[] = [];

export const capped: Rule<Counts> = (
  compiled,
  { situation: { at, invited }, sameOffer, contactsByOffer, groupSpent },
) => {
  const contacts = contactsByOffer.get(compiled.id) ?? NO_CONTACTS;
  // An invitation lifts the site's caps, never the offer's own and its group's.
  const own = spentUntil(contacts, { windows: compiled.caps, at }) ?? groupSpent(compiled);
  if (own !== undefined) return { verdict: 'CAPPED', until: own };
  const until = invited ? undefined : spentUntil(contacts, { windows: sameOffer, at });
  return until === undefined ? undefined : { verdict: 'CAPPED', until, endedBy: SHOW_ME };
};

const NOT_NOW: Readonly<Record<NotAskable, OfferVerdict>> = {
  declined: 'COOLDOWN',
  one_in_14_days: 'COOLDOWN',
  support: 'SUPPORT_FIRST',
  task: 'TASK_FOCUS',
  quiet: 'QUIET_TIME',
};

/** A question is put once and seldom, whichever way it is put (science 8.5); its id is that of its offer. */
export const askedBefore: Rule<Counts> = ({ offer }, { situation, questionUntil }) => {
  if (offer.class !== 'question') return undefined;
  const { folded, at, offset, policy: rules } = situation;
  const asked = askable(folded, { questionId: offer.id, at, offset, policy: rules });
  const until = 'until' in asked ? asked.until : questionUntil(offer.id);
  const verdict = 'reason' in asked ? NOT_NOW[asked.reason] : 'COOLDOWN';
  return 'reason' in asked || until !== undefined ? { verdict, ...(until === undefined ? {} : { until }) } : undefined;
};

export const suppressed: Rule<Counts> = (compiled, { situation, suppressedUntil }) => {
  const until = situation.invited ? undefined : suppressedUntil(compiled);
  return until === undefined ? undefined : { verdict: 'COOLDOWN', until, endedBy: SHOW_ME };
};

export const worn: Rule = (
  compiled,
  {
    situation: {
      policy: { wear },
    },
    wearOf,
  },
) => (wearOf(compiled) >= wear.gate ? { verdict: 'WORN_OUT' } : undefined);
