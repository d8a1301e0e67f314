const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number for an order, without signs that look alike: `HH-4K7Q2M`. */
export function newOrderId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return `HH-${Array.from(bytes, (byte) => SIGNS.charAt(byte % SIGNS.length)).join('')}`;
}
