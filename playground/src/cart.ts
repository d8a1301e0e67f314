/** One line of the cart. */
export interface CartLine {
  readonly id: string;
  /** 1 to {@link MOST}. */
  readonly quantity: number;
}

/** What is in the cart, in the order in which it was put there. Each product at most once. */
export type Cart = readonly CartLine[];

/** The most of one thing that the shop delivers. */
export const MOST = 99;

const clamped = (quantity: number): number => Math.min(MOST, Math.max(0, Math.floor(quantity)));

/** The cart with so many of a product; none takes the line away. */
export function withQuantity(cart: Cart, { id, quantity }: CartLine): Cart {
  const wanted = clamped(quantity);
  if (wanted === 0) return cart.filter((line) => line.id !== id);
  if (!cart.some((line) => line.id === id)) return [...cart, { id, quantity: wanted }];
  return cart.map((line) => (line.id === id ? { id, quantity: wanted } : line));
}

/** How many of a product are in the cart. */
export function quantityOf(cart: Cart, id: string): number {
  return cart.find((line) => line.id === id)?.quantity ?? 0;
}

/** How many things are in the cart. */
export function cartCount(cart: Cart): number {
  return cart.reduce((sum, { quantity }) => sum + quantity, 0);
}

function isLine(value: unknown): value is CartLine {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('quantity' in value)) return false;
  return typeof value.id === 'string' && typeof value.quantity === 'number' && clamped(value.quantity) > 0;
}

/** A cart that was kept as text; what is not one, or names what the shop does not sell, is left out. */
export function parseCart(text: string | null, sells: (id: string) => boolean): Cart {
  if (text === null) return [];
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return []; // what cannot be read is no cart, and an empty one is the honest answer
  }
  if (!Array.isArray(kept)) return [];
  return kept.filter(isLine).reduce<Cart>((cart, line) => (sells(line.id) ? withQuantity(cart, line) : cart), []);
}
