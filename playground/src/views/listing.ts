import { html, type TemplateResult } from 'lit';
import { brandsOf, listed } from '../listing.js';
import { pageTitle, productsOn } from '../places.js';
import { priceOf } from '../price.js';
import { listName } from '../route-events.js';
import type { Shop } from '../shop.js';
import { listControls, type ListRoute } from './list-controls.js';
import { productList } from './product-list.js';

/** The list of a department, a shelf or a search, with its order and its filter. */
export function listing(route: ListRoute, shop: Shop): TemplateResult {
  const { lang, date, texts } = shop;
  const all = productsOn(route);
  const shown = listed(all, { ...route, lang, pays: (product) => priceOf(product, date).pays });
  return html`
    ${listControls(route, { shop, brands: brandsOf(all), count: shown.length })}
    ${
      shown.length === 0
        ? html`<p class="under">${texts.noneOfBrand}</p>`
        : productList(shown, { shop, list: listName(route, lang), label: pageTitle(route, lang) })
    }
  `;
}
