/** The two ends of what is left around the place where `isBefore` turns, after so many halvings of `low` to `high`. */
export function bisect(
  isBefore: (x: number) => boolean,
  within: { readonly low: number; readonly high: number; readonly halvings: number },
): readonly [low: number, high: number] {
  let { low, high } = within;
  for (let n = 0; n < within.halvings; n++) {
    const middle = low + (high - low) / 2;
    if (isBefore(middle)) low = middle;
    else high = middle;
  }
  return [low, high];
}
