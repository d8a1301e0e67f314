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
  const { lots } = read.situation.catalog;
  const { columns } = lots;
  const met = new Uint8Array(lots.offers.length);
  const meet = (ids: Iterable<string>): void => {
    for (const id of ids) met[columns.placeOf.get(id) ?? lots.offers.length] = 1;
  };
  const ids = idsMet(read);
  const { byId } = read.situation.catalog;
  meet(ids);
  for (const { offerIds } of new Set(ids.flatMap((id) => byId.get(id)?.bundle ?? []))) meet(offerIds);
  for (const product of read.bought) for (const place of columns.placesOf.get(product) ?? []) met[place] = 1;
  return (place) => met[place] === 1;
}
