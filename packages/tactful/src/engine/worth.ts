import type { CompiledOffer } from './compile-catalog.js';
import type { ReadOffer } from './offer-reading.js';
import type { Beside } from './silence-beside.js';
import { emptyScore, offerScore, type OfferRead, type Score, type Weighed } from './utility.js';

/** Both sides must gain: not a weighted sum that lets one side pay for the other (science 7.3). */
function isWinWin(
  { promotional }: Pick<CompiledOffer, 'promotional'>,
  { shopper, saving, business, relation }: Score,
): boolean {
  return shopper + saving + relation >= 0 && (!promotional || business >= 0);
}

/** What an offer is worth beyond silence, in minor units: `beyond`, or NaN where one side would pay for the other. */
export function worth(compiled: Pick<CompiledOffer, 'promotional'>, score: Score, beyond: number): number {
  return isWinWin(compiled, score) ? beyond : NaN;
}

/** Reads {@link worth} by the place of an offer in the lots, and writes nothing down. */
export function worthReader(
  readAt: (place: number) => ReadOffer,
  besideOf: (compiled: Weighed, read: OfferRead) => Beside,
): (place: number) => number {
  const score = emptyScore();
  return (place) => {
    const { offer, read } = readAt(place);
    const { utility } = offerScore(offer, read, score);
    return worth(offer, score, utility - besideOf(offer, read).utility);
  };
}
