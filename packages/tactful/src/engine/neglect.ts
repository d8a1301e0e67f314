import { DAY_MS } from './clock.js';
import { exp2 } from './dmath.js';
import type { ResponseState } from './fold-responses.js';
import type { StatementState } from './fold-statements.js';

/** What being ignored costs at most, in minor units. Elicited: the price of two and a half contacts. */
const MOST = 5;
/** Days of silence that nobody minds, where the shopper's own rhythm is not known. Elicited. */
const USUAL_GAP_DAYS = 60;
/** So many welcome responses in a row are as good as a word. */
const IN_A_ROW = 3;

/**
 * What silence costs after so many days without a welcome contact: nothing until the usual gap, then ever more slowly up
 * to `most`, half of it after the second gap. Elicited; no study gives it.
 */
export function neglectCost(days: number, gap: { readonly gapDays: number; readonly most?: number }): number {
  const { gapDays, most = MOST } = gap;
  return most * Math.max(0, 1 - exp2(-(days - gapDays) / gapDays));
}

/** Whether the shopper welcomes contact: the dial says so, or else the last three responses were all welcome. */
export function welcomesContact({
  mode,
  responses,
}: Pick<ResponseState, 'responses'> & Pick<StatementState, 'mode'>): boolean {
  if (mode !== undefined && mode.value !== 'normal') return mode.value === 'show_me';
  return responses.length === IN_A_ROW && responses.every(({ value }) => value);
}

/**
 * What it costs to say nothing to this shopper now, in minor units: 0 for everybody who does not welcome contact.
 *
 * It is for silence about what sells nothing or was asked for: it never makes room for a promotion. `gapDays` is the
 * shopper's own gap between visits, where it is known. Days count from the last welcome contact, or from when the dial
 * was turned to *show me more*, whichever is later.
 */
export function neglectAt(
  folded: ResponseState & Pick<StatementState, 'mode'>,
  read: { readonly at: number; readonly gapDays?: number },
): number {
  const { mode, lastWelcome } = folded;
  if (!welcomesContact(folded)) return 0;
  const since = Math.max(lastWelcome?.at ?? -Infinity, mode?.value === 'show_me' ? mode.at : -Infinity);
  const { at, gapDays = USUAL_GAP_DAYS } = read;
  return gapDays > 0 ? neglectCost((at - since) / DAY_MS, { gapDays }) : 0;
}
