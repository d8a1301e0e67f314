import { html, nothing, type TemplateResult } from 'lit';
import { productById } from '../data/products.js';
import { deliveryOf } from '../delivery.js';
import { formatMoney } from '../format.js';
import { cartTotal } from '../price.js';
import type { Shop } from '../shop.js';

/** What a cart costs in all, delivery included. */
export function amountDue({ cart, date }: Pick<Shop, 'cart' | 'date'>): number {
  const { total } = cartTotal(cart, { date, sold: (id) => productById.get(id) });
  return total + deliveryOf(total);
}

/** The sum of the cart, line by line. */
export function totals(shop: Shop): TemplateResult {
  const { cart, date, lang, texts } = shop;
  const { total, saved } = cartTotal(cart, { date, sold: (id) => productById.get(id) });
  const delivery = deliveryOf(total);
  return html`<dl class="totals">
      <div>
        <dt>${texts.subtotal}</dt>
        <dd>${formatMoney(total, lang)}</dd>
      </div>
      <div>
        <dt>${texts.delivery}</dt>
        <dd>${delivery === 0 ? texts.free : formatMoney(delivery, lang)}</dd>
      </div>
      <div class="totals-sum">
        <dt>${texts.total}</dt>
        <dd>${formatMoney(total + delivery, lang)}</dd>
      </div>
    </dl>
    ${saved > 0 ? html`<p class="terms">${texts.savedTotal(formatMoney(saved, lang))}</p>` : nothing}`;
}
