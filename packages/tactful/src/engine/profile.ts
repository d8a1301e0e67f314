import type { Now } from './clock.js';
import type { ProfileRead, ProfileRow, ProfileRows } from './profile-row.js';
import { purchaseRows } from './purchase-rows.js';
import { statementRows } from './statement-rows.js';
import { tasteRows } from './taste-rows.js';

/** Everything concluded and stated, as of a moment. */
export interface ProfileView {
  readonly now: Now;
  /** How many rows of the log it was made from. */
  readonly rows: number;
  readonly visits: number;
  readonly profile: readonly ProfileRow[];
}

/** Subject by subject: what was said and done comes before what is concluded from it. */
const SUBJECTS: readonly ProfileRows[] = [statementRows, purchaseRows, tasteRows];

/** Everything known of the shopper: facts, conclusions, and conclusions that were withheld, each with its rows. */
export function profileView(read: ProfileRead): ProfileView {
  const { folded, now } = read;
  return { now, rows: folded.rows, visits: folded.visit.count, profile: SUBJECTS.flatMap((rows) => rows(read)) };
}
