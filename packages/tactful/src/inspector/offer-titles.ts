import { localText, type CompiledCatalog, type Content } from '../engine/index.js';
import { cleanText } from './clean-text.js';

function titleIn(content: Content, lang: string): string {
  const titles = Object.fromEntries(Object.entries(content).map(([key, { title }]) => [key, title]));
  return cleanText(localText(titles, lang));
}

/** The titles of a catalogue's offers in a language; empty for an offer that it does not hold any more. */
export function offerTitles(catalog: CompiledCatalog, lang: string): (offerId: string) => string {
  return (offerId) => titleIn(catalog.byId.get(offerId)?.offer.content ?? {}, lang);
}
