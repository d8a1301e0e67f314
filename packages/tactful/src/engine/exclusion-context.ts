import { overallSpent, spentUntil, windowsOf, type Spent } from './caps.js';
import type { CapWindow, CompiledOffer, TasteGroup } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { Contact } from './fold-contacts.js';
import { clearIntent, intentAt } from './fold-intent.js';
import type { Said } from './fold-statements.js';
import type { Intent } from './intent.js';
import type { Permission } from './permission.js';
import type { Situation } from './situation.js';
import { suppressedUntil } from './suppress.js';
import type { GroupTaste } from './taste.js';
import { giftWaitsUntil } from './gift.js';
import { standingAt } from './annoyance.js';
import type { Wish } from './fold-tell-me.js';
import { wearReader } from './wear.js';

/** What the rules share within one decision, worked out once. */
export interface ExclusionContext {
  readonly situation: Situation;
  readonly permission: Permission;
  readonly tasteOf: (group: number) => GroupTaste;
  /** How satisfied the need for a category is, 0 to 1. */
  readonly satiationOf: (prefix: string) => number;
  /** The chance that the need for a category has come back by now. */
  readonly dueOf: (prefix: string) => number;
  readonly wearOf: (compiled: Pick<CompiledOffer, 'offer' | 'prefixes'>) => number;
  readonly wishesOf: (compiled: CompiledOffer) => readonly Wish[];
  /** What the shopper said they came for in this visit, if they did. */
  readonly saidIntent: Intent | undefined;
  /** Ids of the rows that forbid a category or brand, by group; mostly none. */
  readonly neverOf: (group: number) => readonly string[];
  /** What the shopper wants less of, or never, by the key of an attribute. Mostly nothing. */
  readonly closedAttributes: ReadonlyMap<string, Said<number>>;
  /** What is spent whatever the offer: of what sells, and of what does not. */
  readonly spent: { readonly promotional: Spent | undefined; readonly other: Spent | undefined };
  readonly sameOffer: readonly CapWindow[];
  readonly contactsByOffer: ReadonlyMap<string, readonly Contact[]>;
  /** Until when the group of an offer has had its share. */
  readonly groupSpent: (compiled: CompiledOffer) => number | undefined;
  readonly suppressedUntil: (compiled: CompiledOffer) => number | undefined;
  readonly giftUntil: number | undefined;
  readonly bought: ReadonlySet<string>;
  readonly dismissedCategories: ReadonlyMap<string, Said<string>>;
}

function groupByOffer(contacts: readonly Contact[]): ReadonlyMap<string, readonly Contact[]> {
  const groups = new Map<string, Contact[]>();
  for (const contact of contacts) {
    const known = groups.get(contact.offerId);
    if (known) known.push(contact);
    else groups.set(contact.offerId, [contact]);
  }
  return groups;
}

function dismissedCategories({ folded, catalog }: Situation): ReadonlyMap<string, Said<string>> {
  const latest = new Map<string, Said<string>>();
  for (const said of folded.dismissed.values()) {
    const prefixes = catalog.byId.get(said.value)?.prefixes ?? [];
    const narrowest = prefixes[prefixes.length - 1];
    if (narrowest !== undefined && said.at > (latest.get(narrowest)?.at ?? -Infinity)) latest.set(narrowest, said);
  }
  return latest;
}

/** The rows that forbid a category or brand, if any do; most groups are asked about many times. */
function neverReader({ folded, catalog }: Situation): (group: number) => readonly string[] {
  if (folded.never.size === 0 && folded.stated.size === 0) return () => [];
  const known: (readonly string[] | undefined)[] = [];
  const find = ({ prefixes, brand }: TasteGroup): readonly string[] => {
    const categories = prefixes.map((prefix) => evidenceKey('category', prefix));
    const keys = brand === undefined ? categories : [...categories, evidenceKey('brand', brand)];
    return [
      ...categories.flatMap((key) => folded.never.get(key) ?? []),
      ...keys.flatMap((key) => folded.stated.get(key) ?? []).filter(({ value }) => value === -2),
    ].map(({ id }) => id);
  };
  return (group) => {
    const { [group]: about } = catalog.groups;
    return (known[group] ??= about ? find(about) : []);
  };
}

function groupReader({ contacts, at }: Situation): ExclusionContext['groupSpent'] {
  const known = new Map<string, number | undefined>();
  return ({ bundle }) => {
    if (!bundle || bundle.caps.length === 0) return undefined;
    const { id, offerIds, caps } = bundle;
    if (!known.has(id)) {
      const counted = contacts.filter(({ offerId }) => offerIds.has(offerId));
      known.set(id, spentUntil(counted, { windows: caps, at }));
    }
    return known.get(id);
  };
}

function suppressReader({ folded, contacts, at }: Situation): ExclusionContext['suppressedUntil'] {
  return ({ offer, suppress, bundle }) => {
    const rules = [suppress, bundle?.suppress].flatMap((rule) => rule ?? []);
    const until = rules.flatMap((rule) => {
      const { outcome } = rule.after;
      const ids = rule.scope === 'group' && bundle ? bundle.offerIds : new Set([offer.id]);
      const times = outcome === 'shown' ? contacts : folded.outcomes.filter((each) => each.outcome === outcome);
      const counted = times.filter(({ offerId }) => ids.has(offerId)).map((each) => each.at);
      return suppressedUntil(counted, { ...rule, at }) ?? [];
    });
    return until.length === 0 ? undefined : Math.max(...until);
  };
}

function spentIn({ contacts, policy, at, folded, channel, direction }: Situation): ExclusionContext['spent'] {
  const limits = { policy, at, visitStartedAt: folded.visit.startedAt, channel, direction };
  return {
    promotional: overallSpent(contacts, limits),
    other: overallSpent(contacts, { ...limits, promotional: false }),
  };
}

function saidIntentIn({ folded, at, offset }: Situation): Intent | undefined {
  const read = intentAt(folded, { at, offset });
  return read.basis === 'stated' ? clearIntent(read) : undefined;
}

/** Everything the exclusion rules share, for one decision. */
export function exclusionContext(
  situation: Situation,
  read: Pick<ExclusionContext, 'permission' | 'tasteOf' | 'satiationOf' | 'dueOf' | 'wishesOf'>,
): ExclusionContext {
  const { folded, policy, at, contacts, catalog } = situation;
  return {
    situation,
    ...read,
    wearOf: wearReader(folded, { catalog, at, halfLifeDays: policy.wear.halfLifeDays }),
    saidIntent: saidIntentIn(situation),
    neverOf: neverReader(situation),
    closedAttributes: new Map(
      [...folded.stated].filter(([key, { value }]) => value < 0 && key.startsWith('attribute:')),
    ),
    spent: spentIn(situation),
    sameOffer: windowsOf(policy.sameOffer),
    contactsByOffer: groupByOffer(contacts),
    groupSpent: groupReader(situation),
    suppressedUntil: suppressReader(situation),
    giftUntil: giftWaitsUntil(contacts, {
      at,
      standing: standingAt(folded, { at, serviceFrom: policy.strikesToRecovery }),
    }),
    bought: new Set(folded.purchases.flatMap(({ items }) => items.flatMap(({ id }) => (id === undefined ? [] : [id])))),
    dismissedCategories: dismissedCategories(situation),
  };
}
