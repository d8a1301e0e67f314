import { HOUR_MS } from 'tactful/engine';
import { naivePolicy } from './policy-simple.js';
import type { Policy, ShopView } from './policy-view.js';

/** The kinds of moment on which a class can vote, as far as a shop can tell them apart. */
export const VOTED_MOMENTS = ['commute', 'browsing', 'checkout', 'service', 'quiet', 'evening', 'sofa'] as const;

/** One of {@link VOTED_MOMENTS}. */
export type VotedMoment = (typeof VOTED_MOMENTS)[number];

/** Whether to speak or to hush at each kind of moment. */
export type Votes = Readonly<Record<VotedMoment, 'speak' | 'hush'>>;

const NOON: number = 12 * HOUR_MS;
const DAY: number = 24 * HOUR_MS;

/** What kind of moment a shop is in. Quiet time comes before all else. */
export function votedMoment({ at, direction, page, quietUntil }: ShopView): VotedMoment {
  if (quietUntil !== undefined && at < quietUntil) return 'quiet';
  if (direction === 'outbound') return at % DAY < NOON ? 'commute' : 'evening';
  if (page === 'checkout' || page === 'service') return page;
  return page === 'inspiration' ? 'sofa' : 'browsing';
}

/** A policy out of votes: where it speaks, it says what is looked at and bought most, as the naive shop does. */
export function votesPolicy(votes: Votes): Policy {
  return (view) => (votes[votedMoment(view)] === 'speak' ? naivePolicy(view) : undefined);
}
