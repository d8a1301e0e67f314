import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../language.js';
import { findPlace, pageTitle } from '../places.js';
import { departmentHash } from '../route.js';
import type { Shop } from '../shop.js';
import type { ListRoute } from '../views/list-controls.js';
import { breadcrumb } from '../views/breadcrumb.js';
import { listing } from '../views/listing.js';
import { missingPage } from './missing-page.js';

/** A department, or one of its shelves. */
export function departmentPage(route: Extract<ListRoute, { readonly page: 'department' }>, shop: Shop): TemplateResult {
  const { lang, texts } = shop;
  const place = findPlace(route.department, route.shelf);
  if (!place) return missingPage(shop);
  const { department, shelf } = place;
  const link = (id: string | undefined, label: string): TemplateResult =>
    html`<li>
      <a href=${departmentHash(department.id, id)} aria-current=${id === shelf?.id ? 'page' : nothing}>${label}</a>
    </li>`;
  return html`
    ${breadcrumb({ department, shelf: undefined }, shop)}
    <h1 tabindex="-1">${pageTitle(route, lang)}</h1>
    <nav class="shelves" aria-label=${say(department.name, lang)}>
      <ul>
        ${link(undefined, texts.all)} ${department.shelves.map(({ id, name }) => link(id, say(name, lang)))}
      </ul>
    </nav>
    ${listing(route, shop)}
  `;
}
