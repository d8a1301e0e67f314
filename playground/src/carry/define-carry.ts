import { ShopCarry } from './carry-element.js';

if (!customElements.get('shop-carry')) customElements.define('shop-carry', ShopCarry);
