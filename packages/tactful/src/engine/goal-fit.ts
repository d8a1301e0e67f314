import type { WishState } from './fold-wishes.js';
import { goalsOf } from './goals.js';

const plain = (words: string): string => words.trim().toLowerCase();

/**
 * How well an offer helps what the shopper said they are after: 1 for their latest goal, a half for the one before, a
 * third, and so on; 0 where it names none of theirs. Words are compared whole, without regard to capitals.
 */
export function goalReader(wishes: Pick<WishState, 'goals'>): (helps: readonly string[] | undefined) => number {
  const worth = new Map(
    goalsOf(wishes)
      .map(({ value }, place) => [plain(value), 1 / (place + 1)] as const)
      .reverse(),
  );
  return (helps) => (helps && worth.size > 0 ? Math.max(0, ...helps.map((goal) => worth.get(plain(goal)) ?? 0)) : 0);
}

/** The row in which the shopper stated the goal that the offer helps best; `undefined` where it helps none. */
export function goalStated(wishes: Pick<WishState, 'goals'>, helps: readonly string[] | undefined): string | undefined {
  const named = new Set((helps ?? []).map(plain));
  return goalsOf(wishes).find(({ value }) => named.has(plain(value)))?.id;
}
