import { DAY_MS, HOUR_MS } from 'tactful/engine';
import type { Policy, ShopView } from './policy-view.js';
import type { WorldOffer } from './world-shop.js';

/** Never says a word: what everybody else is compared with. */
export const silencePolicy: Policy = () => undefined;

/** Says something at every chance, about anything, with the coupon. */
export const blastPolicy: Policy = ({ draw, shop: { categories } }) =>
  categories[Math.floor(draw * categories.length)]?.coupon;

/** What is looked at and bought most, what was bought a minute ago included; anything while nothing is known. */
function mostLookedAt({ attention, draw, shop }: ShopView): WorldOffer | undefined {
  const most = Math.max(...attention);
  const category = most > 0 ? attention.indexOf(most) : Math.floor(draw * attention.length);
  return shop.categories[category]?.plain;
}

/** Says at every chance what is looked at and bought most: personalisation as it is mostly met. */
export const naivePolicy: Policy = mostLookedAt;

const PER_WEEK = 3;
const APART_MS: number = 24 * HOUR_MS;

/** The same, at most three times in seven days and never twice within 24 hours. */
export const cappedPolicy: Policy = (view) => {
  const { said, at } = view;
  const last = said[said.length - 1] ?? -Infinity;
  const third = said[said.length - PER_WEEK] ?? -Infinity;
  return at - last < APART_MS || at - third < 7 * DAY_MS ? undefined : mostLookedAt(view);
};
