import { currencyExponent, localText, type CompiledCatalog, type Format, type LocalText } from '../engine/index.js';

/** How moments, amounts, categories and offers read in a language; the engine has no calendar of its own. */
export function formatFor(lang: string, about: { readonly catalog: CompiledCatalog; readonly offset: number }): Format {
  const { catalog, offset } = about;
  const locale = /^nl(?:-|$)/i.test(lang) ? 'nl' : 'en-GB';
  // The row's own offset decides what the clock said, wherever the reader is now.
  const moments = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
  const exponent = currencyExponent(catalog.currency);
  const amounts = new Intl.NumberFormat(locale, { style: 'currency', currency: catalog.currency });
  const titleOf = (offerId: string): string => {
    const content = catalog.byId.get(offerId)?.offer.content ?? {};
    const titles: LocalText = Object.fromEntries(Object.entries(content).map(([key, { title }]) => [key, title]));
    return localText(titles, lang);
  };
  return {
    moment: (at) => moments.format(at + offset * 60_000),
    amount: (minorUnits) => amounts.format(minorUnits / 10 ** exponent),
    category: (path) => path.slice(path.lastIndexOf('/') + 1).replaceAll('-', ' ').replaceAll('_', ' '),
    offer: titleOf,
  };
}
