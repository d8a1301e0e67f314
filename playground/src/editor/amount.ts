import { currencyExponent } from 'tactful/engine';
import { shownValue } from './shown-value.js';

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', JPY: '¥' };

function bare(text: string, currency: string): string {
  const tight = text.replace(/[\s\u00a0\u202f]/g, '');
  for (const sign of [currency, SYMBOLS[currency] ?? currency]) {
    if (tight.toUpperCase().startsWith(sign)) return tight.slice(sign.length);
    if (tight.toUpperCase().endsWith(sign)) return tight.slice(0, -sign.length);
  }
  return tight;
}

/**
 * A decimal amount as an integer in the currency's minor units: `24,95` and `€ 24.95` are 2495 in EUR.
 *
 * `undefined` where it could mean two things: more decimals than the currency has (`1.299`), or two separators. Nothing is
 * guessed.
 */
export function readAmount(text: string, currency: string): number | undefined {
  const [, whole, decimals = ''] = /^(\d{1,16})(?:[.,](\d+))?$/.exec(bare(text, currency)) ?? [];
  const exponent = currencyExponent(currency);
  if (whole === undefined || decimals.length > exponent) return undefined;
  const minor = Number(whole + decimals.padEnd(exponent, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** Minor units as {@link readAmount} reads them: `24.95`; with `comma` as `24,95`. Anything else as it stands. */
export function writeAmount(
  minor: unknown,
  { currency, comma = false }: { readonly currency: string; readonly comma?: boolean },
): string {
  if (typeof minor !== 'number' || !Number.isSafeInteger(minor) || minor < 0) return shownValue(minor);
  const exponent = currencyExponent(currency);
  if (exponent === 0) return String(minor);
  const digits = String(minor).padStart(exponent + 1, '0');
  return `${digits.slice(0, -exponent)}${comma ? ',' : '.'}${digits.slice(-exponent)}`;
}
