import { depthOf } from './category-path.js';
import type { CatalogFacts } from './compile-catalog.js';
import type { LearnedFacet } from './evidence.js';
import { isLearned } from './evidence.js';
import { isFields, type OfferProblem } from './offer-problem.js';

/**
 * How popular values are with everybody, as shares of attention between 0 and 1, by facet:
 * `{category: {garden: 0.4, 'garden/watering': 0.1}, brand: {Sprig: 0.3}, 'attribute:colour': {…}}`.
 *
 * Shares of one depth of category, or of one other facet, add up to at most 1; what is left is
 * shared among the values that are not named. Without any, all values are equally popular.
 */
export interface BaseRates {
  readonly [facet: string]: { readonly [value: string]: number };
}

/** The base rates of values that are compared with each other, ready to look up. */
export interface GroupRates {
  readonly named: ReadonlyMap<string, number>;
  /** What each value that is not named has. */
  readonly other: number;
}

const MOST_VALUES = 10_000;
/** Shares are sums of rounded numbers. */
const SLACK = 1e-9;
/** What a shop forgot to name is rare, not impossible; elicited. */
const RAREST = 1e-4;

const DEPTHS: readonly string[] = [1, 2, 3, 4, 5].map((depth) => `category ${String(depth)}`);

/** Values are compared within their facet, and categories within their depth: garden among departments. */
export function tasteGroup(facet: LearnedFacet, value: string): string {
  if (facet !== 'category') return facet;
  const depth = depthOf(value);
  return DEPTHS[depth - 1] ?? `category ${String(depth)}`;
}

const isShare = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= 1;

type Entry = readonly [value: string, share: number];

function sums(facet: LearnedFacet, entries: readonly Entry[]): ReadonlyMap<string, number> {
  const byGroup = new Map<string, number>();
  for (const [value, share] of entries) {
    const group = tasteGroup(facet, value);
    byGroup.set(group, (byGroup.get(group) ?? 0) + share);
  }
  return byGroup;
}

function readFacet(
  facet: string,
  raw: unknown,
): { readonly entries: readonly Entry[]; readonly problems: readonly OfferProblem[] } {
  const wrong = (found: unknown, fix: string): ReturnType<typeof readFacet> => ({
    entries: [],
    problems: [[facet, found, fix]],
  });
  if (!isLearned(facet)) return wrong(raw, 'category, brand or attribute:NAME');
  if (!isFields(raw)) return wrong(raw, 'an object of shares by value');
  const all = Object.entries(raw);
  if (all.length > MOST_VALUES) return wrong(all.length, `at most ${String(MOST_VALUES)} values`);
  const shares = all.filter((entry): entry is [string, number] => isShare(entry[1]));
  const problems = all
    .filter(([, share]) => !isShare(share))
    .map(([value, share]): OfferProblem => [`${facet}.${value}`, share, 'a share above 0 and at most 1']);
  const tooMuch = [...sums(facet, shares)].filter(([, sum]) => sum > 1 + SLACK);
  const over = new Set(tooMuch.map(([group]) => group));
  return {
    entries: shares.filter(([value]) => !over.has(tasteGroup(facet, value))),
    problems: [
      ...problems,
      ...tooMuch.map(([group, sum]): OfferProblem => [group, sum, 'shares that add up to at most 1 at each depth']),
    ],
  };
}

/**
 * Anything as base rates: a share that is none is dropped, and so are all of a depth that add up to
 * more than 1, each with its place and the fix. The rest lives. Never throws.
 */
export function readBaseRates(raw: unknown): {
  readonly baseRates?: BaseRates;
  readonly problems: readonly OfferProblem[];
} {
  if (raw === undefined) return { problems: [] };
  if (!isFields(raw)) return { problems: [['', raw, 'an object of shares by facet and value']] };
  const read = Object.entries(raw).map(([facet, each]) => [facet, readFacet(facet, each)] as const);
  const kept = read.filter(([, { entries }]) => entries.length > 0);
  // from entries, so that a value named __proto__ is a value
  const baseRates = Object.fromEntries(kept.map(([facet, { entries }]) => [facet, Object.fromEntries(entries)]));
  return {
    ...(kept.length > 0 ? { baseRates } : {}),
    problems: read.flatMap(([, { problems }]) => problems),
  };
}

/** The values that a catalogue has, by `tasteGroup`. */
export type KnownValues = ReadonlyMap<string, ReadonlySet<string>>;

/** Base rates as maps, with what is left shared among the values of the catalogue that are not named. */
export function compileBaseRates(rates: BaseRates | undefined, known: KnownValues): ReadonlyMap<string, GroupRates> {
  const named = new Map<string, Map<string, number>>();
  for (const [facet, shares] of Object.entries(rates ?? {})) {
    if (!isLearned(facet)) continue;
    for (const [value, share] of Object.entries(shares)) {
      const group = tasteGroup(facet, value);
      const values = named.get(group) ?? new Map<string, number>();
      named.set(group, values.set(value, share));
    }
  }
  return new Map(
    [...named].map(([group, values]) => {
      const others = [...(known.get(group) ?? [])].filter((value) => !values.has(value)).length;
      const left = 1 - [...values.values()].reduce((sum, share) => sum + share, 0);
      return [group, { named: values, other: Math.max(RAREST, left / Math.max(1, others)) }];
    }),
  );
}

/**
 * The share of attention that a value has with everybody, above 0 and at most 1.
 *
 * Where nothing was named it is uniform over the values known, `count` of them, and at least two.
 */
export function baseRate(
  rates: GroupRates | undefined,
  about: { readonly value: string; readonly count: number },
): number {
  return rates ? (rates.named.get(about.value) ?? rates.other) : 1 / Math.max(about.count, 2);
}

/** The base rate of a value in a catalogue; of an attribute, behaviour may have `heard` of more values than it names. */
export function rateOf(
  catalog: Pick<CatalogFacts, 'baseRates' | 'brandCount' | 'categoryCounts' | 'attributeValues'>,
  about: { readonly facet: LearnedFacet; readonly value: string; readonly heard?: number },
): number {
  const { facet, value, heard = 0 } = about;
  const rates = catalog.baseRates.get(tasteGroup(facet, value));
  if (facet === 'brand') return baseRate(rates, { value, count: catalog.brandCount });
  if (facet === 'category') {
    return baseRate(rates, { value, count: catalog.categoryCounts[depthOf(value) - 1] ?? 0 });
  }
  const known = catalog.attributeValues.get(facet.slice('attribute:'.length))?.size ?? 0;
  return baseRate(rates, { value, count: Math.max(known, heard) });
}
