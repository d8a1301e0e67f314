import { localText, type Catalog, type Content } from '../engine/index.js';
import { cleanText } from './clean-text.js';

/** What the lens needs to know of a site's offers. */
export interface OfferTitles {
  readonly currency: string;
  /** Empty for an offer that the catalogue does not hold any more. */
  readonly title: (offerId: string) => string;
  /** Minor units; 0 without a saving. */
  readonly discount: (offerId: string) => number;
}

function titleIn(content: Content, lang: string): string {
  return cleanText(
    localText(Object.fromEntries(Object.entries(content).map(([key, { title }]) => [key, title])), lang),
  );
}

/** Titles of the offers of a catalogue in a language. */
export function offerTitles(catalog: Catalog | undefined, lang: string): OfferTitles {
  const offers = new Map((catalog?.offers ?? []).map((offer) => [offer.id, offer]));
  return {
    currency: catalog?.currency ?? 'EUR',
    title: (offerId) => titleIn(offers.get(offerId)?.content ?? {}, lang),
    discount: (offerId) => offers.get(offerId)?.discount ?? 0,
  };
}
