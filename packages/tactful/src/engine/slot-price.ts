import { VISIT_GAP_MS } from './clock.js';
import type { CapWindow } from './compile-catalog.js';

/** A chance to speak, and what the best that could be said was worth (minor units). */
interface Chance {
  readonly at: number;
  readonly utility: number;
}

/** So many chances are remembered, and fewer than so many say nothing. Elicited (science 7.6). */
const REMEMBERED = 64;
const FEWEST = 16;
/** A share of a count must not miss a whole number by the last bit. */
const ROUNDING = 1e-9;

/**
 * What the last of a few contacts is worth: of these utilities the one that a share `speak` of them lie above
 * (the smallest with at least `1 - speak` at or below it). Never below 0, and 0 before 16 are known.
 *
 * The bid price of revenue management: who may speak three times in ten keeps it for the best three.
 */
export function slotPrice(utilities: readonly number[], speak: number): number {
  if (utilities.length < FEWEST || speak >= 1) return 0;
  const sorted = utilities.slice(-REMEMBERED).sort((a, b) => a - b);
  const rank = Math.ceil((1 - speak) * sorted.length - ROUNDING);
  return Math.max(0, sorted[Math.max(0, rank - 1)] ?? 0);
}

/**
 * {@link slotPrice} under caps: `speak` is the smallest share of the usual chances that any of them allows.
 *
 * Chances in a window are counted by their pace over all that is remembered; those of a visit by the visits they lie in.
 */
export function slotPriceOf(
  earlier: readonly Chance[],
  caps: { readonly windows: readonly CapWindow[]; readonly perVisit: number },
): number {
  const chances = earlier.slice(-REMEMBERED);
  const [first, last] = [chances[0]?.at ?? 0, chances[chances.length - 1]?.at ?? 0];
  const visits = 1 + chances.filter(({ at }, i) => at - (chances[i - 1]?.at ?? at) >= VISIT_GAP_MS).length;
  const pace = (chances.length - 1) / Math.max(1, last - first);
  const shares = caps.windows.map(({ cap, ms }) => cap / Math.max(1, pace * ms));
  const speak = Math.min((caps.perVisit * visits) / Math.max(1, chances.length), ...shares);
  return slotPrice(
    chances.map(({ utility }) => utility),
    speak,
  );
}
