import type { Product } from './data/product.js';
import { say, type Lang } from './language.js';
import { priceOf } from './price.js';

/** An item in GA4's shape. Amounts are decimal euros, as GA4 sends them. */
export interface Ga4Item {
  readonly item_id: string;
  readonly item_name: string;
  readonly item_brand: string;
  readonly item_category: string;
  readonly item_category2: string;
  /** What is paid for one. */
  readonly price: number;
  /** What was taken off one. */
  readonly discount?: number;
  readonly quantity: number;
}

/** What an event tells of products. */
export interface Ga4Items {
  readonly currency: 'EUR';
  readonly value: number;
  readonly items: readonly Ga4Item[];
}

const euros = (cents: number): number => cents / 100;

function item(
  product: Product,
  how: { readonly date: string; readonly lang: Lang; readonly quantity: number },
): Ga4Item {
  const { pays } = priceOf(product, how.date);
  const off = product.price - pays;
  return {
    item_id: product.id,
    item_name: say(product.name, how.lang),
    item_brand: product.brand,
    item_category: product.category[0],
    item_category2: product.category[1],
    price: euros(pays),
    ...(off > 0 ? { discount: euros(off) } : {}),
    quantity: how.quantity,
  };
}

/** Products with their numbers as the parameters of an event; `value` is their sum. */
export function ga4Items(
  lines: readonly { readonly product: Product; readonly quantity: number }[],
  how: { readonly date: string; readonly lang: Lang },
): Ga4Items {
  const cents = lines.reduce((sum, { product, quantity }) => sum + priceOf(product, how.date).pays * quantity, 0);
  return {
    currency: 'EUR',
    value: euros(cents),
    items: lines.map(({ product, quantity }) => item(product, { ...how, quantity })),
  };
}
