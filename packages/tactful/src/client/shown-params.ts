import type { Decision } from '../worker/protocol.js';

/** A row takes 500 characters. */
const MOST_ROWS = 16;

/**
 * What the row of an offer's showing says beside the offer: the rows with which the shopper asked to be told of it, which
 * end with that, and the class of what needs a rest even when the catalogue no longer has it.
 */
export function shownParams({ wishes = [], class: offerClass }: Decision['offers'][number]): {
  readonly wish_id?: string;
  readonly class?: string;
} {
  return {
    ...(wishes.length > 0 ? { wish_id: wishes.slice(0, MOST_ROWS).join(' ') } : {}),
    ...(offerClass ? { class: offerClass } : {}),
  };
}
