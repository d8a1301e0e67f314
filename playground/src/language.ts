import type { Text } from './data/product.js';

/** The languages of the shop. */
export const LANGUAGES = ['en', 'nl'] as const;

/** One of {@link LANGUAGES}. */
export type Lang = (typeof LANGUAGES)[number];

/** Whether the shop speaks it. */
export function isLang(value: unknown): value is Lang {
  return LANGUAGES.some((lang) => lang === value);
}

/** What was chosen before, else the first language of the browser that the shop speaks, else English. */
export function chooseLang(saved: string | null, preferred: readonly string[]): Lang {
  if (isLang(saved)) return saved;
  return preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLang) ?? 'en';
}

/** The words of a text in one language. */
export function say(text: Text, lang: Lang): string {
  return text[lang];
}
