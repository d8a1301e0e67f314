import { html, type TemplateResult } from 'lit';
import { formatMoney } from '../format.js';
import { say } from '../language.js';
import { cartLines } from '../route-events.js';
import type { Shop } from '../shop.js';
import { empty } from '../views/empty.js';
import { slot } from '../views/slot.js';

/** What follows an order. */
export function thanksPage(shop: Shop): TemplateResult {
  const { texts, order, lang } = shop;
  if (!order) {
    return empty({
      picture: 'hammer',
      title: texts.thanksNone,
      text: texts.thanksNoneHint,
      action: { label: texts.goOn, href: '#/' },
    });
  }
  const [firstName = ''] = order.name.trim().split(/\s+/, 1);
  return html`
    <section class="thanks">
      <h1 tabindex="-1">${texts.thanksTitle(firstName)}</h1>
      <p class="lead">${texts.thanksText(order.id)}</p>
      <ul class="contents">
        ${cartLines(order.cart).map(({ product, quantity }) => html`<li><span>${quantity} ×</span> ${say(product.name, lang)}</li>`)}
      </ul>
      <p class="thanks-total">${texts.total} <strong>${formatMoney(order.total, lang)}</strong></p>
      <a class="button button-quiet" href="#/">${texts.goOn}</a>
    </section>
    ${slot('thanks', shop)}
  `;
}
