import { html, nothing, type TemplateResult } from 'lit';
import type { Product } from '../data/product.js';
import { formatDate, formatMoney } from '../format.js';
import { say } from '../language.js';
import { lastDayBefore, priceOf } from '../price.js';
import type { Shop } from '../shop.js';

/** What a product costs today and, where an open offer lowers it, what it was. */
export function price(product: Product, { date, lang, texts }: Shop): TemplateResult {
  const { pays, offer } = priceOf(product, date);
  return html`<span class="price">
    <span class="price-pays ${offer ? 'price-low' : ''}">${formatMoney(pays, lang)}</span>
    ${offer ? html`<span class="price-was">${texts.was(formatMoney(product.price, lang))}</span>` : nothing}
    ${product.unit ? html`<span class="price-unit">${say(product.unit, lang)}</span>` : nothing}
  </span>`;
}

/** Until when the open offer on a product holds, for whom, and the lowest price before it; nothing without an offer. */
export function offerTerms(product: Product, { date, lang, texts }: Shop): TemplateResult | typeof nothing {
  const { offer } = priceOf(product, date);
  if (!offer) return nothing;
  const until =
    offer.validThrough === undefined ? '' : ` ${texts.until(formatDate(lastDayBefore(offer.validThrough), lang))}`;
  return html`<p class="terms">
    <a href="#/offers">${texts.forEverybody}</a>${until}.
    ${offer.lowestPrice30d === undefined ? nothing : `${texts.lowest(formatMoney(offer.lowestPrice30d, lang))}.`}
  </p>`;
}
