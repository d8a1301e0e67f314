import { ShopApp } from './shop-element.js';

customElements.define('shop-app', ShopApp);

// the end-to-end tests look at what tactful holds through the same interface as the shop, and only when asked for
if (new URLSearchParams(location.search).has('e2e')) {
  document.querySelector('shop-app')?.addEventListener('shop-linked', (event) => {
    const linked: unknown = event instanceof CustomEvent ? event.detail : undefined;
    Object.assign(globalThis, { tactfulShop: linked });
  });
}
