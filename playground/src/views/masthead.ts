import { html, nothing, type TemplateResult } from 'lit';
import { cartCount } from '../cart.js';
import { categories } from '../data/categories.js';
import { say } from '../language.js';
import { departmentHash } from '../route.js';
import type { Shop } from '../shop.js';
import { icon, wordmark } from './icon.js';

function searchBox({ texts, route, act }: Shop): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const query = new FormData(event.target).get('q');
    act.go({ page: 'search', query: typeof query === 'string' ? query.trim() : '', order: 'shelf', brand: undefined });
  };
  return html`<form class="search" role="search" @submit=${submit}>
    <input
      type="search"
      name="q"
      autocomplete="off"
      aria-label=${texts.searchLabel}
      placeholder=${texts.searchHint}
      .value=${route.page === 'search' ? route.query : ''}
    />
    <button type="submit" aria-label=${texts.search}>${icon('search')}</button>
  </form>`;
}

function departments({ route, lang, texts }: Shop): TemplateResult {
  const here = route.page === 'department' ? route.department : undefined;
  return html`<nav class="departments" aria-label=${texts.departments}>
    <ul>
      ${categories.map(
        ({ id, name }) =>
          html`<li>
            <a href=${departmentHash(id)} aria-current=${id === here ? 'true' : nothing}>${say(name, lang)}</a>
          </li>`,
      )}
      <li class="departments-offers">
        <a href="#/offers" aria-current=${route.page === 'offers' ? 'page' : nothing}>${texts.openOffers}</a>
      </li>
    </ul>
  </nav>`;
}

/** The top of every page: name, search, language, cart, departments. */
export function masthead(shop: Shop): TemplateResult {
  const { texts, lang, cart, act } = shop;
  const count = cartCount(cart);
  const other = lang === 'en' ? 'nl' : 'en';
  const speak = (): void => {
    act.speak(other);
  };
  return html`<header class="masthead">
    <div class="masthead-row">
      <a class="wordmark" href="#/">${wordmark()}<span>${texts.shopName}</span></a>
      ${searchBox(shop)}
      <div class="masthead-tools">
        <button type="button" class="quiet-button" lang=${other} @click=${speak}>${texts.otherLang}</button>
        <a class="cart-link" href="#/cart" aria-label=${texts.cartCount(count)}>
          ${icon('cart')}<span class="cart-count" aria-hidden="true">${count}</span>
        </a>
      </div>
    </div>
    ${departments(shop)}
  </header>`;
}
