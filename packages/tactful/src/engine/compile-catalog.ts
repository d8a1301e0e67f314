import { isPromotional, productId, type Catalog, type Offer } from './catalog.js';
import { categoryPrefixes } from './category-path.js';
import { durationMs } from './clock.js';
import { compileCondition, type Test } from './condition.js';
import { ln } from './dmath.js';
import type { Model } from './policy.js';
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

/** A catalog ready for decisions. */
export interface CompiledCatalog {
  readonly currency: string;
  readonly offers: readonly CompiledOffer[];
  readonly groups: readonly TasteGroup[];
  readonly byId: ReadonlyMap<string, CompiledOffer>;
  /** Category prefixes of the products that offers are about. */
  readonly productPrefixes: ReadonlyMap<string, readonly string[]>;
  /** How many categories the catalog knows at each depth; base rates are uniform over them. */
  readonly categoryCounts: readonly number[];
  readonly brandCount: number;
  readonly medianPrice: ReadonlyMap<string, number>;
  /** Median margin of what is for sale: the worth of good advice where nothing is sold. */
  readonly medianMargin: number;
}

/** The middle value of a sorted copy; 0 for none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
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
  return new Map([...prices].map(([prefix, values]) => [prefix, median(values)]));
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

/** The catalog as lists and maps that a decision can walk without looking anything up twice. */
export function compileCatalog(catalog: Catalog, model: Pick<Model, 'missingMargin'>): CompiledCatalog {
  const medianPrice = mediansByCategory(catalog.offers);
  const { groups, indexOf } = newGroups();
  const offers = catalog.offers.map((offer): CompiledOffer => {
    const prefixes = categoryPrefixes(offer.category ?? []);
    return {
      offer,
      prefixes,
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
    medianPrice,
    medianMargin: median(margins),
  };
}
