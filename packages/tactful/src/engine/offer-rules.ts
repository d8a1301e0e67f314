import { spentUntil } from './caps.js';
import { durationMs } from './clock.js';
import type { CompiledOffer } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { Counts, ExclusionContext } from './exclusion-context.js';
import type { Contact } from './fold-contacts.js';
import type { Said } from './fold-statements.js';
import { isReachable } from './is-reachable.js';
import { goesAgainst } from './life-event.js';
import { excluded, type Excluded } from './excluded.js';
import { FITS_BY_NATURE, NOT_RELEVANT, type Gate, type Rule } from './lot-rules.js';
import { isBarred, isDated, restsWithGroup } from './offer-kind.js';
import { SHOW_ME } from './permission.js';
import { askable, type NotAskable } from './question.js';
import type { OfferVerdict } from './reason.js';
import type { Channel } from './statement.js';

// Rules about the offer itself; those about a whole lot are in lot-rules.ts.

/** The placement of a question that is about no place on the page. */
const ANYWHERE = '*';

const purpose: Rule = ({ offer, sensitive }, { situation: { consent } }) => {
  const { needs } = offer;
  if (needs === undefined || needs.length === 0) return sensitive ? excluded('NO_PURPOSE') : undefined;
  return needs.every((id) => consent[id] === 'in') ? undefined : excluded('NO_PURPOSE');
};

const placement: Rule = ({ offer }, { situation }) =>
  offer.placements === undefined || situation.placement === ANYWHERE || offer.placements.includes(situation.placement)
    ? undefined
    : excluded('WRONG_PLACEMENT');

/** Where an offer speaks that does not say where. */
const USUAL_CHANNELS: readonly Channel[] = ['slot', 'screen'];

const channel: Rule = ({ offer }, { situation }) =>
  (offer.channels ?? USUAL_CHANNELS).includes(situation.channel) ? undefined : excluded('WRONG_CHANNEL');

/** People speak only while there is one to speak to. */
const nobodyThere: Rule = ({ offer }, { situation: { catalog, at, offset } }) =>
  offer.class === 'human' &&
  catalog.people.length > 0 &&
  !catalog.people.some((each) => isReachable(each, { at, offset }))
    ? excluded('NOT_YET')
    : undefined;

const dates: Rule = ({ from, through }, { situation: { at } }) => {
  if (at < from) return excluded('NOT_YET', { until: from });
  return at >= through ? excluded('EXPIRED') : undefined;
};

const condition: Rule = ({ test }, { situation: { attributes, history } }) =>
  test === undefined || test(attributes, history) ? undefined : excluded('CONDITION');

/** Whether it offers the thing itself: what goes with it, or tells of it, may follow a purchase. */
const sellsAgain = ({ class: offerClass }: CompiledOffer): boolean =>
  offerClass === 'suggest' || offerClass === 'coupon';

const owned: Rule = (compiled, { bought }) =>
  compiled.product !== undefined && sellsAgain(compiled) && bought.has(compiled.product)
    ? excluded('OWNED')
    : undefined;

const protectedBy = (cause: readonly string[]): Excluded =>
  excluded('VULNERABLE', { cause, endedBy: { do: 'forget', ids: cause } });

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
  return onTheirPage && (rules.deviation === 'inbound' || served) ? undefined : excluded('LAW');
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
  if (cause.length > 0) return excluded('NEVER_LIST', { cause, endedBy: { do: 'forget', ids: cause } });
  return FITS_BY_NATURE.has(compiled.offer.class) ? undefined : NOT_RELEVANT;
};

const cooldown: Rule = ({ id }, { situation }) => {
  const {
    folded,
    policy: { cooldown: rests },
    at,
    invited,
  } = situation;
  const own = folded.dismissed.get(id);
  if (!own || invited) return undefined;
  const until = own.at + (durationMs(rests.sameOffer) ?? 0);
  return at < until ? excluded('COOLDOWN', { until, cause: [own.id], endedBy: SHOW_ME }) : undefined;
};

const NO_CONTACTS: readonly Contact[] = [];

export const capped: Rule<Counts> = (
  compiled,
  { situation: { at, invited }, sameOffer, contactsByOffer, groupSpent },
) => {
  const contacts = contactsByOffer.get(compiled.id) ?? NO_CONTACTS;
  // An invitation lifts the site's caps, never the offer's own and its group's.
  const own = spentUntil(contacts, { windows: compiled.caps, at }) ?? groupSpent(compiled);
  if (own !== undefined) return excluded('CAPPED', { until: own });
  const until = invited ? undefined : spentUntil(contacts, { windows: sameOffer, at });
  return until === undefined ? undefined : excluded('CAPPED', { until, endedBy: SHOW_ME });
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
  return 'reason' in asked || until !== undefined ? excluded(verdict, { until }) : undefined;
};

export const suppressed: Rule<Counts> = (compiled, { situation, suppressedUntil }) => {
  const until = situation.invited ? undefined : suppressedUntil(compiled);
  return until === undefined ? undefined : excluded('COOLDOWN', { until, endedBy: SHOW_ME });
};

const worn: Rule = (
  compiled,
  {
    situation: {
      policy: { wear },
    },
    wearOf,
  },
) => (wearOf(compiled) >= wear.gate ? excluded('WORN_OUT') : undefined);

const onlyMet = (): boolean => false;

/** What the catalogue itself says of an offer. */
export const CATALOG_GATES: readonly Gate[] = [
  { rule: purpose, same: 'kind' },
  { rule: placement, same: 'kind' },
  { rule: channel, same: 'kind' },
  { rule: dates, isAsked: isDated },
  { rule: nobodyThere, same: 'kind' },
  { rule: condition, same: 'kind' },
  { rule: owned, isAsked: onlyMet },
];
/** What is asked of an offer of a lot that may speak, in this order. */
export const OFFER_GATES: readonly Gate[] = [
  ...CATALOG_GATES,
  { rule: guarded, isAsked: (_, { situation }) => situation.protections.length > 0 },
  { rule: departure, same: 'kind' },
  { rule: neverThis, isAsked: (_, { closedAttributes }) => closedAttributes.size > 0 },
  { rule: askedBefore, isAsked: ({ offer }) => offer.class === 'question' },
  { rule: cooldown, isAsked: onlyMet },
  { rule: suppressed, isAsked: restsWithGroup },
  { rule: capped, isAsked: (compiled, { sameOffer }) => isBarred(compiled) || sameOffer.some(({ cap }) => cap < 1) },
  { rule: worn, isAsked: (_, { situation: { policy }, mostWorn }) => mostWorn >= policy.wear.gate },
];
