import type { ShopCatalog } from './offer.js';
import { advice } from './offers/advice.js';
import { complements } from './offers/complements.js';
import { coupons } from './offers/coupons.js';
import { gardenSuggestions } from './offers/garden-suggestions.js';
import { houseSuggestions } from './offers/house-suggestions.js';
import { replenishments } from './offers/replenishments.js';

export type { Condition, ConditionValue, OfferText, ShopCatalog, ShopOffer } from './offer.js';

/**
 * The shop's catalogue: 40 offers. Conditions read only `viewing.category`, `cart.items`, `cart.value` (euro cents) and
 * `bought.items`; a shelf is never named alone, since `tools` is both a department and a shelf of the garden.
 */
export const catalog: ShopCatalog = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: [...gardenSuggestions, ...houseSuggestions, ...coupons, ...complements, ...replenishments, ...advice],
};
