import { spentUntil } from './caps.js';
import { durationMs } from './clock.js';
import type { CompiledOffer } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { Counts, ExclusionContext } from './exclusion-context.js';
import type { Contact } from './fold-contacts.js';
import type { Said } from './fold-statements.js';
import { isReachable } from './is-reachable.js';
import { goesAgainst } from './life-event.js';
import {
  FITS_BY_NATURE,
  GROUP_RULES,
  LOT_ASKED_OF,
  LOT_RULES,
  never,
  NOT_RELEVANT,
  outboundSelling,
  permitted,
  policy,
  relevant,
  spentByLaw,
  spentOverall,
  tooEarly,
  type AskedOf,
  type Excluded,
  type Rule,
} from './lot-rules.js';
import { SHOW_ME } from './permission.js';
import { isExact, isLimited } from './offer-kind.js';
import type { OfferLot } from './offer-lots.js';
import { askable, type NotAskable } from './question.js';
import type { OfferVerdict } from './reason.js';
import type { Channel } from './statement.js';

export type { Excluded } from './lot-rules.js';

/** The placement of a question that is about no place on the page. */
const ANYWHERE = '*';

// Rules about the offer itself; those about a whole lot are in lot-rules.ts.

const purpose: Rule = ({ offer, sensitive }, { situation: { consent } }) => {
  const { needs } = offer;
  if (needs === undefined || needs.length === 0) return sensitive ? { verdict: 'NO_PURPOSE' } : undefined;
  return needs.every((id) => consent[id] === 'in') ? undefined : { verdict: 'NO_PURPOSE' };
};

const placement: Rule = ({ offer }, { situation }) =>
  offer.placements === undefined || situation.placement === ANYWHERE || offer.placements.includes(situation.placement)
    ? undefined
    : { verdict: 'WRONG_PLACEMENT' };

/** Where an offer speaks that does not say where. */
const USUAL_CHANNELS: readonly Channel[] = ['slot', 'screen'];

const channel: Rule = ({ offer }, { situation }) =>
  (offer.channels ?? USUAL_CHANNELS).includes(situation.channel) ? undefined : { verdict: 'WRONG_CHANNEL' };

/** People speak only while there is one to speak to. */
const nobodyThere: Rule = ({ offer }, { situation: { catalog, at, offset } }) =>
  offer.class === 'human' &&
  catalog.people.length > 0 &&
  !catalog.people.some((each) => isReachable(each, { at, offset }))
    ? { verdict: 'NOT_YET' }
    : undefined;

const dates: Rule = ({ from, through }, { situation: { at } }) => {
  if (at < from) return { verdict: 'NOT_YET', until: from };
  return at >= through ? { verdict: 'EXPIRED' } : undefined;
};

const condition: Rule = ({ test }, { situation: { attributes, history } }) =>
  test === undefined || test(attributes, history) ? undefined : { verdict: 'CONDITION' };

/** Whether it offers the thing itself: what goes with it, or tells of it, may follow a purchase. */
const sellsAgain = ({ class: offerClass }: CompiledOffer): boolean =>
  offerClass === 'suggest' || offerClass === 'coupon';

const owned: Rule = (compiled, { bought }) =>
  compiled.product !== undefined && sellsAgain(compiled) && bought.has(compiled.product)
    ? { verdict: 'OWNED' }
    : undefined;

const protectedBy = (cause: readonly string[]): Excluded => ({
  verdict: 'VULNERABLE',
  cause,
  endedBy: { do: 'forget', ids: cause },
});

/** What the shopper said of their life protects them: a rule, never a score (science appendix D). */
const guarded: Rule = (compiled, { situation: { protections, catalog, sector, folded } }) =>
  protections.length > 0 && goesAgainst(compiled.offer, protections, catalog.sector ?? sector)
    ? protectedBy([...folded.life.values()].map(({ id }) => id))
    : undefined;

/** A departure from somebody's own habit is no reason to sell, unless norm and site say so; help may always ask. */
const departure: Rule = ({ offer, readsRhythm }, { situation: { policy: rules, direction } }) => {
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

const neverThis: Rule = (compiled, context) => {
  const said = saidAgainst(compiled, context);
  if (said.length === 0) return undefined;
  const ids = said.filter(({ value }) => value === 'offer_id' || (typeof value === 'number' && value <= -2));
  const cause = ids.map(({ id }) => id);
  if (cause.length > 0) return { verdict: 'NEVER_LIST', cause, endedBy: { do: 'forget', ids: cause } };
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
  return at < until ? { verdict: 'COOLDOWN', until, cause: [own.id], endedBy: SHOW_ME } : undefined;
};

const NO_CONTACTS: readonly Contact[] = [];

const capped: Rule<Counts> = (compiled, { situation: { at, invited }, sameOffer, contactsByOffer, groupSpent }) => {
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
const askedBefore: Rule<Counts> = ({ offer }, { situation, questionUntil }) => {
  if (offer.class !== 'question') return undefined;
  const { folded, at, offset, policy: rules } = situation;
  const asked = askable(folded, { questionId: offer.id, at, offset, policy: rules });
  const until = 'until' in asked ? asked.until : questionUntil(offer.id);
  const verdict = 'reason' in asked ? NOT_NOW[asked.reason] : 'COOLDOWN';
  return 'reason' in asked || until !== undefined ? { verdict, ...(until === undefined ? {} : { until }) } : undefined;
};

const suppressed: Rule<Counts> = (compiled, { situation, suppressedUntil }) => {
  const until = situation.invited ? undefined : suppressedUntil(compiled);
  return until === undefined ? undefined : { verdict: 'COOLDOWN', until, endedBy: SHOW_ME };
};

const worn: Rule = (
  compiled,
  {
    situation: {
      policy: { wear },
    },
    wearOf,
  },
) => (wearOf(compiled) >= wear.gate ? { verdict: 'WORN_OUT' } : undefined);

const CATALOG_RULES: readonly Rule[] = [purpose, placement, channel, dates, nobodyThere, condition, owned];
const OFFER_RULES: readonly Rule[] = [guarded, departure, neverThis, askedBefore, cooldown, suppressed, capped, worn];
/** What was asked for ("tell me when") is told once, whatever the site would rather hold back; a wish lifts no law. */
const ASKED_RULES: readonly Rule[] = [
  permitted,
  policy,
  outboundSelling,
  never,
  ...CATALOG_RULES,
  guarded,
  departure,
  neverThis,
  spentByLaw,
];

/** What others that were shown may take from an offer: its room, and a rest. */
const COUNTING_RULES: readonly Rule<Counts>[] = [tooEarly, spentOverall, askedBefore, suppressed, capped];

/** How far along the rules each verdict stands: the furthest any offer got is what bound the silence. */
export const GATE_ORDER: readonly OfferVerdict[] = [
  'NO_PURPOSE',
  'WRONG_PLACEMENT',
  'WRONG_CHANNEL',
  'NOT_YET',
  'EXPIRED',
  'CONDITION',
  'OWNED',
  'LAW',
  'CONTRACT',
  'VULNERABLE',
  'NEVER_LIST',
  'NOT_RELEVANT',
  'COOLDOWN',
  'CAPPED',
  'SATIATED',
  'WORN_OUT',
  'NOT_WIN_WIN',
  'BETTER_SILENT',
];

function firstOf<Context>(
  rules: readonly Rule<Context>[],
  compiled: CompiledOffer,
  context: Context,
): Excluded | undefined {
  for (const rule of rules) {
    const excluded = rule(compiled, context);
    if (excluded) return excluded;
  }
  return undefined;
}

/**
 * What gives a reason to ask a rule, where that is not always so. Of the offer it may look at what its kind says alone
 * (offer-kind.ts): most rules cannot close most kinds, and many none at all here and now.
 */
const ASKED_OF: ReadonlyMap<Rule, AskedOf[1]> = new Map<Rule, AskedOf[1]>([
  ...LOT_ASKED_OF,
  [purpose, ({ offer, sensitive }) => sensitive || offer.needs !== undefined],
  [placement, ({ offer }, { situation }) => offer.placements !== undefined && situation.placement !== ANYWHERE],
  [channel, ({ offer }, { situation }) => offer.channels !== undefined || !USUAL_CHANNELS.includes(situation.channel)],
  [dates, ({ from, through }) => from !== -Infinity || through !== Infinity],
  [nobodyThere, ({ offer }) => offer.class === 'human'],
  [condition, ({ test }) => test !== undefined],
  [owned, (compiled, { bought }) => compiled.product !== undefined && sellsAgain(compiled) && bought.size > 0],
  [guarded, (_, { situation }) => situation.protections.length > 0],
  [departure, ({ readsRhythm }) => readsRhythm],
  [neverThis, (_, { closedAttributes, situation }) => closedAttributes.size > 0 || situation.folded.never.size > 0],
  [askedBefore, ({ offer }) => offer.class === 'question'],
  [cooldown, (_, { situation }) => !situation.invited && situation.folded.dismissed.size > 0],
  [
    capped,
    (compiled, { contactsByOffer, sameOffer }) =>
      contactsByOffer.size > 0 || isLimited(compiled) || sameOffer.some(({ cap }) => cap < 1),
  ],
  [suppressed, ({ suppress, bundle }, { situation }) => !situation.invited && !!(suppress ?? bundle?.suppress)],
]);

const isAsked = (rule: Rule, compiled: CompiledOffer, context: ExclusionContext): boolean =>
  ASKED_OF.get(rule)?.(compiled, context) ?? true;

/** Those that look at nothing but what {@link CompiledOffer.kind} says in words. */
const KIND_RULES: ReadonlySet<Rule> = new Set([purpose, placement, channel, nobodyThere, condition, departure]);

/** What is left to ask of each of a kind: rules, and then what closes those that none of the rules closes. */
interface Left {
  readonly rules: readonly Rule[];
  readonly closed: Excluded | undefined;
}

/** What is left to ask of a kind: what looks at the kind alone is asked once, and says so in its turn. */
function leftOf(
  rules: readonly Rule[],
  about: {
    readonly anyOfThem: CompiledOffer;
    readonly context: ExclusionContext;
    readonly looksAtKind: (rule: Rule) => boolean;
  },
): Left {
  const { anyOfThem, context, looksAtKind } = about;
  const left: Rule[] = [];
  for (const rule of rules) {
    if (looksAtKind(rule)) {
      const closed = rule(anyOfThem, context);
      if (closed) return { rules: left, closed };
    } else if (isAsked(rule, anyOfThem, context)) left.push(rule);
  }
  return { rules: left, closed: undefined };
}

/** Of a group that nobody spoke of they say what they say of every other such group of the kind. */
const HEARD_RULES: ReadonlySet<Rule> = new Set([never, relevant]);

function lotRules(anyOfThem: CompiledOffer, context: ExclusionContext): Left {
  const heard = context.isHeardOf(anyOfThem.group);
  const looksAtKind = (rule: Rule): boolean => !GROUP_RULES.has(rule) || (!heard && HEARD_RULES.has(rule));
  return leftOf(LOT_RULES, { anyOfThem, context, looksAtKind });
}

function offerRules(anyOfThem: CompiledOffer, context: ExclusionContext): Left {
  const exact = isExact(anyOfThem.kind);
  return leftOf([...CATALOG_RULES, ...OFFER_RULES], {
    anyOfThem,
    context,
    looksAtKind: (rule) => exact && KIND_RULES.has(rule),
  });
}

/** The rules as one decision asks them, worked out once for each kind of offer. */
export interface Gates {
  /** May any offer of this lot speak? */
  readonly lot: (lot: OfferLot) => Excluded | undefined;
  /** May this offer speak, where its lot may? */
  readonly offer: (compiled: CompiledOffer) => Excluded | undefined;
}

const firstLeft = ({ rules, closed }: Left, compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined =>
  firstOf(rules, compiled, context) ?? closed;

function lotGate(context: ExclusionContext): Gates['lot'] {
  const heard: (Left | undefined)[] = [];
  const unheard: (Left | undefined)[] = [];
  return ({ kind, group, offers }) => {
    const left = context.isHeardOf(group) ? heard : unheard;
    return firstLeft((left[kind] ??= lotRules(offers[0], context)), offers[0], context);
  };
}

/** {@link Gates} of a decision. */
export function gatesIn(context: ExclusionContext): Gates {
  const left: (Left | undefined)[] = [];
  return {
    lot: lotGate(context),
    offer: (compiled) => firstLeft((left[compiled.kind] ??= offerRules(compiled, context)), compiled, context),
  };
}

/** May any offer of this lot speak? Said of all offers about one category and brand, of one class, with or without a condition. */
export function excludeLot(anyOfThem: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(LOT_RULES, anyOfThem, context);
}

/** {@link Gates.offer} of one offer. */
export function excludeOffer(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return gatesIn(context).offer(compiled);
}

/** Whether the catalogue itself lets the offer speak here and now, whoever it is spoken to. */
export function excludeByCatalog(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(CATALOG_RULES, compiled, context);
}

/** May this offer, which the shopper asked to be told of, speak? */
export function excludeAsked(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(ASKED_RULES, compiled, context);
}

/** May an offer still speak that could, when more was shown than when it was judged? Caps and rests alone are asked again. */
export function excludeByCount(
  compiled: CompiledOffer,
  { asked, ...counts }: Counts & { readonly asked: boolean },
): Excluded | undefined {
  return firstOf(asked ? [spentByLaw] : COUNTING_RULES, compiled, counts);
}

/** May this offer speak? The first rule that says no, or `undefined`. */
export function exclude(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  if (context.wishesOf(compiled).length > 0) return excludeAsked(compiled, context);
  return excludeLot(compiled, context) ?? excludeOffer(compiled, context);
}
