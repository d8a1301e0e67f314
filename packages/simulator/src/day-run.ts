import type { ChoiceReason, Explanation, SilenceReason } from 'tactful/engine';
import { tactfulDay } from './day-answers.js';
import { dayShop } from './day-catalog.js';
import { DAY_CARDS, DAY_HISTORY, type DayCard, type DayCardId } from './day-cards.js';
import {
  DAY_SHOPS,
  dayAnswer,
  factsHeld,
  type DayKnown,
  type DaySaid,
  type DayShopName,
  type DayVotes,
} from './day-shops.js';
import { WORLDS, type World, type WorldName } from './world-preset.js';
import { openStream, type Stream } from './world-random.js';
import { buysUnaided, buysWhenTold, leaves, resents, severityFor, type Circumstances } from './world-response.js';
import type { WorldOffer, WorldShop } from './world-shop.js';
import { drawShopper, type Shopper } from './world-shopper.js';
import {
  annoyanceIn,
  circumstancesOf,
  expose,
  freshState,
  hurt,
  satisfy,
  trustIn,
  type ShopperState,
} from './world-state.js';

/** Which day is to be lived. */
export interface DayRequest {
  readonly seed: number;
  /** What the class voted; without votes it is not among the shops. */
  readonly votes?: DayVotes;
  /** Default `essays`. */
  readonly world?: WorldName;
  /** How many people with her day and her taste live it, each with a character of their own. Default 1,000. */
  readonly people?: number;
  /** Of tactful's explanations: `en` (default) or `nl`. */
  readonly lang?: string;
}

/** What a shop did at a card and how it then stands, as counts of people. Money in cents. Synthetic, for teaching. */
export interface DayOutcome {
  readonly shop: DayShopName;
  readonly speaks: boolean;
  readonly offerId?: string;
  /** Of tactful alone: the engine's reason, to speak or to be silent. */
  readonly reason?: SilenceReason | ChoiceReason;
  readonly explanation?: Explanation;
  /** Whom the message reached; whoever left or switched messages off is not. */
  readonly reached: number;
  /** Who bought what it was about. */
  readonly bought: number;
  readonly resented: number;
  /** After this card: gone, or with messages switched off. */
  readonly left: number;
  readonly muted: number;
  /** After this card: trust that is left, 0 to 1, of whoever left none. */
  readonly heart: number;
  /** Since morning: profit of all people together, less that of a silent shop. */
  readonly purse: number;
  /** After this card: facts about her on the shop's server. */
  readonly jar: number;
}

/** A card with what every shop did. */
export interface DayMoment {
  readonly card: DayCardId;
  /** Epoch milliseconds, and minutes east of UTC. */
  readonly at: number;
  readonly offset: number;
  readonly outcomes: readonly DayOutcome[];
}

/** One Tuesday under three shops, and a fourth where a class voted. Plain data. */
export interface Day {
  readonly label: 'synthetic; for teaching';
  readonly seed: number;
  readonly world: WorldName;
  readonly people: number;
  readonly moments: readonly DayMoment[];
}

/** How much garden, food and ice cream matter to her. */
const TASTE = [0.45, 0.15, 0.4];
const MUTES = 0.6;

interface Person {
  readonly shopper: Shopper;
  readonly state: ShopperState;
  readonly draws: Stream;
}

interface Tally {
  reached: number;
  bought: number;
  resented: number;
  profit: number;
}

/** One shop's day: whom it meets, and what it has earned. */
interface Front {
  readonly name: DayShopName;
  readonly people: readonly Person[];
  earned: number;
}

/** What she had bought before, as category and moment. */
function boughtBefore({ categories }: WorldShop): readonly (readonly [category: number, at: number])[] {
  return DAY_HISTORY.filter(({ name }) => name === 'purchase').map(({ at, params }) => {
    const items = JSON.stringify(params);
    return [categories.findIndex(({ name }) => items.includes(`"item_category":"${name}"`)), at];
  });
}

function meet(request: DayRequest, shop: WorldShop): readonly Person[] {
  const { seed, people = 1000 } = request;
  const before = boughtBefore(shop);
  return Array.from({ length: people }, (_, number) => {
    const shopper = { ...drawShopper(seed, number, { categories: TASTE.length }), taste: TASTE };
    const state = freshState(shop);
    for (const [category, at] of before) satisfy(state, category, at);
    return { shopper, state, draws: openStream(seed, number, 3) };
  });
}

function here(
  person: Person,
  card: DayCard,
  about: { readonly category: number; readonly world: World },
): Circumstances {
  // What she asked to be told comes to her as if she had come for it.
  const direction = card.asked ? 'inbound' : card.direction;
  const chance = { ...card, direction, checkout: card.page === 'checkout' } as const;
  return circumstancesOf(person.state, { chance, ...about, quiet: card.quiet });
}

type Drawn = Readonly<Record<'buy' | 'more' | 'negative' | 'mute' | 'leave', number>>;

/** As many for every shop at every card, whatever happens: common random numbers. */
function drawAll(draws: Stream): Drawn {
  return { buy: draws(), more: draws(), negative: draws(), mute: draws(), leave: draws() };
}

function resent(
  person: Person,
  card: DayCard,
  how: { readonly mute: number; readonly leave: number; readonly world: World },
): void {
  const { state, shopper } = person;
  const severity = severityFor(shopper, card.quiet);
  const before = annoyanceIn(state, card.at);
  hurt(state, { severity, at: card.at, shopper });
  if (how.mute < MUTES) state.muted = true;
  else if (how.leave < leaves(before, { severity, world: how.world })) state.gone = 'left';
}

/** What a shop does with a card. */
interface Deed {
  readonly card: DayCard;
  readonly said: DaySaid | undefined;
  /** Whether the shop got to know where she is by following her. */
  readonly follows: boolean;
  readonly world: World;
  readonly shop: WorldShop;
  readonly tally: Tally;
}

/** She buys what is on her mind, although nobody spoke of it. */
function buyUnaided(person: Person, { card, world, shop, tally }: Deed, chance: Drawn): void {
  const p0 = buysUnaided(person.shopper, here(person, card, { category: card.mind, world }));
  if (chance.buy >= p0) return;
  tally.profit += shop.categories[card.mind]?.plain.margin ?? 0;
  satisfy(person.state, card.mind, card.at);
}

function hear(person: Person, deed: Deed & { readonly offer: WorldOffer }, chance: Drawn): void {
  const { card, world, tally, offer } = deed;
  const { shopper, state } = person;
  const { category, discount, price, margin } = offer;
  const circumstances = here(person, card, { category, world });
  const manner = { discount: discount / price, usesPlace: card.usesPlace && deed.follows };
  const p1 = buysWhenTold(shopper, circumstances, manner);
  const buys = category === card.mind ? chance.buy < p1 : chance.more < p1 - buysUnaided(shopper, circumstances);
  if (buys) {
    tally.bought++;
    tally.profit += margin - discount;
    satisfy(state, category, card.at);
  }
  const minds = chance.negative < resents(shopper, circumstances, manner);
  expose(state, { chance: { at: card.at, direction: circumstances.direction }, category, world });
  if (!minds) return;
  tally.resented++;
  resent(person, card, { ...chance, world });
}

function liveCard(person: Person, deed: Deed): void {
  const { card, said, tally } = deed;
  const { state } = person;
  const chance = drawAll(person.draws);
  if (state.gone !== undefined) return;
  const reachable = !state.muted || card.asked || card.direction === 'inbound';
  if (said && reachable) tally.reached++;
  const offer = reachable ? said?.sells : undefined;
  if (offer?.category !== card.mind) buyUnaided(person, deed, chance);
  if (offer) hear(person, { ...deed, offer }, chance);
}

function standingOf(front: Front, at: number): Pick<DayOutcome, 'left' | 'muted' | 'heart'> {
  const { people } = front;
  const stays = people.filter(({ state }) => state.gone === undefined);
  const trust = stays.reduce((sum, { state }) => sum + trustIn(state, at), 0);
  return {
    left: people.length - stays.length,
    muted: stays.filter(({ state }) => state.muted).length,
    heart: trust / people.length,
  };
}

/** What her story makes happen after a card, whatever was said: she pays for the ice cream. */
function passOn(people: readonly Person[], card: DayCard): void {
  const pays = card.later.some(({ name }) => name === 'purchase');
  if (pays) for (const { state } of people) satisfy(state, card.mind, card.at);
}

/** One shop at one card, with all its people; its purse still holds what a silent shop earns too. */
function openFront(front: Front, card: DayCard, day: DayKnown & { readonly world: World }): DayOutcome {
  const { name, people } = front;
  const { shop, world } = day;
  const said = dayAnswer(name, card, day);
  const tally: Tally = { reached: 0, bought: 0, resented: 0, profit: 0 };
  // Only the shop that she asked answers what she asked for.
  const lived = name === 'tactful' ? card : { ...card, asked: false };
  const follows = name === 'naive' || name === 'class';
  for (const person of people) liveCard(person, { card: lived, said, follows, world, shop, tally });
  passOn(people, card);
  front.earned += tally.profit;
  const { reached, bought, resented } = tally;
  const answered = name === 'tactful' ? day.tactful.find((each) => each.card === card.id) : undefined;
  return {
    shop: name,
    speaks: said !== undefined,
    ...(said ? { offerId: said.offerId } : {}),
    ...(answered ? { reason: answered.reason, explanation: answered.explanation } : {}),
    reached,
    bought,
    resented,
    ...standingOf(front, card.at),
    purse: front.earned,
    jar: factsHeld(name, card),
  };
}

/**
 * One shopper's Tuesday in nine cards, answered by every shop, and what comes of it for as many people as are asked for.
 *
 * Her day and her log are fixed, and so is what the engine answers to them. Who the people are, and what they do, is drawn
 * from the seed, with the same numbers for every shop. The same request gives the same day everywhere.
 */
export function simulateDay(request: DayRequest): Day {
  const { seed, votes, world: worldName = 'essays', people = 1000, lang = 'en' } = request;
  const shop = dayShop();
  const world = WORLDS[worldName];
  const tactful = tactfulDay({ shop, lang });
  const known = { shop, tactful, votes: votes ?? {}, seed };
  const names = DAY_SHOPS.filter((name) => name !== 'class' || votes !== undefined);
  const fronts = names.map((name): Front => ({ name, people: meet(request, shop), earned: 0 }));
  const moments = DAY_CARDS.map((card): DayMoment => {
    const { id, at, offset } = card;
    const outcomes = fronts.map((front) => openFront(front, card, { ...known, world }));
    const silent = fronts[0]?.earned ?? 0;
    return { card: id, at, offset, outcomes: outcomes.map((each) => ({ ...each, purse: each.purse - silent })) };
  });
  return { label: 'synthetic; for teaching', seed, world: worldName, people, moments };
}
