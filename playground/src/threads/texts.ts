import type { Lang } from '../language.js';
import { threadsEn, type ThreadsTexts } from './texts-en.js';
import { threadsNl } from './texts-nl.js';

export type { ThreadsTexts } from './texts-en.js';

const TEXTS: Readonly<Record<Lang, ThreadsTexts>> = { en: threadsEn, nl: threadsNl };

/** What the page Threads says in a language. */
export function threadsTexts(lang: Lang): ThreadsTexts {
  return TEXTS[lang];
}
