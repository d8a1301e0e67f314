import './define.js';
import type { TactfulConsent } from './consent-element.js';
import type { TactfulOffer } from './offer-element.js';
import type { TactfulWhy } from './why-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'tactful-consent': TactfulConsent;
    'tactful-offer': TactfulOffer;
    'tactful-why': TactfulWhy;
  }
}

export { TactfulConsent } from './consent-element.js';
export { TactfulOffer } from './offer-element.js';
export { TactfulWhy } from './why-element.js';
