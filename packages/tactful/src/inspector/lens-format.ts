import { currencyExponent, type Format, type ProfileFormat } from '../engine/index.js';
import { cleanText } from './clean-text.js';
import type { Amount } from './lens-source.js';

/** How the lens writes moments, amounts, shares and paths in a language. */
export interface LensFormat {
  /** On the clock of the place where it happened, `offset` minutes east of UTC. */
  readonly moment: (at: number, offset: number) => string;
  /** The time of day on this device's clock, with seconds. */
  readonly clock: (at: number) => string;
  readonly iso: (at: number) => string | undefined;
  readonly amount: (amount: Amount) => string;
  readonly minor: (minorUnits: number, currency: string) => string;
  readonly percent: (share: number) => string;
  readonly number: (value: number) => string;
  /** With at most one decimal, and none where it says nothing. */
  readonly short: (value: number) => string;
  readonly path: (path: string) => string;
}

const FURTHEST_MS = 8.64e15;
const isMoment = (at: number): boolean => Number.isFinite(at) && Math.abs(at) < FURTHEST_MS;

/** The formats of a language: Dutch for `nl`, else English as written in Europe. */
export function lensFormat(lang: string): LensFormat {
  const locale = /^nl(?:-|$)/i.test(lang) ? 'nl' : 'en-GB';
  const moments = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  const clocks = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const numbers = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const shorts = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const byCurrency = new Map<string, Intl.NumberFormat>();
  // Making one takes longer than using it a hundred times.
  const amountsIn = (currency: string): Intl.NumberFormat => {
    const known =
      byCurrency.get(currency) ??
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' });
    byCurrency.set(currency, known);
    return known;
  };
  const amount = ({ value, currency }: Amount): string => {
    if (!Number.isFinite(value)) return '';
    // The code, not a sign: it is what the page announced, and $ is many currencies.
    return /^[A-Z]{3}$/.test(currency) ? amountsIn(currency).format(value) : String(value);
  };
  return {
    moment: (at, offset) => (isMoment(at + offset * 60_000) ? moments.format(at + offset * 60_000) : ''),
    clock: (at) => (isMoment(at) ? clocks.format(at) : ''),
    iso: (at) => (isMoment(at) ? new Date(at).toISOString() : undefined),
    amount,
    minor: (minorUnits, currency) => amount({ value: minorUnits / 10 ** currencyExponent(currency), currency }),
    percent: (share) => percents.format(share),
    number: (value) => (Number.isFinite(value) ? numbers.format(value) : '–'),
    short: (value) => (Number.isFinite(value) ? shorts.format(value) : '–'),
    path: (path) =>
      cleanText(path)
        .split('/')
        .map((step) => step.replace(/[-_]+/gu, ' ').trim())
        .filter((step) => step !== '')
        .join(' › '),
  };
}

/** The engine's own way of asking for words, for its sentences. */
export function engineFormat(
  format: LensFormat,
  about: { readonly currency: string; readonly offset: number; readonly title: (offerId: string) => string },
): Format {
  return {
    moment: (at) => format.moment(at, about.offset),
    amount: (minorUnits) => format.minor(minorUnits, about.currency),
    category: (path) => format.path(path.slice(path.lastIndexOf('/') + 1)),
    offer: about.title,
  };
}

/** The same for the lines of the profile. */
export function profileFormat(
  format: LensFormat,
  about: { readonly currency: string; readonly offset: number; readonly title: (offerId: string) => string },
): ProfileFormat {
  return {
    moment: (at) => format.moment(at, about.offset),
    amount: (minorUnits) => format.minor(minorUnits, about.currency),
    percent: format.percent,
    number: format.short,
    path: format.path,
    offer: (id) => about.title(id) || id,
  };
}
