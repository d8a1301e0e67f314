import type { CompiledOffer } from './compile-catalog.js';
import { firstOf, OFFER_RULES } from './exclusion.js';
import type { ExclusionContext } from './exclusion-context.js';
import {
  GROUP_RULES,
  LOT_ASKED_OF,
  LOT_RULES,
  never,
  relevant,
  type AskedOf,
  type Excluded,
  type Rule,
} from './lot-rules.js';
import { metReader } from './met-offers.js';
import { isBarred, isExact, isLimited } from './offer-kind.js';
import { offerAt } from './offer-lots.js';
import {
  ANYWHERE,
  askedBefore,
  capped,
  channel,
  condition,
  cooldown,
  dates,
  departure,
  guarded,
  neverThis,
  nobodyThere,
  owned,
  placement,
  purpose,
  sellsAgain,
  suppressed,
  USUAL_CHANNELS,
  worn,
} from './offer-rules.js';

type IsAsked = AskedOf[1];

/**
 * What gives a reason to ask a rule, where that is not always so. Of the offer it may look at what its kind says alone
 * (offer-kind.ts): most rules cannot close most kinds, and many none at all here and now.
 */
const ASKED_OF: ReadonlyMap<Rule, IsAsked> = new Map<Rule, IsAsked>([
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
  [worn, (_, { isAnyWorn }) => isAnyWorn],
]);

/**
 * Rules that close none but offers the shopper met (met-offers.ts), and when an offer that nobody met is asked as well: most
 * were met by nobody, and need not be asked one by one.
 */
const ASKED_UNMET: ReadonlyMap<Rule, IsAsked> = new Map<Rule, IsAsked>([
  [owned, () => false],
  [neverThis, (_, { closedAttributes }) => closedAttributes.size > 0],
  [cooldown, () => false],
  [suppressed, () => false],
  [capped, (compiled, { sameOffer }) => isBarred(compiled) || sameOffer.some(({ cap }) => cap < 1)],
]);

/** Those that look at nothing but what {@link CompiledOffer.kind} says in words. */
const KIND_RULES: ReadonlySet<Rule> = new Set([purpose, placement, channel, nobodyThere, condition, departure]);
/** Of a group that nobody spoke of they say what they say of every other such group of the kind. */
const HEARD_RULES: ReadonlySet<Rule> = new Set([never, relevant]);

/** A rule, of whom it says the same, and what gives a reason to ask it. */
interface Gate {
  readonly rule: Rule;
  readonly says: 'kind' | 'unheard' | 'each';
  readonly isAsked: IsAsked;
  readonly isAskedUnmet: IsAsked;
}

const ALWAYS: IsAsked = () => true;
const gatesOf = (rules: readonly Rule[], says: (rule: Rule) => Gate['says']): readonly Gate[] =>
  rules.map((rule) => ({
    rule,
    says: says(rule),
    isAsked: ASKED_OF.get(rule) ?? ALWAYS,
    isAskedUnmet: ASKED_UNMET.get(rule) ?? ALWAYS,
  }));
const LOT_GATES = gatesOf(LOT_RULES, (rule) =>
  HEARD_RULES.has(rule) ? 'unheard' : GROUP_RULES.has(rule) ? 'each' : 'kind',
);
const OFFER_GATES = gatesOf(OFFER_RULES, (rule) => (KIND_RULES.has(rule) ? 'kind' : 'each'));

/** What is left to ask of each of a kind: rules, and then what closes those that none of the rules closes. */
interface Left {
  readonly rules: readonly Rule[];
  readonly closed: Excluded | undefined;
}

/** What is left to ask of a kind, and of those of it that the shopper never met. */
interface KindLeft {
  readonly met: Left;
  readonly unmet: Left;
}

/** One of a kind, and what the rules share. */
interface Asked {
  readonly anyOfThem: CompiledOffer;
  readonly context: ExclusionContext;
}

/** What is left to ask of a kind: what says the same of all of them is asked once, and says so in its turn. */
function leftOf(gates: readonly Gate[], { anyOfThem, context }: Asked, isSame: (gate: Gate) => boolean): KindLeft {
  const [met, unmet]: [Rule[], Rule[]] = [[], []];
  for (const gate of gates) {
    if (isSame(gate)) {
      const closed = gate.rule(anyOfThem, context);
      if (closed) return { met: { rules: met, closed }, unmet: { rules: unmet, closed } };
    } else if (gate.isAsked(anyOfThem, context)) {
      met.push(gate.rule);
      if (gate.isAskedUnmet(anyOfThem, context)) unmet.push(gate.rule);
    }
  }
  return { met: { rules: met, closed: undefined }, unmet: { rules: unmet, closed: undefined } };
}

function lotRules(asked: Asked): Left {
  const heard = asked.context.isHeardOf(asked.anyOfThem.group);
  return leftOf(LOT_GATES, asked, ({ says }) => says === 'kind' || (says === 'unheard' && !heard)).met;
}

function offerRules(asked: Asked): KindLeft {
  const exact = isExact(asked.anyOfThem.kind);
  return leftOf(OFFER_GATES, asked, ({ says }) => exact && says === 'kind');
}

/** The rules as one decision asks them, worked out once for each kind of offer. */
export interface Gates {
  /** May any offer of this lot speak? By its number. */
  readonly lot: (lot: number) => Excluded | undefined;
  /** May this offer speak, where its lot may? By its place. */
  readonly offer: (place: number) => Excluded | undefined;
}

const firstLeft = ({ rules, closed }: Left, compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined =>
  firstOf(rules, compiled, context) ?? closed;

function lotGate(context: ExclusionContext): Gates['lot'] {
  const { lots } = context.situation.catalog;
  const { first, group, kind } = lots;
  const [heard, unheard]: [(Left | undefined)[], (Left | undefined)[]] = [[], []];
  const ask = (lot: number, known: (Left | undefined)[]): Excluded | undefined => {
    const anyOfThem = offerAt(lots, first[lot] ?? 0);
    return firstLeft((known[kind[lot] ?? 0] ??= lotRules({ anyOfThem, context })), anyOfThem, context);
  };
  return (lot) => {
    const known = context.isHeardOf(group[lot] ?? 0) ? heard : unheard;
    const left = known.at(kind[lot] ?? 0);
    return left?.rules.length === 0 ? left.closed : ask(lot, known);
  };
}

function offerGate(context: ExclusionContext): Gates['offer'] {
  const { lots } = context.situation.catalog;
  const { kind } = lots.columns;
  const isMet = metReader(context);
  const known: (KindLeft | undefined)[] = [];
  return (place) => {
    const ofKind = (known[kind[place] ?? 0] ??= offerRules({ anyOfThem: offerAt(lots, place), context }));
    const left = isMet(place) ? ofKind.met : ofKind.unmet;
    return left.rules.length === 0 ? left.closed : firstLeft(left, offerAt(lots, place), context);
  };
}

/** {@link Gates} of a decision. */
export const gatesIn = (context: ExclusionContext): Gates => ({ lot: lotGate(context), offer: offerGate(context) });
