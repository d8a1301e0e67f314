import type { Lang } from './language.js';

const LOCALES: Readonly<Record<Lang, string>> = { en: 'en-GB', nl: 'nl-NL' };

const money: Readonly<Record<Lang, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat(LOCALES.en, { style: 'currency', currency: 'EUR' }),
  nl: new Intl.NumberFormat(LOCALES.nl, { style: 'currency', currency: 'EUR' }),
};

/** Euro cents as one pays them: `€24.95`. */
export function formatMoney(cents: number, lang: Lang): string {
  return money[lang].format(cents / 100);
}

/** A calendar date, `2030-12-31`, in words. It has no time zone, so none is applied. */
export function formatDate(date: string, lang: Lang): string {
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(LOCALES[lang], style);
}

/** A moment as day and time on this device, with its year: it may lie weeks ahead. */
export function formatMoment(at: number, lang: Lang): string {
  const style = {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Date(at).toLocaleString(LOCALES[lang], style);
}
