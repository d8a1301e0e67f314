import { html, nothing, type TemplateResult } from 'lit';
import { FIELDS, type Field } from '../check-order.js';
import { formatMoney } from '../format.js';
import { say } from '../language.js';
import { cartLines } from '../route-events.js';
import type { Shop } from '../shop.js';
import { amountDue, totals } from '../views/totals.js';
import { cartPage } from './cart-page.js';

const KINDS: Readonly<Record<Field, { readonly type: string; readonly autocomplete: string }>> = {
  name: { type: 'text', autocomplete: 'name' },
  email: { type: 'email', autocomplete: 'email' },
  street: { type: 'text', autocomplete: 'street-address' },
  postcode: { type: 'text', autocomplete: 'postal-code' },
  city: { type: 'text', autocomplete: 'address-level2' },
};

function input(field: Field, { texts, form, errors, act }: Shop): TemplateResult {
  const { type, autocomplete } = KINDS[field];
  const wrong = errors.get(field);
  const typed = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) act.type(field, target.value);
  };
  return html`<div class="field field-${field}">
    <label for=${`field-${field}`}>${texts.fields[field]}</label>
    <input
      id=${`field-${field}`}
      name=${field}
      type=${type}
      autocomplete=${autocomplete}
      required
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? `error-${field}` : nothing}
      .value=${form[field]}
      @input=${typed}
    />
    ${wrong ? html`<p class="field-error" id=${`error-${field}`}>${texts.errors[wrong](texts.fields[field])}</p>` : nothing}
  </div>`;
}

function contents({ cart, lang }: Shop): TemplateResult {
  return html`<ul class="contents">
    ${cartLines(cart).map(({ product, quantity }) => html`<li><span>${quantity} ×</span> ${say(product.name, lang)}</li>`)}
  </ul>`;
}

/** The order form. It asks what a shop needs to bring something, and nothing stands beside it that asks for attention. */
export function checkoutPage(shop: Shop): TemplateResult {
  const { texts, cart, errors, lang, act } = shop;
  if (cart.length === 0) return cartPage(shop);
  const submit = (event: Event): void => {
    event.preventDefault();
    act.placeOrder();
  };
  return html`
    <h1 tabindex="-1">${texts.checkoutTitle}</h1>
    <div class="with-summary">
      <form class="order-form" novalidate @submit=${submit}>
        <p class="under">${texts.checkoutNote}</p>
        <p class="form-error" role="alert">${errors.size > 0 ? texts.errorSummary(errors.size) : ''}</p>
        ${FIELDS.map((field) => input(field, shop))}
        <p class="under">${texts.payment}</p>
        <button type="submit" class="button button-wide">${texts.place(formatMoney(amountDue(shop), lang))}</button>
        <a class="summary-link" href="#/cart">${texts.back}</a>
      </form>
      <section class="summary" aria-labelledby="summary-title">
        <h2 id="summary-title">${texts.summary}</h2>
        ${contents(shop)} ${totals(shop)}
      </section>
    </div>
  `;
}
