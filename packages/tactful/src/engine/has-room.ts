import type { CompiledOffer } from './compile-catalog.js';
import { excludeByCount } from './exclusion.js';
import { countsIn } from './exclusion-context.js';
import type { Situation } from './situation.js';

/** An offer that is about to be shown, and whether the shopper asked for it. */
export interface ToShow {
  readonly compiled: CompiledOffer;
  readonly asked: boolean;
}

/**
 * Whether all of these may still be shown, one after the other, beside the situation's contacts: each as if those before
 * it had been shown.
 *
 * For what was judged when fewer contacts were known: the next place of a slate, and the moment of reserving.
 */
export function hasRoom(offers: readonly ToShow[], situation: Situation): boolean {
  const { id: decisionId, at, channel, direction } = situation;
  const contacts = [...situation.contacts];
  return offers.every(({ compiled, asked }) => {
    if (excludeByCount(compiled, { ...countsIn({ ...situation, contacts: [...contacts] }), asked })) return false;
    const { promotional, offer } = compiled;
    contacts.push({ decisionId, offerId: offer.id, at, promotional, channel, direction, class: offer.class });
    return true;
  });
}
