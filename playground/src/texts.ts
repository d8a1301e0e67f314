import type { Lang } from './language.js';
import { textsEn, type Texts } from './texts-en.js';
import { textsNl } from './texts-nl.js';

export type { Texts } from './texts-en.js';

const TEXTS: Readonly<Record<Lang, Texts>> = { en: textsEn, nl: textsNl };

/** What the shop says in a language. */
export function textsFor(lang: Lang): Texts {
  return TEXTS[lang];
}
