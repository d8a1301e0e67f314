import { ShopThreads } from './threads-element.js';

customElements.define('shop-threads', ShopThreads);
