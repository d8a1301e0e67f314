import type { Lang } from '../language.js';

const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', nl: 'nl-NL' };
const EUROS = { style: 'currency', currency: 'EUR' } as const;

const formats = (options: Intl.NumberFormatOptions): Readonly<Record<Lang, Intl.NumberFormat>> => ({
  en: new Intl.NumberFormat(LOCALES.en, options),
  nl: new Intl.NumberFormat(LOCALES.nl, options),
});
/** A hyphen is too short for a sign. */
const minus = (figure: string): string => figure.replace('-', '−');
const wholeEuros = formats({ ...EUROS, maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const euros = formats({ ...EUROS, signDisplay: 'exceptZero' });
const shares = formats({ style: 'percent', maximumFractionDigits: 1 });
const points = formats({ maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const counts = formats({ maximumFractionDigits: 2 });
const changes = formats({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });

/** Cents as whole euros with their sign: `+€52`. */
export const formatProfit = (cents: number, lang: Lang): string =>
  minus(wholeEuros[lang].format(Math.round(cents / 100)));

/** Cents as euros with their sign: `+€4.12`. */
export const formatGain = (cents: number, lang: Lang): string => minus(euros[lang].format(cents / 100));

/** A share of one: `75.4%`. */
export const formatShare = (share: number, lang: Lang): string => shares[lang].format(share);

/** By how many points of a hundred a share changed: `−22.1`. */
export const formatPoints = (change: number, lang: Lang): string => minus(points[lang].format(100 * change));

/** A count that may be a mean: `25.88`. */
export const formatCount = (count: number, lang: Lang): string => counts[lang].format(count);

/** By how much a count changed: `+3`. */
export const formatChange = (change: number, lang: Lang): string => minus(changes[lang].format(change));
