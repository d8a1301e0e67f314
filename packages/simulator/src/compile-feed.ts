import type { Catalog, Offer } from 'tactful/engine';
import type { FeedReading } from './feed-catalog.js';
import type { FeedProduct } from './feed-product.js';

/** What is made of the products beside the list of them. */
export interface CompileSetting {
  /** A template for each category, and an offer for each reduced product. */
  readonly offers: boolean;
  /** The language of the texts. */
  readonly lang: string;
}

type Products = NonNullable<Catalog['products']>;
type CatalogProduct = Products[number];

const ACTION: Readonly<Record<string, string>> = { en: 'Look', nl: 'Bekijk' };
const FOR: Readonly<Record<string, string>> = { en: 'for', nl: 'voor' };

const isAnnounced = ({ discount, lowestPrice30d }: FeedProduct): boolean =>
  discount !== undefined && lowestPrice30d !== undefined;

/** A product at what is asked for it now. */
function catalogProduct(product: FeedProduct): CatalogProduct {
  const { id, title, category, brand, price, discount = 0, lowestPrice30d, margin, url, features } = product;
  return {
    id,
    name: title,
    ...(category ? { category } : {}),
    ...(brand === undefined ? {} : { brand }),
    price: price - discount,
    ...(lowestPrice30d === undefined ? {} : { lowestPrice30d }),
    ...(margin === undefined ? {} : { margin: Math.max(0, margin - discount) }),
    ...(url === undefined ? {} : { url }),
    ...(features ? { features } : {}),
  };
}

const actionTo = (url: string, lang: string): NonNullable<Offer['content'][string]['action']> => ({
  label: ACTION[lang] ?? 'Look',
  url,
});

/** A reduced product speaks for itself: its reduction, from what, and until when. */
function reducedOffer(product: FeedProduct, lang: string): Offer {
  const { id, title, text, category, brand, price, discount, lowestPrice30d, margin, url, features } = product;
  const { validFrom, validThrough } = product;
  return {
    id: `reduced-${id}`,
    class: 'suggest',
    ...(category ? { category } : {}),
    ...(brand === undefined ? {} : { brand }),
    price,
    ...(discount === undefined ? {} : { discount }),
    ...(lowestPrice30d === undefined ? {} : { lowestPrice30d }),
    ...(margin === undefined ? {} : { margin }),
    content: {
      [lang]: {
        title,
        ...(text === undefined ? {} : { text }),
        ...(url === undefined ? {} : { action: actionTo(url, lang) }),
      },
    },
    product: id,
    ...(features ? { features } : {}),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validThrough === undefined ? {} : { validThrough }),
  };
}

const slug = (path: readonly string[]): string =>
  path
    .join(' ')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

function templateFor(products: Products, about: { readonly id: string; readonly lang: string }): Offer {
  const { id, lang } = about;
  const category = products[0]?.category;
  const addressed = products.every(({ url }) => url !== undefined);
  return {
    id,
    class: 'suggest',
    from: { products: category ? { category } : { category: null } },
    content: {
      [lang]: {
        title: '{name}',
        text: `{name} ${FOR[lang] ?? 'for'} {price}.`,
        ...(addressed ? { action: actionTo('{url}', lang) } : {}),
      },
    },
  };
}

function templatesFor(products: Products, lang: string): readonly Offer[] {
  const byCategory = new Map<string, CatalogProduct[]>();
  for (const product of products) {
    const key = JSON.stringify(product.category ?? []);
    const known = byCategory.get(key);
    if (known) known.push(product);
    else byCategory.set(key, [product]);
  }
  const used = new Set<string>();
  return [...byCategory.values()].map((group) => {
    const base = `suggest-${slug(group[0]?.category ?? []) || 'other'}`;
    let id = base;
    for (let count = 2; used.has(id); count++) id = `${base}-${String(count)}`;
    used.add(id);
    return templateFor(group, { id, lang });
  });
}

/**
 * A catalogue of the available products of a feed or list, at the prices asked now.
 *
 * With `offers` a first set of offers too: one template for each category, and one offer for each product whose reduction
 * can be announced, which is then not in the list. A reduction without the lowest price of 30 days is not announced.
 */
export function compileFeed(reading: FeedReading, setting: CompileSetting): Catalog {
  const { offers, lang } = setting;
  const available = reading.products.map(({ product }) => product).filter((product) => product.available);
  const reduced = offers ? available.filter(isAnnounced) : [];
  const rest = (offers ? available.filter((product) => !isAnnounced(product)) : available).map(catalogProduct);
  return {
    format: 'tactful-catalog',
    version: '1',
    currency: reading.currency ?? 'XXX',
    offers: [...reduced.map((product) => reducedOffer(product, lang)), ...(offers ? templatesFor(rest, lang) : [])],
    products: rest,
  };
}
