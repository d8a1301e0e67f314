import { overallSpent, spentUntil, windowsOf, type Spent } from './caps.js';
import type { Bundle, CapWindow, CompiledOffer, TasteGroup } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { Contact } from './fold-contacts.js';
import { clearIntent, intentAt } from './fold-intent.js';
import type { Said } from './fold-statements.js';
import { groupedBy } from './grouped-by.js';
import { heardReader } from './heard-groups.js';
import type { Intent } from './intent.js';
import type { Permission } from './permission.js';
import type { Policy } from './policy.js';
import { QUESTION_REST_MS } from './question.js';
import type { Situation } from './situation.js';
import { suppressedUntil, type Suppress } from './suppress.js';
import { emptyTaste, tasteAt, type GroupTaste, type GroupTastes } from './taste.js';
import { giftWaitsUntil } from './gift.js';
import { standingAt } from './annoyance.js';
import type { Wish } from './fold-tell-me.js';
import { wearReader, type WearReader } from './wear.js';

/** A budget that is spent, and who says so where an invitation would not lift it. */
export interface SpentBy extends Spent {
  readonly by?: 'law' | 'shop';
}

/** What was shown, as the rules count it. */
export interface Counts {
  readonly situation: Situation;
  /** What is spent whatever the offer: of what sells, and of what does not; `by` whom, where no invitation lifts it. */
  readonly spent: { readonly promotional: SpentBy | undefined; readonly other: SpentBy | undefined };
  readonly sameOffer: readonly CapWindow[];
  readonly contactsByOffer: ReadonlyMap<string, readonly Contact[]>;
  /** Until when the group of an offer has had its share. */
  readonly groupSpent: (compiled: CompiledOffer) => number | undefined;
  readonly suppressedUntil: (compiled: CompiledOffer) => number | undefined;
  readonly giftUntil: number | undefined;
  /** Until when another question than this would come too soon, or this one again on another visit. */
  readonly questionUntil: (id: string) => number | undefined;
}

/** What the rules share within one decision, worked out once. */
export interface ExclusionContext extends Counts {
  readonly permission: Permission;
  /** The taste for a group, until the next is asked for: it is one record, written over each time. */
  readonly tasteOf: (group: number) => GroupTaste;
  /** Whether a group was heard of: of all others the rules about groups say the same. */
  readonly isHeardOf: (group: number) => boolean;
  /** How satisfied the need for a category is, 0 to 1. */
  readonly satiationOf: (prefix: string) => number;
  /** The chance that the need for a category has come back by now. */
  readonly dueOf: (prefix: string) => number;
  readonly wearOf: WearReader['wearOf'];
  readonly wearIn: WearReader['wearIn'];
  readonly mostWorn: number;
  readonly wishesOf: (compiled: CompiledOffer) => readonly Wish[];
  /** What the shopper said they came for in this visit, if they did. */
  readonly saidIntent: Intent | undefined;
  /** Ids of the rows that forbid a category or brand, by group; mostly none. */
  readonly neverOf: (group: number) => readonly string[];
  /** What the shopper wants less of, or never, by the key of an attribute. Mostly nothing. */
  readonly closedAttributes: ReadonlyMap<string, Said<number>>;
  readonly bought: ReadonlySet<string>;
  readonly dismissedCategories: ReadonlyMap<string, Said<string>>;
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

const NOTHING_FORBIDDEN: readonly string[] = [];

/** The rows that forbid a category or brand, if any do; most groups are asked about many times. */
function neverReader({ folded, catalog }: Situation): ExclusionContext['neverOf'] {
  const forbids = folded.never.size > 0 || [...folded.stated.values()].some(({ value }) => value === -2);
  if (!forbids) return () => NOTHING_FORBIDDEN;
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
    const about = catalog.groups[group];
    return (known[group] ??= about ? find(about) : NOTHING_FORBIDDEN);
  };
}

function groupReader({ contacts, at, catalog }: Situation): Counts['groupSpent'] {
  const known = new Map<string, number | undefined>();
  const counted = groupedBy(contacts, ({ offerId }) => catalog.byId.get(offerId)?.bundle);
  return ({ bundle }) => {
    if (!bundle || bundle.caps.length === 0) return undefined;
    const { id, caps } = bundle;
    if (!known.has(id)) known.set(id, spentUntil(counted.get(bundle) ?? [], { windows: caps, at }));
    return known.get(id);
  };
}

function suppressReader({ folded, contacts, at }: Situation): Counts['suppressedUntil'] {
  const silenced = (rule: Suppress, ids: ReadonlySet<string>): number => {
    const { outcome } = rule.after;
    const times = outcome === 'shown' ? contacts : folded.outcomes.filter((each) => each.outcome === outcome);
    const counted = times.filter(({ offerId }) => ids.has(offerId)).map((each) => each.at);
    return suppressedUntil(counted, { ...rule, at }) ?? -Infinity;
  };
  // What a whole group shares is worked out once for it.
  const known = new Map<Suppress, number>();
  const ofGroup = (rule: Suppress, { offerIds }: Bundle): number => {
    const found = known.get(rule) ?? silenced(rule, offerIds);
    known.set(rule, found);
    return found;
  };
  return ({ offer, suppress: own, bundle }) => {
    const shared = bundle?.suppress;
    if (!own && !shared) return undefined;
    const ids = (): ReadonlySet<string> => (own?.scope === 'group' && bundle ? bundle.offerIds : new Set([offer.id]));
    const until = Math.max(
      own ? silenced(own, ids()) : -Infinity,
      bundle && shared ? ofGroup(shared, bundle) : -Infinity,
    );
    return until === -Infinity ? undefined : until;
  };
}

function spentIn(situation: Situation): Counts['spent'] {
  const { contacts, policy, kept, law, at, folded, channel, direction } = situation;
  const spent = (promotional: boolean): SpentBy | undefined => {
    const under = (bound: Policy): Spent | undefined =>
      overallSpent(contacts, {
        policy: bound,
        at,
        visitStartedAt: folded.visit.startedAt,
        channel,
        direction,
        promotional,
      });
    const now = under(policy);
    if (!now) return undefined;
    const lawful = under(law);
    if (lawful) return { ...lawful, by: 'law' };
    return under(kept) ? { ...now, by: 'shop' } : now;
  };
  return { promotional: spent(true), other: spent(false) };
}

function saidIntentIn({ folded, at, offset }: Situation): Intent | undefined {
  const read = intentAt(folded, { at, offset });
  return read.basis === 'stated' ? clearIntent(read) : undefined;
}

/** What the rules that count share, also beside more contacts than a decision was judged with. */
export function countsIn(situation: Situation): Counts {
  const { folded, policy, at, contacts, catalog } = situation;
  // What is only reserved has no class of its own yet.
  const given = contacts.map((each) =>
    each.class ? each : { ...each, class: catalog.byId.get(each.offerId)?.offer.class },
  );
  return {
    situation,
    spent: spentIn(situation),
    sameOffer: windowsOf(policy.sameOffer),
    contactsByOffer: groupedBy(contacts, ({ offerId }) => offerId),
    groupSpent: groupReader(situation),
    suppressedUntil: suppressReader(situation),
    giftUntil: giftWaitsUntil(given, {
      at,
      standing: standingAt(folded, { at, serviceFrom: policy.strikesToRecovery }),
    }),
    questionUntil: (id) => {
      const put = given.filter((each) => each.class === 'question' && each.at > at - QUESTION_REST_MS);
      const others = put.filter((each) => each.offerId !== id || each.at < folded.visit.startedAt);
      return others.length > 0 ? Math.max(...others.map((each) => each.at)) + QUESTION_REST_MS : undefined;
    },
  };
}

/** Everything the exclusion rules share, for one decision. */
export function exclusionContext(
  situation: Situation,
  read: Pick<ExclusionContext, 'permission' | 'satiationOf' | 'dueOf' | 'wishesOf'> & { readonly tastes: GroupTastes },
): ExclusionContext {
  const { folded, policy, at, catalog } = situation;
  const { tastes, ...shared } = read;
  const taste = emptyTaste();
  const { wearOf, wearIn, mostWorn } = wearReader(folded, { catalog, at, halfLifeDays: policy.wear.halfLifeDays });
  return {
    ...countsIn(situation),
    ...shared,
    tasteOf: (group) => tasteAt(tastes, group, taste),
    wearOf,
    wearIn,
    mostWorn,
    saidIntent: saidIntentIn(situation),
    neverOf: neverReader(situation),
    isHeardOf: heardReader(situation, tastes),
    closedAttributes: new Map(
      [...folded.stated].filter(([key, { value }]) => value < 0 && key.startsWith('attribute:')),
    ),
    bought: new Set(folded.bought),
    dismissedCategories: dismissedCategories(situation),
  };
}
