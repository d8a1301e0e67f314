import { readJsonLd } from './read-json-ld.js';
import { readMicrodata } from './read-microdata.js';
import { nodesOf, textsOf, type SchemaNode } from './schema-node.js';

/** A product that a page describes in words that machines read. A claim of the page, limited but not believed. */
export interface PageProduct {
  readonly by: 'json-ld' | 'microdata';
  /** Whether the page is about it; false for one of a list, and for what is shown beside it. */
  readonly main: boolean;
  readonly name: string;
  /** The shop's own id: `sku`, else `productID`. */
  readonly id?: string;
  readonly brand?: string;
  /** From the widest to the narrowest. */
  readonly category: readonly string[];
  /** Decimal, in the currency's own unit. */
  readonly price?: { readonly value: number; readonly currency: string };
}

const PRODUCT_TYPES: ReadonlySet<string> = new Set([
  'Product',
  'ProductGroup',
  'IndividualProduct',
  'ProductModel',
  'SomeProducts',
  'Vehicle',
  'Car',
  'Book',
]);
/** What stands under these is shown beside something else. */
const BESIDE: ReadonlySet<string> = new Set([
  'itemListElement',
  'isRelatedTo',
  'isSimilarTo',
  'isAccessoryOrSparePartFor',
  'isConsumableFor',
  'hasVariant',
  'itemOffered',
  'mentions',
  'itemReviewed',
]);
const MAX_PRODUCTS = 500;
/** A trail begins at the front page, which is no category. */
const FRONT_PAGE = /^(home(page)?|start(pagina|seite)?|accueil|inicio)$/iu;

/** A decimal amount however it is written: `24.95`, `24,95`, `1.249,00`. Nothing for what is no amount. */
export function readAmount(text: string): number | undefined {
  const digits = text.replace(/[^\d.,]/gu, '');
  const decimals = /[.,](\d{1,2})$/u.exec(digits);
  const whole = (decimals ? digits.slice(0, decimals.index) : digits).replace(/[.,]/gu, '');
  if (whole === '' || whole.length > 12) return undefined;
  return Number(`${whole}.${decimals?.[1] ?? '0'}`);
}

function priceOf(product: SchemaNode): PageProduct['price'] {
  for (const offer of nodesOf(product, 'offers')) {
    const priced = [offer, ...nodesOf(offer, 'priceSpecification'), ...nodesOf(offer, 'offers')];
    const find = (...names: readonly string[]): string | undefined =>
      priced.flatMap((node) => names.flatMap((name) => textsOf(node, name)))[0];
    const value = readAmount(find('price', 'lowPrice') ?? '');
    const currency = find('priceCurrency')?.toUpperCase();
    if (value !== undefined && currency !== undefined && /^[A-Z]{3}$/.test(currency)) return { value, currency };
  }
  return undefined;
}

function trailOf(list: SchemaNode): readonly string[] {
  const steps = nodesOf(list, 'itemListElement').map((step, index) => ({
    position: Number(textsOf(step, 'position')[0] ?? index),
    name: textsOf(step, 'name')[0] ?? textsOf(step, 'item')[0] ?? '',
  }));
  return steps
    .sort((a, b) => a.position - b.position)
    .map(({ name }) => name)
    .filter((name) => name !== '' && !FRONT_PAGE.test(name));
}

function productOf(
  node: SchemaNode,
  found: { readonly by: PageProduct['by']; readonly main: boolean },
): PageProduct | undefined {
  const name = textsOf(node, 'name')[0];
  if (name === undefined) return undefined;
  const id = textsOf(node, 'sku')[0] ?? textsOf(node, 'productID')[0];
  const brand = textsOf(node, 'brand')[0];
  const price = priceOf(node);
  const category = (textsOf(node, 'category')[0] ?? '')
    .split(/\s*[>/|›»]\s*/u)
    .filter((step) => step !== '')
    .slice(0, 5);
  return {
    ...found,
    name,
    category,
    ...(id === undefined ? {} : { id }),
    ...(brand === undefined ? {} : { brand }),
    ...(price ? { price } : {}),
  };
}

interface Found {
  readonly products: PageProduct[];
  trail: readonly string[];
}

function collect(node: SchemaNode, at: { readonly by: PageProduct['by']; readonly main: boolean }, found: Found): void {
  if (node.types.includes('BreadcrumbList')) {
    if (found.trail.length === 0) found.trail = trailOf(node);
    return;
  }
  const isProduct = node.types.some((type) => PRODUCT_TYPES.has(type));
  const product = isProduct && found.products.length < MAX_PRODUCTS ? productOf(node, at) : undefined;
  if (product) found.products.push(product);
  for (const [property, values] of node.props) {
    const main = at.main && !isProduct && !BESIDE.has(property);
    for (const value of values) if (typeof value !== 'string') collect(value, { by: at.by, main }, found);
  }
}

function withTrail(product: PageProduct, trail: readonly string[]): PageProduct {
  if (!product.main || product.category.length > 0) return product;
  return { ...product, category: trail.filter((step) => step !== product.name).slice(0, 5) };
}

/**
 * The products that a page announces in JSON-LD and in microdata, those it is about first.
 *
 * Reads the document only: no request, no script of the page. A category that the product does not state is taken from the
 * page's breadcrumbs. At most 500 products, texts of at most 512 characters. Never throws.
 */
export function readPage(page: Document): readonly PageProduct[] {
  const found: Found = { products: [], trail: [] };
  for (const node of readJsonLd(page)) collect(node, { by: 'json-ld', main: true }, found);
  for (const node of readMicrodata(page)) collect(node, { by: 'microdata', main: true }, found);
  const products = found.products.map((product) => withTrail(product, found.trail));
  return [...products.filter(({ main }) => main), ...products.filter(({ main }) => !main)];
}
