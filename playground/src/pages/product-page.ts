import { html, nothing, type TemplateResult } from 'lit';
import { quantityOf } from '../cart.js';
import type { Product } from '../data/product.js';
import { productById } from '../data/products.js';
import { say } from '../language.js';
import { findPlace, productsIn } from '../places.js';
import type { Shop } from '../shop.js';
import { breadcrumb } from '../views/breadcrumb.js';
import { offerTerms, price } from '../views/price.js';
import { picture } from '../views/picture.js';
import { productList } from '../views/product-list.js';
import { slot } from '../views/slot.js';
import { missingPage } from './missing-page.js';

const NEIGHBOURS = 4;

function buy(product: Product, { cart, texts, act }: Shop): TemplateResult {
  const inCart = quantityOf(cart, product.id);
  const add = (): void => {
    act.add(product);
  };
  return html`<div class="buy">
    <button type="button" class="button button-wide" @click=${add}>${texts.add}</button>
    <p class="buy-state">
      ${inCart > 0 ? html`${texts.inCart(inCart)} · <a href="#/cart">${texts.toCart}</a>` : nothing}
    </p>
  </div>`;
}

// the shelf as a ring, so that its last product has neighbours too
function neighbours(product: Product): readonly Product[] {
  const place = findPlace(...product.category);
  const shelf = place ? productsIn(place) : [];
  const at = shelf.indexOf(product);
  return [...shelf.slice(at + 1), ...shelf.slice(0, at)].slice(0, NEIGHBOURS);
}

/** One product. */
export function productPage(id: string, shop: Shop): TemplateResult {
  const { lang, texts } = shop;
  const product = productById.get(id);
  const place = product && findPlace(...product.category);
  if (!product || !place) return missingPage(shop);
  const near = neighbours(product);
  return html`
    ${breadcrumb(place, shop)}
    <article class="product" data-department=${product.category[0]}>
      <div class="tile tile-large">${picture(product.picture)}</div>
      <div class="product-words">
        <p class="eyebrow">${product.brand}</p>
        <h1 tabindex="-1">${say(product.name, lang)}</h1>
        <p class="lead">${say(product.about, lang)}</p>
        ${price(product, shop)} ${offerTerms(product, shop)} ${buy(product, shop)}
        <ul class="promises">
          <li>${texts.inStock}</li>
          <li>${texts.returns}</li>
        </ul>
      </div>
    </article>
    ${slot('product', shop)}
    <section aria-labelledby="near-title">
      <h2 id="near-title">${texts.sameShelf}</h2>
      ${productList(near, { shop, list: { id: 'same_shelf', name: 'same_shelf' }, label: texts.sameShelf, four: true })}
    </section>
  `;
}
