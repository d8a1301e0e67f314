import { DAY_MS } from '../engine/index.js';

/** How many of something are kept, and for how long before the newest. */
export interface Limit {
  readonly most: number;
  readonly ms?: number;
}

/** Decisions: the newest 500, of 90 days. */
export const DECISIONS_KEPT: Limit = { most: 500, ms: 90 * DAY_MS };

/** What is past a limit. Counted from the newest of them: a clock that was put back keeps nothing longer. */
export function pastLimit<Kept extends { readonly at: number }>(
  all: readonly Kept[],
  { most, ms = Infinity }: Limit,
): readonly Kept[] {
  const newestFirst = [...all].sort((a, b) => b.at - a.at);
  const oldest = (newestFirst[0]?.at ?? 0) - ms;
  return newestFirst.filter(({ at }, index) => index >= most || at < oldest);
}
