import { overallSpent, spentUntil, windowsOf, type Spent } from './caps.js';
import { durationMs } from './clock.js';
import type { CapWindow, CompiledOffer, TasteGroup } from './compile-catalog.js';
import type { DecideInput } from './decide.js';
import { decayFactor, readAnchored } from './decay.js';
import { evidenceKey } from './evidence.js';
import type { Contact } from './fold-contacts.js';
import type { Said } from './fold-statements.js';
import type { JsonObject } from './json.js';
import type { OfferVerdict } from './reason.js';
import type { ShopperAction } from './statement.js';
import type { GroupTaste } from './taste.js';
import { visitAt } from './visit.js';

/** Why this offer may not speak; `until`, `cause` and what the shopper could do, where the rule knows them. */
export interface Excluded {
  readonly verdict: OfferVerdict;
  readonly until?: number;
  readonly cause?: readonly string[];
  readonly endedBy?: ShopperAction;
}

/** The invitation that lifts what the site holds back: its own caps and cool-downs. */
export const SHOW_ME: ShopperAction = { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } };

/** What the rules share within one decision, worked out once. */
export interface ExclusionContext {
  readonly input: DecideInput;
  readonly attributes: JsonObject;
  readonly tasteOf: (group: number) => GroupTaste;
  /** Id of the row that forbids a category or brand, by group. */
  readonly neverOf: (group: number) => string | undefined;
  /** What the shopper wants less of, or never, by the key of an attribute. Mostly nothing. */
  readonly closedAttributes: ReadonlyMap<string, Said<number>>;
  readonly spent: Spent | undefined;
  readonly sameOffer: readonly CapWindow[];
  readonly contactsByOffer: ReadonlyMap<string, readonly Contact[]>;
  readonly bought: ReadonlySet<string>;
  readonly satiation: ReadonlyMap<string, number>;
  readonly dismissedCategories: ReadonlyMap<string, Said<string>>;
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

const purpose: Rule = ({ offer, sensitive }, { input }) => {
  const { needs } = offer;
  if (needs === undefined || needs.length === 0) return sensitive ? { verdict: 'NO_PURPOSE' } : undefined;
  return needs.every((id) => input.consent[id] === 'in') ? undefined : { verdict: 'NO_PURPOSE' };
};

const placement: Rule = ({ offer }, { input }) =>
  offer.placements === undefined || offer.placements.includes(input.placement)
    ? undefined
    : { verdict: 'WRONG_PLACEMENT' };

const channel: Rule = ({ offer }) =>
  offer.channels === undefined || offer.channels.includes('slot') ? undefined : { verdict: 'WRONG_CHANNEL' };

const dates: Rule = ({ from, through }, { input }) => {
  if (input.at < from) return { verdict: 'NOT_YET', until: from };
  return input.at >= through ? { verdict: 'EXPIRED' } : undefined;
};

const condition: Rule = ({ test }, { attributes }) =>
  test === undefined || test(attributes) ? undefined : { verdict: 'CONDITION' };

/** What was said against an attribute of the offer, strongest first. */
function saidAgainst(
  { attributeKeys }: CompiledOffer,
  { closedAttributes }: Pick<ExclusionContext, 'closedAttributes'>,
): Said<number> | undefined {
  if (closedAttributes.size === 0) return undefined;
  const said = attributeKeys.flatMap((key) => closedAttributes.get(key) ?? []);
  return said.find(({ value }) => value <= -2) ?? said[0];
}

const never: Rule = (compiled, context) => {
  const { offer, group } = compiled;
  const { folded } = context.input;
  if (folded.never.size === 0 && folded.stated.size === 0) return undefined;
  const own =
    folded.never.get(evidenceKey('offer_id', offer.id)) ?? folded.never.get(evidenceKey('class', offer.class));
  const attribute = saidAgainst(compiled, context);
  const said = own?.id ?? context.neverOf(group) ?? (attribute && attribute.value <= -2 ? attribute.id : undefined);
  return said === undefined
    ? undefined
    : { verdict: 'NEVER_LIST', cause: [said], endedBy: { do: 'forget', ids: [said] } };
};

const owned: Rule = ({ offer, product }, { bought }) =>
  product !== undefined && (offer.class === 'suggest' || offer.class === 'coupon') && bought.has(product)
    ? { verdict: 'OWNED' }
    : undefined;

const invited = ({ folded }: DecideInput): boolean => folded.mode?.value === 'show_me';

const cooldown: Rule = ({ offer, prefixes, promotional }, { input, dismissedCategories }) => {
  if (invited(input)) return undefined;
  const { folded, policy, at } = input;
  const own = folded.dismissed.get(offer.id);
  const ownUntil = own ? own.at + (durationMs(policy.cooldown.sameOffer) ?? 0) : -Infinity;
  if (own && at < ownUntil) return { verdict: 'COOLDOWN', until: ownUntil, cause: [own.id], endedBy: SHOW_ME };
  const near = promotional ? dismissedCategories.get(prefixes[prefixes.length - 1] ?? '') : undefined;
  const nearUntil = near ? near.at + (durationMs(policy.cooldown.sameCategory) ?? 0) : -Infinity;
  return near && at < nearUntil
    ? { verdict: 'COOLDOWN', until: nearUntil, cause: [near.id], endedBy: SHOW_ME }
    : undefined;
};

const capped: Rule = ({ offer, caps, promotional }, { input, spent, sameOffer, contactsByOffer }) => {
  const { at } = input;
  const contacts = contactsByOffer.get(offer.id) ?? [];
  // An invitation lifts the site's caps, never the offer's own.
  const own = spentUntil(contacts, { windows: caps, at });
  if (own !== undefined) return { verdict: 'CAPPED', until: own };
  if (invited(input)) return undefined;
  const until = spent && promotional ? spent.until : spentUntil(contacts, { windows: sameOffer, at });
  return until === undefined ? undefined : { verdict: 'CAPPED', until, endedBy: SHOW_ME };
};

const satiated: Rule = ({ prefixes, promotional, offer }, { input, satiation }) => {
  if (!promotional || offer.class === 'complement') return undefined;
  const level = satiation.get(prefixes[prefixes.length - 1] ?? '') ?? 0;
  return level > input.policy.satiation.gate ? { verdict: 'SATIATED' } : undefined;
};

const worn: Rule = ({ offer }, { input: { folded, policy, at } }) => {
  const seen = folded.seen.get(offer.id);
  return seen && readAnchored(seen, { at, halfLifeDays: policy.wear.halfLifeDays }) >= policy.wear.gate
    ? { verdict: 'WORN_OUT' }
    : undefined;
};

function isRelevant(compiled: CompiledOffer, taste: GroupTaste, input: DecideInput): boolean {
  const { offer, test } = compiled;
  if (FITS_BY_NATURE.has(offer.class)) return true;
  // What the shopper closed, nothing that was seen opens again, not even by way of a condition.
  if (taste.stated < 0) return false;
  if (taste.stated > 0 || (FITS_BY_CONDITION.has(offer.class) && test !== undefined)) return true;
  if (input.folded.mode?.value === 'quiet') return false;
  if (invited(input)) return taste.fit >= input.policy.relevance.minFit;
  return taste.evidence >= input.policy.relevance.minEvidence && taste.fit > 0;
}

const relevant: Rule = (compiled, context) => {
  const { input, tasteOf } = context;
  const isOpen = FITS_BY_NATURE.has(compiled.offer.class) || saidAgainst(compiled, context) === undefined;
  return isOpen && isRelevant(compiled, tasteOf(compiled.group), input) ? undefined : { verdict: 'NOT_RELEVANT' };
};

/** Cheap before dear, and in the order of {@link GATE_ORDER}: the furthest any offer got names what bound. */
const RULES: readonly Rule[] = [
  purpose,
  placement,
  channel,
  dates,
  condition,
  owned,
  never,
  relevant,
  cooldown,
  capped,
  satiated,
  worn,
];

/** How far along the rules each verdict stands: the furthest any offer got is what bound the silence. */
export const GATE_ORDER: readonly OfferVerdict[] = [
  'NO_PURPOSE',
  'WRONG_PLACEMENT',
  'WRONG_CHANNEL',
  'NOT_YET',
  'EXPIRED',
  'CONDITION',
  'OWNED',
  'NEVER_LIST',
  'NOT_RELEVANT',
  'COOLDOWN',
  'CAPPED',
  'SATIATED',
  'WORN_OUT',
  'NOT_WIN_WIN',
  'BETTER_SILENT',
];

function groupByOffer(contacts: readonly Contact[]): ReadonlyMap<string, readonly Contact[]> {
  const groups = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const known = groups.get(contact.offerId);
    if (known) known.push(contact);
    else groups.set(contact.offerId, [contact]);
  }
  return groups;
}

function satiationByCategory({ folded, policy, at }: DecideInput): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const purchase of folded.purchases) {
    const left = decayFactor(at - purchase.at, policy.satiation.halfLifeDays);
    for (const prefix of new Set(purchase.items.map(({ prefixes }) => prefixes[prefixes.length - 1]))) {
      if (prefix !== undefined) levels.set(prefix, Math.min(1, (levels.get(prefix) ?? 0) + left));
    }
  }
  return levels;
}

function dismissedCategories({ folded, catalog }: DecideInput): ReadonlyMap<string, Said<string>> {
  const latest = new Map<string, Said<string>>();
  for (const said of folded.dismissed.values()) {
    const prefixes = catalog.byId.get(said.value)?.prefixes ?? [];
    const narrowest = prefixes[prefixes.length - 1];
    if (narrowest !== undefined && said.at > (latest.get(narrowest)?.at ?? -Infinity)) latest.set(narrowest, said);
  }
  return latest;
}

/** The row that forbids a category or brand, if one does; most groups are asked about many times. */
function neverReader({ folded, catalog }: DecideInput): (group: number) => string | undefined {
  const known: (string | null | undefined)[] = [];
  const find = ({ prefixes, brand }: TasteGroup): string | null => {
    const categories = prefixes.map((prefix) => evidenceKey('category', prefix));
    const forbidden = categories.map((key) => folded.never.get(key)).find((said) => said !== undefined);
    const keys = brand === undefined ? categories : [...categories, evidenceKey('brand', brand)];
    const disliked = keys.map((key) => folded.stated.get(key)).find((said) => said?.value === -2);
    return forbidden?.id ?? disliked?.id ?? null;
  };
  return (group) => {
    const { [group]: about } = catalog.groups;
    known[group] ??= about ? find(about) : null;
    return known[group] ?? undefined;
  };
}

/** Everything the exclusion rules share, for one decision. */
export function exclusionContext(
  input: DecideInput,
  read: { readonly attributes: JsonObject; readonly tasteOf: (group: number) => GroupTaste },
): ExclusionContext {
  const { folded, policy, at, contacts } = input;
  return {
    input,
    ...read,
    neverOf: neverReader(input),
    closedAttributes: new Map(
      [...folded.stated].filter(([key, { value }]) => value < 0 && key.startsWith('attribute:')),
    ),
    spent: overallSpent(contacts, { policy, at, visitStartedAt: visitAt(folded.visit, input).startedAt }),
    sameOffer: windowsOf(policy.sameOffer),
    contactsByOffer: groupByOffer(contacts),
    bought: new Set(folded.purchases.flatMap(({ items }) => items.flatMap(({ id }) => (id === undefined ? [] : [id])))),
    satiation: satiationByCategory(input),
    dismissedCategories: dismissedCategories(input),
  };
}

/** May this offer speak? The first rule that says no, or `undefined`. */
export function exclude(compiled: CompiledOffer, context: ExclusionContext): Excluded | undefined {
  for (const rule of RULES) {
    const excluded = rule(compiled, context);
    if (excluded) return excluded;
  }
  return undefined;
}
