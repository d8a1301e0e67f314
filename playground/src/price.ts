import type { ShopOffer } from './data/offers.js';
import { catalog } from './data/offers.js';
import type { Product } from './data/product.js';
import type { Cart } from './cart.js';

/** What a product costs everybody today. Money is in euro cents. */
export interface Price {
  readonly pays: number;
  /** The offer that lowers it, open to everybody. */
  readonly offer: OpenOffer | undefined;
}

/** An offer with a discount that holds today. */
export interface OpenOffer extends ShopOffer {
  readonly discount: number;
  readonly product: string;
}

const isOpen = (offer: ShopOffer): offer is OpenOffer => offer.discount !== undefined && offer.product !== undefined;

/** The last day, by the shop's own clock, before a moment with a zone: what ends at midnight holds until that day. */
export function lastDayBefore(moment: string): string {
  return new Date(Date.parse(`${moment.slice(0, 19)}Z`) - 1).toISOString().slice(0, 10);
}

function holdsOn({ validFrom, validThrough }: ShopOffer, date: string): boolean {
  const hasBegun = validFrom === undefined || validFrom.slice(0, 10) <= date;
  return hasBegun && (validThrough === undefined || date <= lastDayBefore(validThrough));
}

/**
 * Every discount that holds on a local date (`2026-10-03`), coupons first.
 *
 * They hold for whoever looks: nothing about the shopper is asked here.
 */
export function openOffers(date: string): readonly OpenOffer[] {
  const holds = catalog.offers.filter(isOpen).filter((offer) => holdsOn(offer, date));
  return [...holds.filter((offer) => offer.class === 'coupon'), ...holds.filter((offer) => offer.class !== 'coupon')];
}

/** The price of a product on a date: with the largest open discount on it. */
export function priceOf(product: Product, date: string): Price {
  const [offer] = openOffers(date)
    .filter((open) => open.product === product.id)
    .sort((a, b) => b.discount - a.discount);
  return { pays: product.price - (offer?.discount ?? 0), offer };
}

/** What a cart costs, and what the open offers take off it. `sold` finds a product. */
export function cartTotal(
  cart: Cart,
  { date, sold }: { readonly date: string; readonly sold: (id: string) => Product | undefined },
): { readonly total: number; readonly saved: number } {
  let [total, saved] = [0, 0];
  for (const { id, quantity } of cart) {
    const product = sold(id);
    if (!product) continue;
    const { pays } = priceOf(product, date);
    total += pays * quantity;
    saved += (product.price - pays) * quantity;
  }
  return { total, saved };
}
