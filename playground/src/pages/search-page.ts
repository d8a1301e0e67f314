import { html, type TemplateResult } from 'lit';
import { pageTitle, productsOn } from '../places.js';
import type { Shop } from '../shop.js';
import { empty } from '../views/empty.js';
import type { ListRoute } from '../views/list-controls.js';
import { listing } from '../views/listing.js';

/** What a search finds; and what to do when it finds nothing or was not given a word. */
export function searchPage(route: Extract<ListRoute, { readonly page: 'search' }>, shop: Shop): TemplateResult {
  const { texts, lang } = shop;
  const action = { label: texts.home, href: '#/' };
  if (route.query === '')
    return empty({ picture: 'detector', title: texts.searchTitle, text: texts.searchEmpty, action });
  if (productsOn(route).length === 0) {
    return empty({ picture: 'detector', title: texts.nothingFound(route.query), text: texts.nothingFoundHint, action });
  }
  return html`<h1 tabindex="-1">${pageTitle(route, lang)}</h1>
    ${listing(route, shop)}`;
}
