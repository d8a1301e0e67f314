import { TactfulConsent } from './consent-element.js';
import { TactfulOffer } from './offer-element.js';
import { TactfulWhy } from './why-element.js';

// A page may load the elements twice, by two bundles: the first one serves both.
for (const [name, element] of [
  ['tactful-offer', TactfulOffer],
  ['tactful-consent', TactfulConsent],
  ['tactful-why', TactfulWhy],
] as const) {
  if (!customElements.get(name)) customElements.define(name, element);
}
