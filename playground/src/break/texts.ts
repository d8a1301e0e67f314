import type { Lang } from '../language.js';
import { breakEn, type BreakTexts } from './texts-en.js';
import { breakNl } from './texts-nl.js';

export type { BreakTexts } from './texts-en.js';

const TEXTS: Readonly<Record<Lang, BreakTexts>> = { en: breakEn, nl: breakNl };

/** What the page Try to break it says in a language. */
export function breakTexts(lang: Lang): BreakTexts {
  return TEXTS[lang];
}
