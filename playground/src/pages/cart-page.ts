import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Product } from '../data/product.js';
import { formatMoney } from '../format.js';
import { say } from '../language.js';
import { priceOf } from '../price.js';
import { cartLines } from '../route-events.js';
import { routeHash } from '../route.js';
import type { Shop } from '../shop.js';
import { empty } from '../views/empty.js';
import { picture } from '../views/picture.js';
import { price } from '../views/price.js';
import { slot } from '../views/slot.js';
import { stepper } from '../views/stepper.js';
import { totals } from '../views/totals.js';

function line(
  { product, quantity }: { readonly product: Product; readonly quantity: number },
  shop: Shop,
): TemplateResult {
  const { lang, texts, date, act } = shop;
  const name = say(product.name, lang);
  return html`<li class="line" data-department=${product.category[0]} data-product=${product.id}>
    <span class="tile tile-small">${picture(product.picture)}</span>
    <div class="line-words">
      <a href=${routeHash({ page: 'product', id: product.id })}>${name}</a>
      <span class="card-brand">${product.brand}</span>
      ${price(product, shop)}
    </div>
    ${stepper({
      label: texts.quantityOf(name),
      fewer: texts.fewer,
      more: texts.more,
      quantity,
      least: 1,
      onChange: (wanted) => {
        act.setQuantity(product, wanted);
      },
    })}
    <span class="line-sum">${formatMoney(priceOf(product, date).pays * quantity, lang)}</span>
    <button
      type="button"
      class="link-button line-remove"
      aria-label=${texts.removeName(name)}
      @click=${() => {
        act.setQuantity(product, 0);
      }}
    >
      ${texts.remove}
    </button>
  </li>`;
}

/** The cart. */
export function cartPage(shop: Shop): TemplateResult {
  const { texts, cart } = shop;
  if (cart.length === 0) {
    return html`${empty({ picture: 'wheelbarrow', title: texts.cartEmpty, text: texts.cartEmptyHint, action: { label: texts.goOn, href: '#/' } })}
    ${slot('cart', shop)}`;
  }
  return html`
    <h1 tabindex="-1">${texts.cartTitle}</h1>
    <div class="with-summary">
      <ul class="lines">
        ${repeat(
          cartLines(cart),
          ({ product }) => product.id,
          (each) => line(each, shop),
        )}
      </ul>
      <section class="summary" aria-label=${texts.total}>
        ${totals(shop)}
        <a class="button button-wide" href="#/checkout">${texts.order}</a>
        <a class="summary-link" href="#/">${texts.goOn}</a>
      </section>
    </div>
    ${slot('cart', shop)}
  `;
}
