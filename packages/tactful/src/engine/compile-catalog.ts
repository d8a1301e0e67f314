import { compileBaseRates, rateOf, tasteGroup, type GroupRates } from './base-rates.js';
import {
  isPromotional,
  productId,
  type Catalog,
  type CatalogPlace,
  type Offer,
  type OfferClass,
  type Person,
  type Question,
  type ShopPromise,
} from './catalog.js';
import { categoryPrefixes, depthOf, prefixReader } from './category-path.js';
import {
  bundlesIn,
  incidentsIn,
  openListOf,
  suppressIn,
  windowsIn,
  type Bundle,
  type CapWindow,
  type CompiledIncident,
  type OpenOffer,
} from './compile-sections.js';
import type { Test } from './condition.js';
import { exp, ln } from './dmath.js';
import { expandTemplates } from './expand-templates.js';
import { attributeKeys, attributeValues, learnedAttributes, type Attribute } from './item-attributes.js';
import { compileCycles } from './need-cycle.js';
import type { Model } from './model.js';
import { median } from './median.js';
import { normFor, type NormPack } from './norm-pack.js';
import { indexGroups, type GroupIndex } from './group-index.js';
import { addTo } from './grouped-by.js';
import { numbering, type Numbering } from './numbering.js';
import { kindReader } from './offer-kind.js';
import { lotsOf, type OfferLots } from './offer-lots.js';
import { parseMoment } from './parse-moment.js';
import { rhythmAlert } from './rhythm-alert.js';
import { cycleReader } from './satiation.js';
import { isSensitive } from './sensitive.js';
import type { Suppress } from './suppress.js';
import { testReader } from './test-reader.js';

export type { Bundle, CapWindow, CompiledIncident, OpenOffer } from './compile-sections.js';

/** An offer with everything that does not depend on the shopper worked out once. */
export interface CompiledOffer {
  readonly offer: Offer;
  /** What a decision reads of every offer stands here as well: offers have many shapes, and these have one. */
  readonly id: string;
  readonly class: OfferClass;
  /** 0 without one. */
  readonly price: number;
  readonly discount: number;
  readonly helps: readonly string[] | undefined;
  readonly promotional: boolean;
  /** In a category that nobody speaks of unprompted. */
  readonly sensitive: boolean;
  /** `garden`, `garden/watering`: from the widest to the narrowest. */
  readonly prefixes: readonly string[];
  /** Its attributes, as keys of what a shopper may have said. */
  readonly attributeKeys: readonly string[];
  /** Those of them that are learned from who looks at it. */
  readonly learned: readonly Attribute[];
  readonly product: string | undefined;
  readonly from: number;
  readonly through: number;
  readonly test: Test | undefined;
  readonly caps: readonly CapWindow[];
  readonly suppress: Suppress | undefined;
  /** The catalogue's own group of the offer, where it has limits: not {@link CompiledOffer.group}. */
  readonly bundle: Bundle | undefined;
  /** Whether its condition looks at departures from the shopper's own rhythm. */
  readonly readsRhythm: boolean;
  /** Whether it looks at the day as the page tells of it. */
  readonly readsWeather: boolean;
  readonly margin: number;
  /** ln of price over the median price of its category; undefined without a price. */
  readonly priceZ: number | undefined;
  /** The usual price as a multiple of its own: e^-priceZ, 1 without a price. */
  readonly usualTimes: number;
  /** Index into {@link CompiledCatalog.groups}: offers of one category and brand share their taste. */
  readonly group: number;
  /** Its kind, by number: offers of one kind are asked the same rules. */
  readonly kind: number;
}

/** A category path and brand that some offers share. */
export interface TasteGroup {
  readonly prefixes: readonly string[];
  readonly brand: string | undefined;
}

/** What a catalog says about categories, brands and prices: plain data, without its offers. */
export interface CatalogFacts {
  readonly currency: string;
  readonly groups: readonly TasteGroup[];
  /** How many categories the catalog knows at each depth; base rates are uniform over them. */
  readonly categoryCounts: readonly number[];
  readonly brandCount: number;
  /** Names of attributes that are learned, with the values that offers have. */
  readonly attributeValues: ReadonlyMap<string, ReadonlySet<string>>;
  /** By `tasteGroup`; where a group is absent everything in it is equally popular. */
  readonly baseRates: ReadonlyMap<string, GroupRates>;
  readonly medianPrice: ReadonlyMap<string, number>;
  /** Median margin of what is for sale: the worth of good advice where nothing is sold. */
  readonly medianMargin: number;
  /** Days in which the need for a category comes back, where the shop says so. */
  readonly cycles: ReadonlyMap<string, number>;
}

/** A catalog ready for decisions. */
export interface CompiledCatalog extends CatalogFacts {
  /** Those of it that are plain data. */
  readonly facts: CatalogFacts;
  readonly offers: readonly CompiledOffer[];
  readonly byId: ReadonlyMap<string, CompiledOffer>;
  /** Category prefixes of the products that offers are about. */
  readonly productPrefixes: ReadonlyMap<string, readonly string[]>;
  /** What the offers of a catalogue's group share, by the id of the group. */
  readonly bundles: ReadonlyMap<string, Bundle>;
  /** Every coupon and gift that may be mentioned, by the id of the offer: nobody gets it at another price. */
  readonly openList: ReadonlyMap<string, OpenOffer>;
  readonly incidents: readonly CompiledIncident[];
  readonly places: readonly CatalogPlace[];
  readonly people: readonly Person[];
  readonly questions: ReadonlyMap<string, Question>;
  readonly promises: ReadonlyMap<string, ShopPromise>;
  /** What law and manners ask at a moment, where the shop is. */
  readonly normAt: (at: number) => NormPack;
  /** In how many days the need for a category comes back: `cycleReader`. */
  readonly cycleOf: (prefix: string) => number;
  readonly sector: string | undefined;
  /** The broken habit of a moment; only where a condition asks for it. */
  readonly breakIn: typeof rhythmAlert | undefined;
  /** Where {@link CatalogFacts.groups} are found. */
  readonly groupIndex: GroupIndex;
  /** The offers again, in lots that stand or fall together. */
  readonly lots: OfferLots;
}

function mediansByCategory(offers: readonly Offer[]): ReadonlyMap<string, number> {
  const prices = new Map<string, [number, ...number[]]>();
  for (const offer of offers) {
    if (offer.price === undefined || offer.price === 0) continue;
    for (const prefix of categoryPrefixes(offer.category ?? [])) addTo(prices, prefix, offer.price);
  }
  return new Map([...prices].map(([prefix, values]) => [prefix, median(values) ?? 0]));
}

/** ln(price / median of the narrowest category that has one): 0 is the usual price there. */
export function priceZ(
  price: number,
  look: { readonly prefixes: readonly string[]; readonly medians: ReadonlyMap<string, number> },
): number | undefined {
  if (price <= 0) return undefined;
  for (let depth = look.prefixes.length - 1; depth >= 0; depth--) {
    const middle = look.medians.get(look.prefixes[depth] ?? '');
    if (middle !== undefined && middle > 0) return ln(price / middle);
  }
  return undefined;
}

function countByDepth(prefixes: ReadonlySet<string>): readonly number[] {
  const counts: number[] = [];
  for (const prefix of prefixes) {
    const depth = depthOf(prefix) - 1;
    counts[depth] = (counts[depth] ?? 0) + 1;
  }
  return counts;
}

/** The number of a category and brand pair. */
const numberOf =
  (groups: Numbering<TasteGroup>) =>
  (group: TasteGroup): number =>
    groups.of(`${group.prefixes[group.prefixes.length - 1] ?? ''}\n${group.brand ?? ''}`, () => group);

/** Everything the catalog has a base rate for, by the group in which shares are taken. */
function knownValues(
  offers: readonly CompiledOffer[],
  attributes: CompiledCatalog['attributeValues'],
): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  const add = (group: string, value: string): void => {
    known.set(group, (known.get(group) ?? new Set()).add(value));
  };
  for (const { prefixes, offer } of offers) {
    for (const prefix of prefixes) add(tasteGroup('category', prefix), prefix);
    if (offer.brand !== undefined) add('brand', offer.brand);
  }
  return new Map([...known, ...[...attributes].map(([name, values]) => [`attribute:${name}`, values] as const)]);
}

const RHYTHM = /"rhythm["._]/;
const WEATHER = /"weather["._]/;

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[] = []): ReadonlyMap<string, Entry> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** What compiling one offer needs of the others. */
interface Surroundings {
  readonly testOf: ReturnType<typeof testReader>;
  readonly medians: ReadonlyMap<string, number>;
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly indexOf: (group: TasteGroup) => number;
  readonly kindOf: ReturnType<typeof kindReader>;
  readonly prefixesOf: ReturnType<typeof prefixReader>;
  readonly missingMargin: number;
  readonly attributes: CatalogFacts['attributeValues'];
}

function compileOffer(
  offer: Offer,
  { medians, bundles, indexOf, kindOf, prefixesOf, missingMargin, attributes, testOf }: Surroundings,
): CompiledOffer {
  const { category = [], class: offerClass, when, price, brand } = offer;
  const prefixes = prefixesOf(category);
  const condition = when && testOf(when);
  const sensitive = isSensitive(prefixes);
  const product = productId(offer);
  const from = parseMoment(offer.validFrom) ?? -Infinity;
  const through = parseMoment(offer.validThrough) ?? Infinity;
  const test = condition?.test;
  const reads = (what: RegExp): boolean => condition !== undefined && what.test(condition.text);
  const readsRhythm = reads(RHYTHM);
  const suppress = suppressIn(offer.suppress);
  const bundle = bundles.get(offer.group ?? '');
  const caps = windowsIn(offer.frequency);
  const z = price === undefined ? undefined : priceZ(price, { prefixes, medians });
  // One literal, nothing spread into it: then all offers have one shape, with everything in its place.
  return {
    offer,
    id: offer.id,
    class: offerClass,
    price: price ?? 0,
    discount: offer.discount ?? 0,
    helps: offer.helps,
    kind: kindOf({ offer, sensitive, from, through, bundle, caps, suppress }),
    group: indexOf({ prefixes, brand }),
    promotional: isPromotional(offerClass),
    test,
    product,
    from,
    through,
    prefixes,
    priceZ: z,
    usualTimes: z === undefined ? 1 : exp(-z),
    margin: offer.margin ?? (price ?? 0) * missingMargin,
    bundle,
    suppress,
    caps,
    sensitive,
    readsRhythm,
    readsWeather: reads(WEATHER),
    attributeKeys: attributeKeys(offer),
    learned: learnedAttributes(offer, attributes.keys()),
  };
}

/** What is learned and compared: categories, brands, prices. */
function factsOf(
  catalog: Catalog,
  known: Pick<Surroundings, 'medians' | 'attributes'> & Pick<CompiledCatalog, 'offers' | 'groups'>,
): CatalogFacts {
  const { offers, groups, medians, attributes } = known;
  const margins = offers.filter(({ promotional, margin }) => promotional && margin > 0).map(({ margin }) => margin);
  return {
    currency: catalog.currency,
    groups,
    categoryCounts: countByDepth(new Set(offers.flatMap(({ prefixes }) => prefixes))),
    brandCount: new Set(offers.map(({ offer }) => offer.brand)).size,
    attributeValues: attributes,
    baseRates: compileBaseRates(catalog.baseRates, knownValues(offers, attributes)),
    medianPrice: medians,
    medianMargin: median(margins) ?? 0,
    cycles: compileCycles(catalog.cycles),
  };
}

/**
 * The catalog as lists and maps that a decision can walk without looking anything up twice; its templates filled in.
 *
 * Throws a `ConditionError` where a catalog that was not read has a condition that is none.
 */
export function compileCatalog(catalog: Catalog, model: Pick<Model, 'missingMargin'>): CompiledCatalog {
  const all = expandTemplates(catalog);
  const medians = mediansByCategory(all);
  const attributes = attributeValues(all);
  const bundles = bundlesIn(catalog, all);
  const groups = numbering<TasteGroup>();
  const around: Surroundings = {
    medians,
    bundles,
    indexOf: numberOf(groups),
    kindOf: kindReader(),
    prefixesOf: prefixReader(),
    missingMargin: model.missingMargin,
    attributes,
    testOf: testReader(),
  };
  const offers = all.map((offer) => compileOffer(offer, around));
  const facts = factsOf(catalog, { offers, groups: groups.all, medians, attributes });
  return {
    ...facts,
    facts,
    offers,
    byId: new Map(offers.map((compiled) => [compiled.offer.id, compiled])),
    productPrefixes: new Map(
      offers.flatMap(({ product, prefixes }) => (product === undefined ? [] : [[product, prefixes] as const])),
    ),
    bundles,
    openList: openListOf(all),
    incidents: incidentsIn(catalog),
    places: catalog.places ?? [],
    people: catalog.people ?? [],
    questions: byId(catalog.questions),
    promises: byId(catalog.promises),
    normAt: (at) => normFor({ ...catalog.norms, at }),
    cycleOf: cycleReader(facts),
    sector: catalog.sector,
    breakIn: offers.some(({ readsRhythm }) => readsRhythm) ? rhythmAlert : undefined,
    groupIndex: indexGroups(groups.all, (facet, value) => rateOf(facts, { facet, value })),
    lots: lotsOf(offers),
  };
}

/** The facts of a catalog alone: what a profile is read with, small enough to be handed to another thread. */
export const catalogFacts = ({ facts }: CompiledCatalog): CatalogFacts => facts;
