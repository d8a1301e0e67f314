import type { ExclusionContext } from './exclusion-context.js';
import { splitEvidenceKey } from './evidence.js';
import { offerAt } from './offer-lots.js';

/** What it is read from whether an offer was met. */
type MetRead = Pick<ExclusionContext, 'contactsByOffer' | 'bought' | 'groupSpent' | 'suppressedUntil' | 'situation'>;

/** Ids of offers that were shown, answered or spoken of; what else was forbidden is the id of no offer, or does no harm. */
const idsMet = ({ contactsByOffer, situation: { folded } }: MetRead): ReadonlySet<string> =>
  new Set([
    ...contactsByOffer.keys(),
    ...folded.outcomes.map(({ offerId }) => offerId),
    ...[...folded.never.keys()].map((key) => splitEvidenceKey(key)[1]),
  ]);

/**
 * Whether the shopper met the offer at a place of the lots: it was shown, answered or spoken of, what it sells was bought,
 * or what its group in the catalogue went through closes the group. Of all others the rules about what was met have nothing
 * to say, unless one of their own rests with its group.
 */
export function metReader(read: MetRead): (place: number) => boolean {
  const { lots } = read.situation.catalog;
  const { placeOf, placesIn, placesOf } = lots.columns;
  const met = new Uint8Array(lots.offers.length);
  const meet = (places: readonly number[] = []): void => {
    for (const place of places) met[place] = 1;
  };
  for (const id of idsMet(read)) {
    const place = placeOf.get(id);
    if (place === undefined) continue;
    met[place] = 1;
    const one = offerAt(lots.offers, place);
    const isClosed = read.groupSpent(one) !== undefined || read.suppressedUntil(one) !== undefined;
    if (isClosed) meet(placesIn.get(one.bundle?.id ?? ''));
  }
  for (const product of read.bought) meet(placesOf.get(product));
  return (place) => met[place] === 1;
}
