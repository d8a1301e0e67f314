/** From here on delivery is free, in euro cents. */
const FREE_FROM = 5000;
const DELIVERY = 495;

/** What bringing an order of so many euro cents costs everybody. */
export function deliveryOf(total: number): number {
  return total >= FREE_FROM ? 0 : DELIVERY;
}
