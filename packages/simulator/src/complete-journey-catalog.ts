import { toMinorUnits, type JsonObject } from 'tactful/engine';
import { categoryPart, categoryPath } from './category-name.js';

/** A line of `catalogue.csv.gz`, every column as text. */
export interface ProductRow {
  readonly product_id: string;
  readonly manufacturer_id: string;
  readonly department: string;
  readonly product_category: string;
  readonly product_type: string;
  readonly package_size: string;
  readonly median_shelf_price: string;
}

/** The columns that {@link productOffer} reads. */
export const PRODUCT_COLUMNS: readonly (keyof ProductRow)[] = [
  'product_id',
  'manufacturer_id',
  'department',
  'product_category',
  'product_type',
  'package_size',
  'median_shelf_price',
];

const CURRENCY = 'USD';

/** The decimal number in a column, or `undefined` for an empty one and for `NA`. */
export function numberIn(text: string): number | undefined {
  const value = text === '' || text === 'NA' ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** What a product is called here. The data holds no product names: the narrowest category and the package size stand in. */
export function productTitle(product: ProductRow): string {
  const fromNarrow = [product.product_type, product.product_category, product.department];
  const name = fromNarrow.find((part) => categoryPart(part) !== undefined) ?? `product ${product.product_id}`;
  return categoryPart(product.package_size) === undefined ? name : `${name}, ${product.package_size}`;
}

/**
 * The brand of a product: its manufacturer's number as text.
 *
 * The column `brand` says only National or Private, which is no name anybody could like; the shop's
 * own products carry the shop's own manufacturer numbers, so they stay distinguishable.
 */
export function productBrand({ manufacturer_id: id }: Pick<ProductRow, 'manufacturer_id'>): string | undefined {
  return id === '' || id === 'NA' ? undefined : `manufacturer ${id}`;
}

/** One product as an offer, not yet validated: with a price class `suggest` without `margin`, else class `inform`. */
export function productOffer(product: ProductRow): JsonObject {
  const price = numberIn(product.median_shelf_price);
  const brand = productBrand(product);
  return {
    id: `product-${product.product_id}`,
    class: price === undefined ? 'inform' : 'suggest',
    category: categoryPath([product.department, product.product_category, product.product_type]),
    ...(brand === undefined ? {} : { brand }),
    ...(price === undefined ? {} : { price: toMinorUnits(price, CURRENCY) }),
    content: { en: { title: productTitle(product) } },
    product: product.product_id,
  };
}

/** All products of Complete Journey as a catalogue for `readCatalog`. Amounts are in US cents. */
export function completeJourneyCatalog(products: readonly ProductRow[]): JsonObject {
  return {
    format: 'tactful-catalog',
    version: 'completejourney-2.0',
    currency: CURRENCY,
    offers: products.map(productOffer),
  };
}
