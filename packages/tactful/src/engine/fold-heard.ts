import type { FoldPart } from './fold-part.js';
import { textOf } from './item.js';
import type { JsonObject } from './json.js';

/** Something that was told rather than seen: feedback of the shopper, or a signal from elsewhere. */
export interface Heard {
  readonly id: string;
  readonly kind: 'feedback' | 'signal';
  /** The words, or what they are about where there are none. */
  readonly text: string;
  readonly score: number | undefined;
  /** Where it comes from, for what was not heard here. */
  readonly source: string | undefined;
}

/** What was told, in canonical order. It is shown, and nothing is learned from it. */
export interface HeardState {
  readonly heard: readonly Heard[];
}

function wordsOf(params: JsonObject): string {
  const said = ['text', 'signal', 'item_id', 'offer_id'].map((key) => textOf(params[key]));
  return said.find((words) => words !== undefined && words !== '') ?? '';
}

/** Feedback, ratings and imported signals; science 1.6 and 2.1 give them no weight in taste. */
export const HEARD: FoldPart<HeardState> = {
  empty: () => ({ heard: [] }),
  add: (state, { event }) => {
    const { id, name, params, source } = event;
    if (name !== 'feedback_given' && name !== 'signal_imported') return;
    const score = params['score'] ?? params['value'];
    state.heard.push({
      id,
      kind: name === 'feedback_given' ? 'feedback' : 'signal',
      text: wordsOf(params),
      score: typeof score === 'number' ? score : undefined,
      source,
    });
  },
};
