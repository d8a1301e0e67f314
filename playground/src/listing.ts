import type { Product } from './data/product.js';
import { say, type Lang } from './language.js';

/** The orders a list can have; `shelf` is as the shop put them. */
export const ORDERS = ['shelf', 'price-up', 'price-down', 'name'] as const;

/** One of {@link ORDERS}. */
export type Order = (typeof ORDERS)[number];

/** Whether the text names an order. */
export function isOrder(value: string | null): value is Order {
  return ORDERS.some((order) => order === value);
}

/** The brands of some products, each once, by name. */
export function brandsOf(products: readonly Product[]): readonly string[] {
  return [...new Set(products.map(({ brand }) => brand))].sort();
}

/** The products of one brand, or all, in the order asked for. `pays` is the price of today, in euro cents. */
export function listed(
  products: readonly Product[],
  how: {
    readonly order: Order;
    readonly brand: string | undefined;
    readonly lang: Lang;
    readonly pays: (product: Product) => number;
  },
): readonly Product[] {
  const { order, brand, lang, pays } = how;
  const kept = products.filter((product) => brand === undefined || product.brand === brand);
  switch (order) {
    case 'shelf':
      return kept;
    case 'price-up':
      return [...kept].sort((a, b) => pays(a) - pays(b));
    case 'price-down':
      return [...kept].sort((a, b) => pays(b) - pays(a));
    case 'name':
      return [...kept].sort((a, b) => say(a.name, lang).localeCompare(say(b.name, lang), lang));
  }
}
