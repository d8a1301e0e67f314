import type { Product } from './data/product.js';
import { productById } from './data/products.js';
import type { Telling } from './route-events.js';
import { priceOf } from './price.js';
import type { Route } from './route.js';

const ID = 'page-description';

function described(product: Product, { lang, date }: Telling): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    sku: product.id,
    name: product.name[lang],
    description: product.about[lang],
    category: product.category.join(' > '),
    brand: { '@type': 'Brand', name: product.brand },
    offers: {
      '@type': 'Offer',
      price: (priceOf(product, date).pays / 100).toFixed(2),
      priceCurrency: 'EUR',
      availability: 'https://schema.org/InStock',
    },
  };
}

/** What a page announces of itself in schema.org's words, as shops do for search engines: its product, if it has one. */
export function pageDescription(route: Route, telling: Telling): object | undefined {
  const product = route.page === 'product' ? productById.get(route.id) : undefined;
  return product && described(product, telling);
}

/** Puts the description into the page, in place of the one before. Data, which no policy takes for a script. */
export function describePage(description: object | undefined): void {
  document.getElementById(ID)?.remove();
  if (!description) return;
  const script = document.createElement('script');
  script.id = ID;
  script.type = 'application/ld+json';
  script.textContent = JSON.stringify(description);
  document.head.append(script);
}
