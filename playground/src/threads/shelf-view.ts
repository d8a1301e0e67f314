import { html, nothing, type TemplateResult } from 'lit';
import { productById } from '../data/products.js';
import type { Product } from '../data/product.js';
import { formatMoney } from '../format.js';
import { say } from '../language.js';
import { icon } from '../views/icon.js';
import { picture } from '../views/picture.js';
import { tillProducts } from './till.js';
import { searchWords } from './wall-address.js';
import type { WallPage } from './wall-page.js';
import { pathName } from './wall-words.js';

const SHELF = [
  'hose-20m',
  'watering-can-zinc',
  'secateurs',
  'lavender-pot',
  'wall-paint-sage',
  'roller-set',
  'drill-driver-18v',
  'circular-saw',
  'pendant-lamp',
  'string-lights',
];

/** What stands on the shelf: things of the shop from five departments, and two from beside the till. */
export const shelfProducts: readonly Product[] = [...SHELF.flatMap((id) => productById.get(id) ?? []), ...tillProducts];

function item(product: Product, { lang, texts, deeds }: WallPage): TemplateResult {
  const { id, category } = product;
  const name = say(product.name, lang);
  const { shelf } = texts;
  const place = pathName(category.join('/'), lang);
  const sold = productById.has(id);
  return html`<li class="shelf-item" data-department=${category[0]} data-product=${id}>
    <button type="button" class="shelf-look" @click=${() => deeds.click({ deed: 'look', about: [id] })}>
      <span class="tile">${picture(product.picture)}</span>
      <span class="shelf-name"><span class="visually-hidden">${shelf.look}: </span>${name}</span>
      <span class="shelf-price">${formatMoney(product.price, lang)}</span>
    </button>
    <div class="shelf-deeds">
      <button
        type="button"
        aria-label=${shelf.of(shelf.save, name)}
        @click=${() => deeds.click({ deed: 'save', about: [id] })}
      >
        ${shelf.save}
      </button>
      <button
        type="button"
        aria-label=${shelf.of(shelf.cart, name)}
        @click=${() => deeds.click({ deed: 'cart', about: [id] })}
      >
        ${shelf.cart}
      </button>
      ${
        sold
          ? html`<button
              type="button"
              aria-label=${shelf.lessOf(place)}
              title=${shelf.lessOf(place)}
              @click=${() => deeds.click({ deed: 'less', about: [category.join('/')] })}
            >
              ${shelf.less}
            </button>`
          : nothing
      }
    </div>
  </li>`;
}

/** What lies in the cart: put there and not bought yet. */
function inCart({ state }: WallPage): readonly string[] {
  const from = state.own.map(({ deed }) => deed).lastIndexOf('buy') + 1;
  return [...new Set(state.own.slice(from).flatMap(({ deed, about }) => (deed === 'cart' ? about : [])))];
}

function clock({ texts, left, state }: WallPage): TemplateResult {
  const { shelf } = texts;
  return html`<p class="shelf-clock">
    <span class="shelf-seconds" aria-hidden="true">${left ?? 60}</span>
    <span>
      <span role="timer">${left === undefined ? shelf.waits : shelf.left(left)}</span>
      <strong>${state.own.length === 0 ? shelf.none : shelf.notes(state.own.length)}</strong>
    </span>
  </p>`;
}

/** The small shelf on which one's own sixty seconds are spent. */
export function shelfView(page: WallPage): TemplateResult {
  const { texts, deeds, noted } = page;
  const { shelf } = texts;
  const cart = inCart(page);
  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const typed = new FormData(event.target).get('words');
    const words = searchWords(typeof typed === 'string' ? typed : '');
    if (words === '') return;
    deeds.click({ deed: 'search', about: [words] });
    event.target.reset();
  };
  return html`<section class="shelf" aria-labelledby="shelf-title">
    <div class="shelf-top">
      <div>
        <h2 id="shelf-title" tabindex="-1">${shelf.title}</h2>
        <p class="under">${shelf.lead}</p>
      </div>
      ${clock(page)}
    </div>
    <div class="shelf-tools">
      <form class="search" @submit=${search}>
        <input
          type="search"
          name="words"
          autocomplete="off"
          maxlength="60"
          aria-label=${shelf.searchLabel}
          placeholder=${shelf.searchLabel}
        />
        <button type="submit" aria-label=${shelf.search}>${icon('search')}</button>
      </form>
      <button type="button" class="wall-button" @click=${() => deeds.click({ deed: 'gift', about: [] })}>
        ${shelf.gift}
      </button>
      <button
        type="button"
        class="wall-button"
        ?disabled=${cart.length === 0}
        @click=${() => deeds.click({ deed: 'buy', about: cart })}
      >
        ${cart.length === 0 ? shelf.emptyCart : shelf.buy(cart.length)}
      </button>
      <button type="button" class="button shelf-hang" @click=${() => deeds.act({ do: 'hang' })}>${shelf.hang}</button>
    </div>
    <p class="shelf-noted" role="status">${noted}</p>
    <ul class="shelf-items">
      ${shelfProducts.map((product) => item(product, page))}
    </ul>
    <p class="threads-private">${texts.private}</p>
  </section>`;
}
