import { compileCatalog, DEFAULT_MODEL, readCatalog } from 'tactful/engine';
import type { FeedReading, PlacedProduct } from './feed-catalog.js';
import { lintContext, lintOffers, OFFER_RULES } from './lint-catalog.js';
import { inFileOrder, type Finding } from './lint-finding.js';
import type { LintedOffer } from './lint-rule.js';

const PRODUCT_RULES = OFFER_RULES.filter(({ products }) => products);

/** Which column a path of an offer came from. */
const COLUMNS: readonly (readonly [end: RegExp, column: string])[] = [
  [/content\.\w+\.title$/, 'title'],
  [/content\.\w+\.text$/, 'description'],
  [/discount$/, 'sale_price'],
  [/lowestPrice30d$/, 'lowest_price_30d'],
];

function columnPath(path: string): string {
  const [end, column] = COLUMNS.find(([pattern]) => pattern.test(path)) ?? [];
  return end ? path.replace(end, column ?? '') : path;
}

/** A product as the offer it would be by itself: what the rules look at. */
const asOffer = ({ product }: PlacedProduct): Readonly<Record<string, unknown>> => ({
  id: product.id,
  class: 'suggest',
  price: product.price,
  ...(product.brand === undefined ? {} : { brand: product.brand }),
  ...(product.discount === undefined ? {} : { discount: product.discount }),
  ...(product.lowestPrice30d === undefined ? {} : { lowestPrice30d: product.lowestPrice30d }),
  content: { en: { title: product.title, ...(product.text === undefined ? {} : { text: product.text }) } },
});

/**
 * What the rules say of the products of a feed or list, by its own columns: unclear, pressing and shouting texts, and
 * reductions. What is wrong in the rows themselves comes first.
 */
export function lintProducts(reading: FeedReading): readonly Finding[] {
  const offers = reading.products.map(asOffer);
  const raw = { format: 'tactful-catalog', version: '', currency: reading.currency ?? 'XXX', offers };
  const { catalog } = readCatalog(raw, { offers: Infinity, size: Infinity });
  const compiled = catalog ? compileCatalog(catalog, DEFAULT_MODEL).byId : new Map<string, never>();
  const linted = reading.products.flatMap(({ product, path }, index): readonly LintedOffer[] => {
    const made = compiled.get(product.id);
    return made ? [{ path, fields: offers[index] ?? {}, compiled: made, template: false }] : [];
  });
  const found = lintOffers(linted, lintContext(raw, { offers: linted, setting: {} }), PRODUCT_RULES);
  return inFileOrder([
    ...reading.findings,
    ...found.map((finding) => ({ ...finding, path: columnPath(finding.path) })),
  ]);
}
