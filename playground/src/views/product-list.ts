import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Product } from '../data/product.js';
import { say } from '../language.js';
import type { ListName } from '../route-events.js';
import { routeHash } from '../route.js';
import type { Shop } from '../shop.js';
import { picture } from './picture.js';
import { price } from './price.js';

function card(product: Product, { shop, list }: { readonly shop: Shop; readonly list: ListName }): TemplateResult {
  const href = routeHash({ page: 'product', id: product.id });
  const choose = (): void => {
    shop.act.choose(product, list);
  };
  return html`<li class="card" data-department=${product.category[0]} data-product=${product.id}>
    <a class="card-link" href=${href} @click=${choose}>
      <span class="tile">${picture(product.picture)}</span>
      <span class="card-name">${say(product.name, shop.lang)}</span>
    </a>
    <span class="card-brand">${product.brand}</span>
    ${price(product, shop)}
  </li>`;
}

/**
 * Products as cards; choosing one is told with the name of the list it stood in. `four`: in rows of four where they fit, for a
 * list that is a multiple of it.
 */
export function productList(
  products: readonly Product[],
  how: { readonly shop: Shop; readonly list: ListName; readonly label: string; readonly four?: boolean },
): TemplateResult {
  return html`<ul class=${how.four ? 'cards cards-four' : 'cards'} aria-label=${how.label}>
    ${repeat(
      products,
      ({ id }) => id,
      (product) => card(product, how),
    )}
  </ul>`;
}
