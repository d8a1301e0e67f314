import { html, type TemplateResult } from 'lit';
import { isOrder, ORDERS, type Order } from '../listing.js';
import type { Route } from '../route.js';
import type { Shop } from '../shop.js';

/** A route that shows a list which can be ordered and narrowed. */
export type ListRoute = Extract<Route, { readonly order: Order }>;

const chosen = ({ target }: Event): string => (target instanceof HTMLSelectElement ? target.value : '');

/** How many products there are, in which order, and of which brand. Both choices become part of the address. */
export function listControls(
  route: ListRoute,
  { shop, brands, count }: { readonly shop: Shop; readonly brands: readonly string[]; readonly count: number },
): TemplateResult {
  const { texts, act } = shop;
  const sort = (event: Event): void => {
    const order = chosen(event);
    if (isOrder(order)) act.go({ ...route, order });
  };
  const filter = (event: Event): void => {
    const brand = chosen(event);
    act.go({ ...route, brand: brand === '' ? undefined : brand });
  };
  return html`<div class="controls">
    <p class="controls-count" role="status">${texts.count(count)}</p>
    <label>
      <span>${texts.brand}</span>
      <select @change=${filter}>
        <option value="" ?selected=${route.brand === undefined}>${texts.allBrands}</option>
        ${brands.map((brand) => html`<option value=${brand} ?selected=${brand === route.brand}>${brand}</option>`)}
      </select>
    </label>
    <label>
      <span>${texts.sort}</span>
      <select @change=${sort}>
        ${ORDERS.map((order) => html`<option value=${order} ?selected=${order === route.order}>${texts.orders[order]}</option>`)}
      </select>
    </label>
  </div>`;
}
