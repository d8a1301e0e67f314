import type { TactfulAnswer } from './day-answers.js';
import { DAY_CARDS, DAY_HISTORY, type DayCard, type DayCardId } from './day-cards.js';
import { openStream } from './world-random.js';
import type { WorldOffer, WorldShop } from './world-shop.js';

/** The shop fronts of the day; `class` is what a class voted for, `silence` what all are compared with. */
export const DAY_SHOPS = ['silence', 'blast', 'naive', 'tactful', 'class'] as const;

/** One of {@link DAY_SHOPS}. */
export type DayShopName = (typeof DAY_SHOPS)[number];

/** What a class voted at the cards; where it did not, it hushes. */
export type DayVotes = Readonly<Partial<Record<DayCardId, 'speak' | 'hush'>>>;

/** What a shop says at a card. */
export interface DaySaid {
  readonly offerId: string;
  /** What it says sells something; help does not. */
  readonly sells: WorldOffer | undefined;
}

const LOOKS = 1;
const BUYS = 5;

/** What her log speaks of most, as the naive shop counts it. */
function mostSeen(log: readonly (typeof DAY_HISTORY)[number][], shop: WorldShop): WorldOffer | undefined {
  const counts = shop.categories.map(({ name }) => {
    const about = log.filter(({ params }) =>
      JSON.stringify(params['items'] ?? '').includes(`"item_category":"${name}"`),
    );
    return about.reduce((sum, { name: event }) => sum + (event === 'purchase' ? BUYS : LOOKS), 0);
  });
  return shop.categories[counts.indexOf(Math.max(...counts))]?.plain;
}

const logUntil = (at: number): (typeof DAY_HISTORY)[number][] =>
  [...DAY_HISTORY, ...DAY_CARDS.flatMap(({ rows, later }) => [...rows, ...later])].filter((row) => row.at <= at);

const said = (offer: WorldOffer | undefined): DaySaid | undefined => offer && { offerId: offer.id, sells: offer };

/** What the answers of a day depend on. */
export interface DayKnown {
  readonly shop: WorldShop;
  readonly tactful: readonly TactfulAnswer[];
  readonly votes: DayVotes;
  readonly seed: number;
}

/** What a shop says at a card; `undefined` is silence. */
export function dayAnswer(name: DayShopName, card: DayCard, known: DayKnown): DaySaid | undefined {
  const { shop, tactful, votes, seed } = known;
  if (name === 'silence') return undefined;
  if (name === 'tactful') {
    const offerId = tactful.find((each) => each.card === card.id)?.offerId;
    return offerId === undefined ? undefined : { offerId, sells: shop.offers.get(offerId) };
  }
  if (name === 'blast') {
    const die = openStream(seed, DAY_CARDS.indexOf(card), 4);
    return said(shop.categories[Math.floor(die() * shop.categories.length)]?.coupon);
  }
  if (name === 'class' && votes[card.id] !== 'speak') return undefined;
  return said(mostSeen(logUntil(card.at), shop));
}

/**
 * How many facts about her a shop's own server holds after a card: her orders and her address for all; the naive shop, and
 * a class that runs like it, every look and every place too. What tactful knows stays on her device.
 */
export function factsHeld(name: DayShopName, card: DayCard): number {
  const log = logUntil(card.at);
  const orders = log.filter((row) => row.name === 'purchase').length;
  if (name !== 'naive' && name !== 'class') return orders + 1;
  const places = DAY_CARDS.filter(({ at }) => at <= card.at).length;
  return log.length + places + 1;
}
