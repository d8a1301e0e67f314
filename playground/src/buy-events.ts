import type { Cart } from './cart.js';
import type { Product } from './data/product.js';
import { ga4Items } from './ga4.js';
import { cartLines, type ShopEvent, type Telling } from './route-events.js';

/** What is told when the number of a product in the cart changes from one to another; nothing when it does not. */
export function quantityEvents(
  product: Product,
  { before, after, telling }: { readonly before: number; readonly after: number; readonly telling: Telling },
): readonly ShopEvent[] {
  if (before === after) return [];
  const name = after > before ? 'add_to_cart' : 'remove_from_cart';
  return [{ name, params: { ...ga4Items([{ product, quantity: Math.abs(after - before) }], telling) } }];
}

/** What is told when an order is placed. The buyer's name and address are no part of it. */
export function purchaseEvent(
  cart: Cart,
  { id, telling }: { readonly id: string; readonly telling: Telling },
): ShopEvent {
  return { name: 'purchase', params: { transaction_id: id, ...ga4Items(cartLines(cart), telling) } };
}
