import { spentUntil } from './caps.js';
import { durationMs } from './clock.js';
import type { CompiledOffer } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { ExclusionContext } from './exclusion-context.js';
import { isTooEarly } from './cold-start.js';
import { isReachable } from './is-reachable.js';
import { goesAgainst } from './life-event.js';
import type { Said } from './fold-statements.js';
import { SHOW_ME } from './permission.js';
import type { OfferVerdict } from './reason.js';
import type { ShopperAction } from './statement.js';
import type { GroupTaste } from './taste.js';

/** Why this offer may not speak; `until`, `cause` and what the shopper could do, where the rule knows them. */
export interface Excluded {
  readonly verdict: OfferVerdict;
  readonly until?: number;
  readonly cause?: readonly string[];
  readonly endedBy?: ShopperAction;
}

type Rule = (compiled: CompiledOffer, context: ExclusionContext) => Excluded | undefined;

/** Classes whose condition or nature says why they fit: no affinity is asked of them. */
const FITS_BY_NATURE: ReadonlySet<string> = new Set(['help', 'human', 'thank', 'apology', 'remedy', 'question']);
const FITS_BY_CONDITION: ReadonlySet<string> = new Set([
  'complement',
  'replenish',
  'inform',
  'inspire',
  'gift',
  'together',
]);

/** The placement of a question that is about no place on the page. */
const ANYWHERE = '*';

const narrowest = ({ prefixes }: CompiledOffer): string => prefixes[prefixes.length - 1] ?? '';

// --- Rules that only look at what an offer is about and of which class it is: a lot of offers at a time ---------------

const permitted: Rule = ({ offer }, { permission }) => {
  if (permission.classes.has(offer.class)) return undefined;
  const by = permission.refused.find(({ allows }) => !allows.includes(offer.class));
  return by && { verdict: by.silence.reason, cause: by.cause, ...by.silence };
};

/** Where reminders are a nuisance, what comes again waits on the shopper's own page. */
function nagging(
  offerClass: string,
  { policy: { bans }, direction }: ExclusionContext['situation'],
): Excluded | undefined {
  const nags = direction === 'outbound' || direction === 'interrupt';
  return offerClass === 'replenish' && nags && bans.includes('replenishment_nag') ? { verdict: 'CONTRACT' } : undefined;
}

/** Where law or sector lets nothing be sold outside the site. */
const outboundSelling: Rule = (
  { promotional },
  {
    situation: {
      direction,
      policy: { bans },
    },
  },
) => (promotional && direction === 'outbound' && bans.includes('outbound_promotion') ? { verdict: 'LAW' } : undefined);

const policy: Rule = ({ offer }, { situation }) =>
  situation.policy.classes.includes(offer.class)
    ? nagging(offer.class, situation)
    : { verdict: situation.lawful.classes.includes(offer.class) ? 'CONTRACT' : 'LAW' };

const never: Rule = ({ offer, group }, { situation: { folded }, neverOf }) => {
  const ofClass = folded.never.get(evidenceKey('class', offer.class));
  const said = [...(ofClass ? [ofClass.id] : []), ...neverOf(group)];
  return said.length === 0 ? undefined : { verdict: 'NEVER_LIST', cause: said, endedBy: { do: 'forget', ids: said } };
};

function isRelevant({ offer, test }: CompiledOffer, taste: GroupTaste, context: ExclusionContext): boolean {
  if (FITS_BY_NATURE.has(offer.class)) return true;
  // What the shopper closed, nothing that was seen opens again, not even by way of a condition.
  if (taste.stated < 0) return false;
  if (taste.stated > 0 || (FITS_BY_CONDITION.has(offer.class) && test !== undefined)) return true;
  const {
    invited,
    policy: { relevance },
    folded,
  } = context.situation;
  if (folded.mode?.value === 'quiet') return false;
  if (invited) return taste.fit >= relevance.minFit;
  return taste.evidence >= relevance.minEvidence && taste.fit > 0;
}

const relevant: Rule = (compiled, context) =>
  isRelevant(compiled, context.tasteOf(compiled.group), context) ? undefined : { verdict: 'NOT_RELEVANT' };

/** Who said what they came for is not talked past: information gets help, entertainment gets inspiration. */
const fitsIntent: Rule = ({ promotional }, { saidIntent }) =>
  promotional && (saidIntent === 'info' || saidIntent === 'fun') ? { verdict: 'NOT_RELEVANT' } : undefined;

const cooldownNear: Rule = (compiled, { situation, dismissedCategories }) => {
  const near = compiled.promotional ? dismissedCategories.get(narrowest(compiled)) : undefined;
  if (!near || situation.invited) return undefined;
  const until = near.at + (durationMs(situation.policy.cooldown.sameCategory) ?? 0);
  return situation.at < until ? { verdict: 'COOLDOWN', until, cause: [near.id], endedBy: SHOW_ME } : undefined;
};

const spentOverall: Rule = ({ promotional }, { situation, spent }) => {
  const { until } = (promotional ? spent.promotional : spent.other) ?? {};
  if (until === undefined) return undefined;
  // What an invitation has not lifted is the law's, or outside the page.
  return situation.invited ? { verdict: 'LAW', until } : { verdict: 'CAPPED', until, endedBy: SHOW_ME };
};

/** Nobody is called upon to buy who has hardly been here (science 7.9), nor given a second gift so soon. */
const tooEarly: Rule = ({ offer, promotional }, { situation, giftUntil }) => {
  if (offer.class === 'gift' && giftUntil !== undefined) return { verdict: 'COOLDOWN', until: giftUntil };
  const { direction, folded } = situation;
  return isTooEarly(folded, { direction, promotional }) ? { verdict: 'NOT_RELEVANT' } : undefined;
};

/** What comes again is offered when it is due by their own rhythm, and not before (mission R11). */
const notDue: Rule = (compiled, { situation, dueOf, tasteOf }) => {
  if (compiled.offer.class !== 'replenish' || compiled.test || tasteOf(compiled.group).stated > 0) return undefined;
  const [from, to] = situation.policy.rhythm.due;
  const due = dueOf(narrowest(compiled));
  return due >= from && due <= to ? undefined : { verdict: 'NOT_RELEVANT' };
};

const satiated: Rule = (compiled, { situation, satiationOf }) => {
  if (!compiled.promotional || compiled.offer.class === 'complement') return undefined;
  return satiationOf(narrowest(compiled)) > situation.policy.satiation.gate ? { verdict: 'SATIATED' } : undefined;
};

// --- Rules about the offer itself -------------------------------------------------------------------------------------

const purpose: Rule = ({ offer, sensitive }, { situation: { consent } }) => {
  const { needs } = offer;
  if (needs === undefined || needs.length === 0) return sensitive ? { verdict: 'NO_PURPOSE' } : undefined;
  return needs.every((id) => consent[id] === 'in') ? undefined : { verdict: 'NO_PURPOSE' };
};

const placement: Rule = ({ offer }, { situation }) =>
  offer.placements === undefined || situation.placement === ANYWHERE || offer.placements.includes(situation.placement)
    ? undefined
    : { verdict: 'WRONG_PLACEMENT' };

const channel: Rule = ({ offer }, { situation }) =>
  (offer.channels ?? ['slot', 'screen']).includes(situation.channel) ? undefined : { verdict: 'WRONG_CHANNEL' };

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

const owned: Rule = ({ offer, product }, { bought }) =>
  product !== undefined && (offer.class === 'suggest' || offer.class === 'coupon') && bought.has(product)
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

function saidAgainst(
  { offer, attributeKeys }: CompiledOffer,
  { closedAttributes, situation: { folded } }: ExclusionContext,
): readonly Said<unknown>[] {
  const itself = folded.never.get(evidenceKey('offer_id', offer.id));
  const attributes = closedAttributes.size === 0 ? [] : attributeKeys.flatMap((key) => closedAttributes.get(key) ?? []);
  return itself ? [itself, ...attributes] : attributes;
}

const neverThis: Rule = (compiled, context) => {
  const said = saidAgainst(compiled, context);
  const ids = said.filter(({ value }) => value === 'offer_id' || (typeof value === 'number' && value <= -2));
  const cause = ids.map(({ id }) => id);
  if (cause.length > 0) return { verdict: 'NEVER_LIST', cause, endedBy: { do: 'forget', ids: cause } };
  return said.length === 0 || FITS_BY_NATURE.has(compiled.offer.class) ? undefined : { verdict: 'NOT_RELEVANT' };
};

const cooldown: Rule = ({ offer }, { situation }) => {
  const {
    folded,
    policy: { cooldown: rests },
    at,
    invited,
  } = situation;
  const own = folded.dismissed.get(offer.id);
  if (!own || invited) return undefined;
  const until = own.at + (durationMs(rests.sameOffer) ?? 0);
  return at < until ? { verdict: 'COOLDOWN', until, cause: [own.id], endedBy: SHOW_ME } : undefined;
};

const capped: Rule = (compiled, { situation: { at, invited }, sameOffer, contactsByOffer, groupSpent }) => {
  const contacts = contactsByOffer.get(compiled.offer.id) ?? [];
  // An invitation lifts the site's caps, never the offer's own and its group's.
  const own = spentUntil(contacts, { windows: compiled.caps, at }) ?? groupSpent(compiled);
  if (own !== undefined) return { verdict: 'CAPPED', until: own };
  const until = invited ? undefined : spentUntil(contacts, { windows: sameOffer, at });
  return until === undefined ? undefined : { verdict: 'CAPPED', until, endedBy: SHOW_ME };
};

const suppressed: Rule = (compiled, { situation, suppressedUntil }) => {
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

/** In the order in which they are asked: cheap before dear, and for all offers of a lot at once. */
const LOT_RULES: readonly Rule[] = [
  permitted,
  policy,
  outboundSelling,
  never,
  relevant,
  fitsIntent,
  cooldownNear,
  tooEarly,
  spentOverall,
  notDue,
  satiated,
];
const CATALOG_RULES: readonly Rule[] = [purpose, placement, channel, dates, nobodyThere, condition, owned];
const OFFER_RULES: readonly Rule[] = [guarded, departure, neverThis, cooldown, suppressed, capped, worn];
/** What was asked for ("tell me when") is told once, whatever the site would rather hold back. */
const ASKED_RULES: readonly Rule[] = [permitted, policy, never, ...CATALOG_RULES, guarded, neverThis];

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

function firstOf(rules: readonly Rule[], compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  for (const rule of rules) {
    const excluded = rule(compiled, context);
    if (excluded) return excluded;
  }
  return undefined;
}

/** May any offer of this lot speak? Said of all offers about one category and brand, of one class, with or without a condition. */
export function excludeLot(anyOfThem: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(LOT_RULES, anyOfThem, context);
}

/** Whether the catalogue itself lets the offer speak here and now, whoever it is spoken to. */
export function excludeByCatalog(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(CATALOG_RULES, compiled, context);
}

/** May this offer speak, where its lot may? */
export function excludeOffer(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(CATALOG_RULES, compiled, context) ?? firstOf(OFFER_RULES, compiled, context);
}

/** May this offer, which the shopper asked to be told of, speak? */
export function excludeAsked(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(ASKED_RULES, compiled, context);
}

/** May this offer speak? The first rule that says no, or `undefined`. */
export function exclude(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  if (context.wishesOf(compiled).length > 0) return excludeAsked(compiled, context);
  return excludeLot(compiled, context) ?? excludeOffer(compiled, context);
}
