import { currencyExponent } from 'tactful/engine';

/** An amount as a feed has it: `12.99 EUR`, `EUR 12.99` or `12.99`. A text says what belongs there instead. */
export type FeedPrice = { readonly amount: number; readonly currency: string } | string;

const PRICE = /^(?:([A-Z]{3})\s?)?(\d{1,12})(?:\.(\d{1,6}))?(?:\s?([A-Z]{3}))?$/;

/**
 * A decimal price in integer minor units of its currency, by the currency's own number of decimals.
 *
 * Nothing is guessed: a decimal comma, separated thousands, more decimals than the currency has, or another currency than
 * the catalogue's is refused.
 *
 * @example
 * feedPrice('12.99 EUR', undefined); // { amount: 1299, currency: 'EUR' }
 */
export function feedPrice(text: string, usual: string | undefined): FeedPrice {
  const match = PRICE.exec(text);
  if (!match) return 'a price with a decimal point, no thousands sign and its currency: 12.99 EUR';
  const [, before, whole = '', decimals = '', after] = match;
  if (before !== undefined && after !== undefined && before !== after) return 'one currency';
  const currency = before ?? after ?? usual;
  if (currency === undefined) return 'a currency behind it: 12.99 EUR; or --currency EUR for the whole file';
  if (usual !== undefined && currency !== usual) return `in ${usual}, as the rest: a catalogue has one currency`;
  const exponent = currencyExponent(currency);
  const extra = decimals.slice(exponent);
  if (/[1-9]/.test(extra)) return `at most ${String(exponent)} decimals in ${currency}`;
  return { amount: Number(whole + decimals.slice(0, exponent).padEnd(exponent, '0')), currency };
}
