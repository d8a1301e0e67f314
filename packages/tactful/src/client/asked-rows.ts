import type { Decision } from '../worker/protocol.js';

/** A row takes 500 characters. */
const MOST_ROWS = 16;

/**
 * The rows with which the shopper asked to be told of this offer, for the row of its showing: it ends those wishes.
 *
 * Nothing for an offer that nobody asked for.
 */
export function askedRows(offer: Decision['offers'][number]): { readonly wish_id?: string } {
  const wishes: unknown = 'wishes' in offer ? offer.wishes : undefined;
  return Array.isArray(wishes) && wishes.length > 0 ? { wish_id: wishes.slice(0, MOST_ROWS).join(' ') } : {};
}
