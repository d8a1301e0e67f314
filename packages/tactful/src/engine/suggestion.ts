import type { Suggested } from './fold-relation.js';

/** How a suggestion of the shopper stands: nobody said a word, it was heard, or something was done with it. */
export type SuggestionState = 'open' | 'acknowledged' | 'followed';

/** How a suggestion stands. A promise about it, or a report on it, shows that it was heard. */
export function suggestionState({ acknowledged, followed }: Suggested): SuggestionState {
  if (followed !== undefined) return 'followed';
  return acknowledged === undefined ? 'open' : 'acknowledged';
}
