/** Marsaglia's xorshift of 32 bits: the same numbers in [0, 1) for the same seed. */
function seededChance(seed: number): () => number {
  // A product with an odd number spreads small seeds over all bits; 0 would stay 0 for ever.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A list in an order that depends on the seed alone (Fisher-Yates). */
export function seededShuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const chance = seededChance(seed);
  const keyed = items.map((item) => [chance(), item] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}
