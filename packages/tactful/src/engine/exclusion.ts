import type { CompiledOffer } from './compile-catalog.js';
import type { Excluded } from './excluded.js';
import type { Counts, ExclusionContext } from './exclusion-context.js';
import {
  LOT_GATES,
  never,
  outboundSelling,
  permitted,
  policy,
  spentByLaw,
  spentOverall,
  tooEarly,
  type Gate,
  type Rule,
} from './lot-rules.js';
import {
  askedBefore,
  capped,
  CATALOG_GATES,
  departure,
  guarded,
  neverThis,
  OFFER_GATES,
  suppressed,
} from './offer-rules.js';
import type { OfferVerdict } from './reason.js';

const rulesOf = (gates: readonly Gate[]): readonly Rule[] => gates.map(({ rule }) => rule);

const LOT_RULES = rulesOf(LOT_GATES);
const OFFER_RULES = rulesOf(OFFER_GATES);
const CATALOG_RULES = rulesOf(CATALOG_GATES);
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

/** What the first rule that says no says. */
export function firstOf<Context>(
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

/** May any offer of this lot speak? Said of all offers about one category and brand, of one class, with or without a condition. */
export function excludeLot(anyOfThem: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(LOT_RULES, anyOfThem, context);
}

/** May this offer speak, where its lot may? */
export function excludeOffer(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  return firstOf(OFFER_RULES, compiled, context);
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
