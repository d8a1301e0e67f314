import { DAY_MS, HOUR_MS, MINUTE_MS } from 'tactful/engine';
import { drawGamma, openStream, pickShare, type Stream } from './world-random.js';
import { HORIZON_DAYS, type Shopper } from './world-shopper.js';

/** What brings somebody to the site. */
export type VisitIntent = 'info' | 'buy' | 'fun' | 'support';

/** Numbers in [0, 1), one per thing that can happen at a chance. Drawn whatever is done with it. */
export interface Draws {
  readonly attend: number;
  readonly buy: number;
  readonly more: number;
  readonly negative: number;
  readonly mute: number;
  readonly leave: number;
  readonly drop: number;
  /** For a policy that throws a die. */
  readonly policy: number;
}

/** A moment at which something could be said. */
export interface Chance {
  /** Epoch milliseconds, with a clock at offset 0. */
  readonly at: number;
  readonly direction: 'inbound' | 'outbound';
  /** Of a visit. */
  readonly intent: VisitIntent | undefined;
  readonly checkout: boolean;
  /** Whether they sit in a crowded train. */
  readonly commute: boolean;
  /** The category on their mind. */
  readonly mind: number;
  /** What else they look at, where they come by. */
  readonly alsoLooks: number;
  readonly draws: Draws;
}

/** Monday 1 June 2026, midnight: a Monday, so that weekdays can be counted off. */
export const WORLD_START: number = Date.UTC(2026, 5, 1);

const INTENTS = ['info', 'buy', 'fun', 'support'] as const;
const INTENT_SHARES = [0.35, 0.25, 0.3, 0.1];
const MORNING = 7 * HOUR_MS + 40 * MINUTE_MS;
const EVENING = 20 * HOUR_MS;
const OPENS = 8;
const OPEN_HOURS = 14;
/** How many of those who come to buy meet the slot in the check-out. Elicited. */
const CHECKOUT_SHARE = 0.2;

function drawDraws(stream: Stream): Draws {
  return {
    attend: stream(),
    buy: stream(),
    more: stream(),
    negative: stream(),
    mute: stream(),
    leave: stream(),
    drop: stream(),
    policy: stream(),
  };
}

function outbound(day: number, from: { readonly shopper: Shopper; readonly stream: Stream }): readonly Chance[] {
  const { shopper, stream } = from;
  const weekday = day % 7 < 5;
  return [MORNING, EVENING].map((time) => ({
    at: WORLD_START + day * DAY_MS + time,
    direction: 'outbound',
    intent: undefined,
    checkout: false,
    commute: time === MORNING && weekday && shopper.commutes,
    mind: pickShare(shopper.taste, stream()),
    alsoLooks: pickShare(shopper.taste, stream()),
    draws: drawDraws(stream),
  }));
}

function visit(day: number, from: { readonly shopper: Shopper; readonly stream: Stream }): Chance {
  const { shopper, stream } = from;
  const intent = INTENTS[pickShare(INTENT_SHARES, stream())] ?? 'info';
  const inCheckout = stream() < CHECKOUT_SHARE;
  // Whole days pass, and what is left of the last one falls into the hours in which people are up.
  const hours = OPENS + OPEN_HOURS * (day - Math.floor(day));
  return {
    at: WORLD_START + Math.floor(day) * DAY_MS + Math.floor(hours * HOUR_MS),
    direction: 'inbound',
    intent,
    checkout: inCheckout && intent === 'buy',
    commute: false,
    mind: pickShare(shopper.taste, stream()),
    alsoLooks: pickShare(shopper.taste, stream()),
    draws: drawDraws(stream),
  };
}

/**
 * Every chance in 180 days, the earliest first: two a day to call upon them, at 07:40 and 20:00, and their own visits.
 *
 * The same under every policy, with the same draws (common random numbers): what differs between two policies is
 * what they do. Visits are as many as full trust brings; who trusts less skips some.
 */
export function drawSchedule(seed: number, number: number, shopper: Shopper): readonly Chance[] {
  const calls = openStream(seed, number, 1);
  const visits = openStream(seed, number, 2);
  const chances: Chance[] = [];
  for (let day = 0; day < HORIZON_DAYS; day++) chances.push(...outbound(day, { shopper, stream: calls }));
  const { regularity, visitsPerDay } = shopper;
  const gap = (): number => drawGamma(visits, regularity) / (regularity * visitsPerDay);
  for (let day = gap(); day < HORIZON_DAYS; day += gap()) chances.push(visit(day, { shopper, stream: visits }));
  return chances.sort((a, b) => a.at - b.at);
}
