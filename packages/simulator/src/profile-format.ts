import type { CompiledCatalog, ProfileFormat } from 'tactful/engine';
import { wordsFormat } from './words-format.js';

/** How values of a profile read in a terminal: plain and the same on every machine; only the decimal sign is the language's. */
export function profileFormat(
  catalog: CompiledCatalog,
  how: { readonly lang: 'en' | 'nl'; readonly offset: number },
): ProfileFormat {
  const { moment, amount, offer } = wordsFormat(catalog, how);
  const decimal = (text: string): string => (how.lang === 'nl' ? text.replace('.', ',') : text);
  return {
    moment,
    offer,
    amount: (minorUnits) => decimal(amount(minorUnits)),
    percent: (share) => `${String(Math.round(100 * share))}%`,
    number: (value) => decimal(value.toFixed(1).replace(/\.0$/, '')),
    path: (categoryPath) => categoryPath.split('/').join(' › '),
  };
}
