import type { Folded } from './folded.js';
import type { Item } from './item.js';
import type { JsonObject } from './json.js';
import { NO_SIGNALS, signalAttributes, type Signals } from './moment-signal.js';

const prefixesOf = (items: readonly Item[]): readonly string[] => [
  ...new Set(items.flatMap(({ prefixes }) => prefixes)),
];
const idsOf = (items: readonly Item[]): readonly string[] => items.flatMap(({ id }) => (id === undefined ? [] : [id]));

/**
 * What a catalog condition can read: `viewing`, `cart`, `bought`, `visit`, and of the moment `moment`, `weather`, `places`.
 *
 * Categories are lists of every prefix, so `{"viewing.category": {"$in": ["garden"]}}` holds for
 * `garden/hoses` too. `cart.value` is in minor units.
 */
export function conditionAttributes(folded: Folded, signals: Signals = NO_SIGNALS): JsonObject {
  const { viewing, visit } = folded;
  const cart = [...folded.cart.values()];
  return {
    viewing: viewing
      ? {
          item: viewing.id ?? null,
          category: viewing.prefixes,
          brand: viewing.brand ?? null,
          price: viewing.price ?? null,
        }
      : {},
    cart: {
      items: idsOf(cart),
      categories: prefixesOf(cart),
      value: cart.reduce((sum, { price, quantity }) => sum + (price ?? 0) * quantity, 0),
    },
    bought: { items: folded.bought, categories: [...folded.boughtAt.keys()] },
    visit: { count: visit.count },
    ...signalAttributes(signals),
  };
}
