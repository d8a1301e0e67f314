import type { Offer } from './catalog.js';
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
// Whole beginnings of words: there is `rouw` in `trouwen`, and `died` in `studied`.
const LOSS =
  /(?<!\p{L})(?:bereave|deaths?(?!\p{L})|died(?!\p{L})|funeral|mourning|passed away|lost (?:my|our) (?:mother|mum|mom|father|dad|parent|wife|husband|partner|son|daughter|child|baby|brother|sister|grand|friend)|rouw|overle(?:den|ed)(?!\p{L})|overlijd|gestorven|uitvaart)/iu;

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

/** What an offer may say of itself in `features`, by the protection that then keeps it away. */
const KEPT_AWAY: readonly (readonly [Protection, string])[] = [
  ['no_credit', 'credit'],
  ['no_instalments', 'instalments'],
  ['no_upsell', 'upsell'],
];

/**
 * Whether an offer goes against what protects the shopper: credit, instalments or up-sell, or a shop whose sector is one
 * of them. A rule, never a score: what may still speak is worth what it was worth before (decision record 15).
 */
export function goesAgainst(
  { features = {} }: Pick<Offer, 'features'>,
  active: readonly Protection[],
  sector?: string,
): boolean {
  return KEPT_AWAY.some(
    ([protection, word]) => active.includes(protection) && (features[word] === true || sector === word),
  );
}

/** Cheaper first: of two offers that beat silence, whichever asks less of the shopper goes first. Negative where `a` does. */
export function cheaperFirst(a: Pick<Offer, 'price' | 'discount'>, b: Pick<Offer, 'price' | 'discount'>): number {
  const asks = ({ price = 0, discount = 0 }: Pick<Offer, 'price' | 'discount'>): number => price - discount;
  return asks(a) - asks(b);
}
