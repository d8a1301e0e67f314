import type { CompiledOffer } from './compile-catalog.js';
import type { Excluded } from './excluded.js';
import { firstOf } from './exclusion.js';
import type { ExclusionContext } from './exclusion-context.js';
import { LOT_GATES, type Gate, type Rule } from './lot-rules.js';
import { metReader } from './met-offers.js';
import { isExact } from './offer-kind.js';
import { offerAt } from './offer-lots.js';
import { OFFER_GATES } from './offer-rules.js';

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
  let closed: Excluded | undefined;
  for (const gate of gates) {
    const { rule, isAsked } = gate;
    if (isSame(gate)) closed = rule(anyOfThem, context);
    else {
      met.push(rule);
      if (!isAsked || isAsked(anyOfThem, context)) unmet.push(rule);
    }
    if (closed) break;
  }
  return { met: { rules: met, closed }, unmet: { rules: unmet, closed } };
}

function lotRules(asked: Asked): Left {
  const heard = asked.context.isHeardOf(asked.anyOfThem.group);
  return leftOf(LOT_GATES, asked, ({ same }) => same === 'kind' || (same === 'unheard' && !heard)).unmet;
}

function offerRules(asked: Asked): KindLeft {
  const exact = isExact(asked.anyOfThem.kind);
  return leftOf(OFFER_GATES, asked, ({ same }) => exact && same === 'kind');
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
  const { offers, first, group, kind } = context.situation.catalog.lots;
  const [heard, unheard]: [(Left | undefined)[], (Left | undefined)[]] = [[], []];
  const anyOf = (lot: number): CompiledOffer => offerAt(offers, first[lot] ?? 0);
  return (lot) => {
    const known = context.isHeardOf(group[lot] ?? 0) ? heard : unheard;
    const left = (known[kind[lot] ?? 0] ??= lotRules({ anyOfThem: anyOf(lot), context }));
    return left.rules.length === 0 ? left.closed : firstLeft(left, anyOf(lot), context);
  };
}

function offerGate(context: ExclusionContext): Gates['offer'] {
  const { offers, columns } = context.situation.catalog.lots;
  const { kind } = columns;
  const isMet = metReader(context);
  const known: (KindLeft | undefined)[] = [];
  return (place) => {
    const ofKind = (known[kind[place] ?? 0] ??= offerRules({ anyOfThem: offerAt(offers, place), context }));
    const left = isMet(place) ? ofKind.met : ofKind.unmet;
    return left.rules.length === 0 ? left.closed : firstLeft(left, offerAt(offers, place), context);
  };
}

/** {@link Gates} of a decision. */
export const gatesIn = (context: ExclusionContext): Gates => ({ lot: lotGate(context), offer: offerGate(context) });
