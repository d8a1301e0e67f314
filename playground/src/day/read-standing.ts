import {
  DAY_CARD_IDS,
  simulateDay,
  type Day,
  type DayCardId,
  type DayMoment,
  type DayOutcome,
  type DayShopName,
} from '@tactful/simulator';
import type { Lang } from '../language.js';
import { classVotes, type DayState } from './day-state.js';

/** How many people live the Tuesday: few enough that a card is answered at once. */
export const DAY_PEOPLE = 500;
/** The shops that have a front, from the loudest on. */
export const FRONTS = ['blast', 'naive', 'tactful'] as const;
const KEPT = 12;

const days = new Map<string, Day>();

/** The Tuesday of a state as the shops live it. The same state is not worked out twice. */
export function dayOf(state: DayState, lang: Lang, how: { readonly withClass: boolean }): Day {
  const { seed, world } = state;
  const votes = how.withClass ? classVotes(state) : undefined;
  const key = JSON.stringify([seed, world, lang, votes]);
  const known = days.get(key);
  if (known) return known;
  const day = simulateDay({ seed, world, people: DAY_PEOPLE, lang, ...(votes ? { votes } : {}) });
  const [oldest] = days.keys();
  if (days.size >= KEPT && oldest !== undefined) days.delete(oldest);
  days.set(key, day);
  return day;
}

/** What a shop did at a moment. */
export function outcomeOf(moment: DayMoment | undefined, shop: DayShopName): DayOutcome | undefined {
  return moment?.outcomes.find((outcome) => outcome.shop === shop);
}

/** The last card up to the one that one stands at where the shops have answered; `undefined` in the morning. */
export function lastOpen({ open, at }: DayState): DayCardId | undefined {
  const until = at === 'end' ? DAY_CARD_IDS.length : DAY_CARD_IDS.indexOf(at) + 1;
  return [...DAY_CARD_IDS.slice(0, until)].reverse().find((card) => open.includes(card));
}

/** How a shop stands after a card, and how it stood after the one before. */
export interface Standing {
  readonly shop: DayShopName;
  readonly now: DayOutcome;
  readonly before: DayOutcome | undefined;
}

/** How a shop stands after a card of a day. */
export function standingAt(day: Day, card: DayCardId, shop: DayShopName): Standing | undefined {
  const index = day.moments.findIndex((moment) => moment.card === card);
  const now = outcomeOf(day.moments[index], shop);
  return now && { shop, now, before: outcomeOf(day.moments[index - 1], shop) };
}

/** What fills a purse and a jar: the most that any front holds during the day, in either world alike for the jar. */
export function fullOf(day: Day): { readonly purse: number; readonly jar: number } {
  const all = day.moments.flatMap(({ outcomes }) => outcomes);
  return { purse: Math.max(1, ...all.map(({ purse }) => purse)), jar: Math.max(1, ...all.map(({ jar }) => jar)) };
}
