import type { Event } from '../engine/event.js';

/**
 * Whether a row says something that can hold an offer back: what the shopper said, waved away or bought, and what happened
 * between shop and shopper. Every other row is a look.
 */
export const isSaid = ({ origin, name }: Pick<Event, 'origin' | 'name'>): boolean =>
  /decl|relat|purchase|refund|dismiss|not_for|complain/.test(origin + name);

/** The second record of store `meta`: new with every row that says something, and without a word of it. */
export interface SaidMark {
  readonly key: 'said';
  /** Random. A pen reads nothing before it writes, so that it cannot count. */
  readonly id: string;
}
