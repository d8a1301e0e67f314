import type { ExclusionContext } from './exclusion-context.js';
import { splitEvidenceKey } from './evidence.js';

/** What it is read from whether an offer was met. */
type MetRead = Pick<ExclusionContext, 'contactsByOffer' | 'bought' | 'situation'>;

/** Ids of offers that were shown, answered or spoken of. */
const idsMet = ({ contactsByOffer, situation: { folded } }: MetRead): readonly string[] => [
  ...contactsByOffer.keys(),
  ...folded.outcomes.map(({ offerId }) => offerId),
  ...[...folded.never.keys()].map(splitEvidenceKey).flatMap(([facet, id]) => (facet === 'offer_id' ? id : [])),
];

/**
 * Whether the shopper met the offer at a place of the lots: it or another of its group in the catalogue was shown, answered
 * or spoken of, or what it sells was bought. Of all others the rules about what was met have nothing to say.
 */
export function metReader(read: MetRead): (place: number) => boolean {
  const { byId, lots } = read.situation.catalog;
  const { placeOf, placesIn, placesOf } = lots.columns;
  const met = new Uint8Array(lots.offers.length);
  const meet = (places: readonly number[] = []): void => {
    for (const place of places) met[place] = 1;
  };
  const ids = idsMet(read);
  meet(ids.flatMap((id) => placeOf.get(id) ?? []));
  for (const group of new Set(ids.map((id) => byId.get(id)?.bundle?.id ?? ''))) meet(placesIn.get(group));
  for (const product of read.bought) meet(placesOf.get(product));
  return (place) => met[place] === 1;
}
