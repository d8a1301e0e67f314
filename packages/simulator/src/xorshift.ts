/** Marsaglia's xorshift of 32 bits: numbers in [0, 1), the same from the same state. The state is whole and not 0, which would stay 0. */
export function xorshift(from: number): () => number {
  let state = from;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
