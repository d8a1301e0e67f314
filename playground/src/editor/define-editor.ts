import 'tactful/elements';
import { ShopOfferEditor } from './editor-element.js';

customElements.define('shop-offer-editor', ShopOfferEditor);
