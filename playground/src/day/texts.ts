import type { Lang } from '../language.js';
import { dayEn, type DayTexts } from './texts-en.js';
import { dayNl } from './texts-nl.js';

export { placeTitle, type DayTexts, type FrontName } from './texts-en.js';

const TEXTS: Readonly<Record<Lang, DayTexts>> = { en: dayEn, nl: dayNl };

/** What the page One day, three shops says in a language. */
export function dayTexts(lang: Lang): DayTexts {
  return TEXTS[lang];
}
