import { decayFactor } from './decay.js';
import type { FatigueState, Touch } from './fold-fatigue.js';
import { sideOf, type Channel } from './channels.js';

/** How much one contact tires, in pushes. Elicited (science 6.5, after the "dosage" of Liao et al. 2020). */
const WEIGHT: Readonly<Record<Channel, number>> = {
  slot: 0.2,
  screen: 0.2,
  banner: 0.6,
  email: 0.7,
  notification: 1,
  sms: 1.5,
  call: 3,
};
/** Where the shopper came, it is forgotten in days; where they were called upon, in weeks. Elicited. */
const HALF_LIFE_DAYS = { inbound: 1, outbound: 7 } as const;

/** What is left of one contact. */
export function touchLeft({ channel, at }: Touch, now: number): number {
  return WEIGHT[channel] * decayFactor(now - at, HALF_LIFE_DAYS[sideOf(channel)]);
}

/** How tired the shopper is of being spoken to, in pushes, by who came to whom. */
export interface Fatigue {
  readonly inbound: number;
  readonly outbound: number;
}

/** The decayed sum of all contacts as of a moment. */
export function fatigueAt({ touches }: FatigueState, at: number): Fatigue {
  const sum = { inbound: 0, outbound: 0 };
  for (const touch of touches) sum[sideOf(touch.channel)] += touchLeft(touch, at);
  return sum;
}
