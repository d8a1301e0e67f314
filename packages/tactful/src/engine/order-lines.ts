import type { Json, JsonObject } from './json.js';

/** How a line of an order was paid: cheaper than usual, at the full price, or nobody told. */
export type OrderLine = 'deal' | 'full' | 'untold';

const isGiven = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== '';

function lineOf({ discount, coupon }: JsonObject, withCoupon: boolean): OrderLine {
  if (withCoupon || isGiven(coupon)) return 'deal';
  if (typeof discount !== 'number') return 'untold';
  return discount > 0 ? 'deal' : 'full';
}

/**
 * How each line of a purchase was paid. A coupon for the whole order is one for each line.
 *
 * A discount that is not told may be none, or a shop that tells of none: only the whole history can say which.
 */
export function orderLines({ items, coupon }: JsonObject): readonly OrderLine[] {
  const lines = Array.isArray(items) ? (items as readonly Json[]) : [];
  return lines.flatMap((line) =>
    typeof line === 'object' && line !== null && !Array.isArray(line)
      ? [lineOf(line as JsonObject, isGiven(coupon))]
      : [],
  );
}
