import { currencyExponent, localText, MINUTE_MS, type CompiledCatalog, type Format, type Now } from 'tactful/engine';

/** A moment on the shopper's own clock, with its distance from UTC: `2026-06-01T14:00:00+02:00`. */
export function isoMoment({ at, offset }: Now): string {
  const local = new Date(at + offset * MINUTE_MS).toISOString().slice(0, 19);
  const distance = Math.abs(offset);
  const hours = String(Math.floor(distance / 60)).padStart(2, '0');
  const minutes = String(distance % 60).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** The title of an offer in a language; its id when the catalogue does not hold it. */
export function offerTitle(
  catalog: CompiledCatalog,
  about: { readonly offerId: string; readonly lang: string },
): string {
  const content = catalog.byId.get(about.offerId)?.offer.content ?? {};
  const titles = Object.fromEntries(Object.entries(content).map(([lang, { title }]) => [lang, title]));
  return localText(titles, about.lang) || about.offerId;
}

/** How values read in a terminal: plain and the same on every machine, so without the locale's own formats. */
export function wordsFormat(catalog: CompiledCatalog, how: { readonly lang: string; readonly offset: number }): Format {
  const decimals = currencyExponent(catalog.currency);
  return {
    moment: (at) => isoMoment({ at, offset: how.offset }).slice(0, 16).replace('T', ' '),
    amount: (minorUnits) => `${catalog.currency} ${(minorUnits / 10 ** decimals).toFixed(decimals)}`,
    category: (path) => path.slice(path.lastIndexOf('/') + 1),
    offer: (offerId) => offerTitle(catalog, { offerId, lang: how.lang }),
  };
}
