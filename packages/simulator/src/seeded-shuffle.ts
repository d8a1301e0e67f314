import { xorshift } from './xorshift.js';

/** A list in an order that depends on the seed alone (Fisher-Yates). */
export function seededShuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  // A product with an odd number spreads small seeds over all bits.
  const chance = xorshift(Math.imul(seed + 1, 0x9e3779b1) | 1);
  const keyed = items.map((item) => [chance(), item] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}
