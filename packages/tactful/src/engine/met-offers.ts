import type { ExclusionContext } from './exclusion-context.js';
import { splitEvidenceKey } from './evidence.js';

/** What it is read from whether an offer was met. */
type MetRead = Pick<ExclusionContext, 'contactsByOffer' | 'bought' | 'situation'>;

/** Ids of offers that were shown, answered or spoken of. */
function* idsMet({ contactsByOffer, situation: { folded } }: MetRead): Iterable<string> {
  yield* contactsByOffer.keys();
  yield* folded.dismissed.keys();
  for (const { offerId } of folded.outcomes) yield offerId;
  for (const key of folded.never.keys()) {
    const [facet, id] = splitEvidenceKey(key);
    if (facet === 'offer_id') yield id;
  }
}

/**
 * Whether the shopper met the offer at a place of the lots: it or another of its group in the catalogue was shown, answered
 * or spoken of, or what it sells was bought. Of all others the rules about what was met have nothing to say.
 */
export function metReader(read: MetRead): (place: number) => boolean {
  const { lots } = read.situation.catalog;
  const { columns } = lots;
  const met = new Uint8Array(lots.offers.length);
  const meet = (place: number | undefined): void => {
    if (place !== undefined) met[place] = 1;
  };
  const places = [...idsMet(read)].flatMap((id) => columns.placeOf.get(id) ?? []);
  const bundles = new Set(places.flatMap((place) => lots.offers[place]?.bundle ?? []));
  places.forEach(meet);
  for (const { offerIds } of bundles) for (const id of offerIds) meet(columns.placeOf.get(id));
  for (const product of read.bought) columns.placesOf.get(product)?.forEach(meet);
  return (place) => met[place] === 1;
}
