import type { DayCardId } from './day-cards.js';
import type { DayVotes } from './day-shops.js';
import type { VotedMoment, Votes } from './policy-votes.js';

/** Which card stands for which kind of moment in half a year; `rival` and `tellMe` have no like there. */
const CARD_OF: Readonly<Record<VotedMoment, DayCardId>> = {
  commute: 'train',
  browsing: 'door',
  checkout: 'till',
  service: 'parcel',
  quiet: 'cemetery',
  evening: 'dinner',
  sofa: 'sofa',
};

/** What a class voted at the cards as the policy `class` of a simulation. Where it did not vote it hushes. */
export function votesOfDay(votes: DayVotes): Votes {
  const entries = Object.entries(CARD_OF).map(([moment, card]) => [moment, votes[card] ?? 'hush']);
  return Object.fromEntries(entries) as Votes;
}
