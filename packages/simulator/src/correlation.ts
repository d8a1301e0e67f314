/** Pearson's correlation of pairs; `undefined` where one side does not vary. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length;
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  const value = xy / Math.sqrt(xx * yy);
  return Number.isFinite(value) ? Math.max(-1, Math.min(1, value)) : undefined;
}
