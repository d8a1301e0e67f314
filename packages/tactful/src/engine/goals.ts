import type { Said } from './fold-statements.js';
import type { WishState } from './fold-wishes.js';

/** What the shopper is after, in their own words, the latest word first: it outranks those before it. */
export function goalsOf({ goals }: Pick<WishState, 'goals'>): readonly Said<string>[] {
  return [...goals.values()].reverse();
}
