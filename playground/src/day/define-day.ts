import { ShopDay } from './day-element.js';

customElements.define('shop-day', ShopDay);
