import { compileBaseRates, tasteGroup, type GroupRates } from './base-rates.js';
import { isPromotional, productId, type Catalog, type Offer } from './catalog.js';
import { categoryPrefixes } from './category-path.js';
import { durationMs } from './clock.js';
import { compileCondition, type Test } from './condition.js';
import { ln } from './dmath.js';
import { attributeKeys, attributeValues } from './item-attributes.js';
import { compileCycles } from './need-cycle.js';
import type { Model } from './policy.js';
import { median } from './median.js';
import { parseMoment } from './parse-moment.js';
import { isSensitive } from './sensitive.js';

/** A window with its length in milliseconds. */
export interface CapWindow {
  readonly cap: number;
  readonly ms: number;
}

/** An offer with everything that does not depend on the shopper worked out once. */
export interface CompiledOffer {
  readonly offer: Offer;
  readonly promotional: boolean;
  /** In a category that nobody speaks of unprompted. */
  readonly sensitive: boolean;
  /** `garden`, `garden/watering`: from the widest to the narrowest. */
  readonly prefixes: readonly string[];
  /** Its attributes, as keys of what a shopper may have said. */
  readonly attributeKeys: readonly string[];
  readonly product: string | undefined;
  readonly from: number;
  readonly through: number;
  readonly test: Test | undefined;
  readonly caps: readonly CapWindow[];
  readonly margin: number;
  /** ln of price over the median price of its category; undefined without a price. */
  readonly priceZ: number | undefined;
  /** Index into {@link CompiledCatalog.groups}: offers of one category and brand share their taste. */
  readonly group: number;
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
  readonly offers: readonly CompiledOffer[];
  readonly byId: ReadonlyMap<string, CompiledOffer>;
  /** Category prefixes of the products that offers are about. */
  readonly productPrefixes: ReadonlyMap<string, readonly string[]>;
}

function mediansByCategory(offers: readonly Offer[]): ReadonlyMap<string, number> {
  const prices = new Map<string, number[]>();
  for (const offer of offers) {
    if (offer.price === undefined || offer.price === 0) continue;
    for (const prefix of categoryPrefixes(offer.category ?? [])) {
      const known = prices.get(prefix);
      if (known) known.push(offer.price);
      else prices.set(prefix, [offer.price]);
    }
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

function windows(offer: Offer): readonly CapWindow[] {
  const { frequency } = offer;
  if (!frequency) return [];
  const custom = (frequency.custom ?? []).map(({ cap, period }) => ({ cap, ms: durationMs(period) ?? Infinity }));
  return frequency.lifetime === undefined ? custom : [...custom, { cap: frequency.lifetime, ms: Infinity }];
}

function countByDepth(prefixes: ReadonlySet<string>): readonly number[] {
  const counts: number[] = [];
  for (const prefix of prefixes) {
    const depth = prefix.split('/').length - 1;
    counts[depth] = (counts[depth] ?? 0) + 1;
  }
  return counts;
}

/** Numbers category and brand pairs in the order in which they are met. */
function newGroups(): { readonly groups: TasteGroup[]; readonly indexOf: (group: TasteGroup) => number } {
  const groups: TasteGroup[] = [];
  const known = new Map<string, number>();
  return {
    groups,
    indexOf: (group) => {
      const key = `${group.prefixes[group.prefixes.length - 1] ?? ''}\n${group.brand ?? ''}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, groups.length);
      return groups.push(group) - 1;
    },
  };
}

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

/** The catalog as lists and maps that a decision can walk without looking anything up twice. */
export function compileCatalog(catalog: Catalog, model: Pick<Model, 'missingMargin'>): CompiledCatalog {
  const medianPrice = mediansByCategory(catalog.offers);
  const { groups, indexOf } = newGroups();
  const offers = catalog.offers.map((offer): CompiledOffer => {
    const prefixes = categoryPrefixes(offer.category ?? []);
    return {
      offer,
      prefixes,
      attributeKeys: attributeKeys(offer),
      promotional: isPromotional(offer.class),
      sensitive: isSensitive(prefixes),
      product: productId(offer),
      from: parseMoment(offer.validFrom) ?? -Infinity,
      through: parseMoment(offer.validThrough) ?? Infinity,
      test: offer.when ? compileCondition(offer.when) : undefined,
      caps: windows(offer),
      margin: offer.margin ?? (offer.price ?? 0) * model.missingMargin,
      priceZ: offer.price === undefined ? undefined : priceZ(offer.price, { prefixes, medians: medianPrice }),
      group: indexOf({ prefixes, brand: offer.brand }),
    };
  });
  const attributes = attributeValues(catalog.offers);
  const margins = offers.filter(({ promotional, margin }) => promotional && margin > 0).map(({ margin }) => margin);
  return {
    currency: catalog.currency,
    offers,
    groups,
    byId: new Map(offers.map((compiled) => [compiled.offer.id, compiled])),
    productPrefixes: new Map(
      offers.flatMap(({ product, prefixes }) => (product === undefined ? [] : [[product, prefixes] as const])),
    ),
    categoryCounts: countByDepth(new Set(offers.flatMap(({ prefixes }) => prefixes))),
    brandCount: new Set(offers.map(({ offer }) => offer.brand)).size,
    attributeValues: attributes,
    baseRates: compileBaseRates(catalog.baseRates, knownValues(offers, attributes)),
    medianPrice,
    medianMargin: median(margins) ?? 0,
    cycles: compileCycles(catalog.cycles),
  };
}

/** The facts of a catalog alone: what a profile is read with, small enough to be handed to another thread. */
export function catalogFacts(compiled: CompiledCatalog): CatalogFacts {
  const {
    currency,
    groups,
    categoryCounts,
    brandCount,
    attributeValues,
    baseRates,
    medianPrice,
    medianMargin,
    cycles,
  } = compiled;
  return {
    currency,
    groups,
    categoryCounts,
    brandCount,
    attributeValues,
    baseRates,
    medianPrice,
    medianMargin,
    cycles,
  };
}
