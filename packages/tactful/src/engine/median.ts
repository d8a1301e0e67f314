/**
 * The middle value, of two the mean; `undefined` of nothing.
 *
 * @example
 * ```ts
 * median([3, 1, 10]); // 3
 * ```
 */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low, high] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
