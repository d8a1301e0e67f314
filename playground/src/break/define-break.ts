import { ShopBreak } from './break-element.js';

customElements.define('shop-break', ShopBreak);
