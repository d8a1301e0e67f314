import type { PurchaseSummary } from 'tactful/engine';

/** Median gaps without a purchase after which somebody counts as gone. Elicited. */
export const HIATUS_GAPS = 3;

/**
 * Whether somebody counts as a customer still: the last purchase is less than three median gaps ago.
 *
 * Per person such a rule does no worse than the models (Wübben & von Wangenheim 2008), so it stands beside them.
 */
export function activeByHiatus({ age, lastAt }: PurchaseSummary, medianGapWeeks: number): boolean {
  return age - lastAt < HIATUS_GAPS * medianGapWeeks;
}
