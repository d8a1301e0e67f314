import type { Now } from './clock.js';
import type { DataNeed } from './data-need.js';
import type { ProfileRead, ProfileRow, ProfileRows } from './profile-row.js';
import { heardRows } from './heard-rows.js';
import { nextRows } from './next-rows.js';
import { purchaseRows } from './purchase-rows.js';
import { relationFactRows, relationRows } from './relation-rows.js';
import { shopperFactRows, shopperRows } from './shopper-rows.js';
import { rhythmRows } from './rhythm-rows.js';
import { statementRows } from './statement-rows.js';
import { tasteRows } from './taste-rows.js';
import { valueRows } from './value-rows.js';

/** Everything concluded and stated, as of a moment. */
export interface ProfileView {
  readonly now: Now;
  /** How many rows of the log it was made from. */
  readonly rows: number;
  readonly visits: number;
  readonly profile: readonly ProfileRow[];
  /** The data-need ledger: what each kind of row is held for, and whether it ever moved a decision. */
  readonly needs: readonly DataNeed[];
}

/** Subject by subject: what was said and done comes before what is concluded from it. */
const SUBJECTS: readonly ProfileRows[] = [
  statementRows,
  purchaseRows,
  relationFactRows,
  heardRows,
  shopperFactRows,
  tasteRows,
  rhythmRows,
  nextRows,
  valueRows,
  relationRows,
  shopperRows,
];

/**
 * Everything known of the shopper: facts, conclusions, and conclusions that were withheld, each with its rows.
 *
 * `needs` is the data-need ledger as {@link dataNeeds} draws it up; without it the view has none.
 */
export function profileView(read: ProfileRead, needs: readonly DataNeed[] = []): ProfileView {
  const { folded, now } = read;
  const profile = SUBJECTS.flatMap((rows) => rows(read));
  return { now, rows: folded.rows, visits: folded.visit.count, profile, needs };
}
