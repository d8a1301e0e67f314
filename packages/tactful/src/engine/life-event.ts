import { DAY_MS } from './clock.js';
import type { WishState } from './fold-wishes.js';

/** What a stated life event changes. A closed list, and each of it protects; nothing else reads the event. */
export const PROTECTIONS = [
  'no_credit',
  'no_instalments',
  'no_upsell',
  'cheaper_first',
  'keep_discounts',
  'keep_essentials',
] as const;

/** One of {@link PROTECTIONS}. */
export type Protection = (typeof PROTECTIONS)[number];

/** After a stated loss nothing is said for so long. Elicited (science 6.6). */
const MOURNING_MS: number = 30 * DAY_MS;
const LOSS = /bereave|death|died|funeral|mourning|passed away|rouw|overl[ei]|gestorven|uitvaart/i;

/**
 * What protects the shopper now. Every life event that they state protects alike, whatever it is: nobody weighs it.
 *
 * It lasts until they take it back. Nothing is ever guessed: without a statement the list is empty.
 */
export function protections({ life }: Pick<WishState, 'life'>): readonly Protection[] {
  return life.size === 0 ? [] : PROTECTIONS;
}

/** Until when a stated loss asks for silence; `undefined` where none was stated or the time is over. */
export function mourningUntil({ life }: Pick<WishState, 'life'>, at: number): number | undefined {
  const losses = [...life.values()].filter(({ value }) => LOSS.test(value));
  const until = Math.max(...losses.map((said) => said.at + MOURNING_MS));
  return at < until ? until : undefined;
}
