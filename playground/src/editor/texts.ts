import type { Lang } from '../language.js';
import { ruleWordsEn, type RuleWords } from './rule-words-en.js';
import { ruleWordsNl } from './rule-words-nl.js';
import { editorEn, type EditorTexts } from './texts-en.js';
import { editorNl } from './texts-nl.js';

export type { EditorTexts } from './texts-en.js';

const TEXTS: Readonly<Record<Lang, EditorTexts>> = { en: editorEn, nl: editorNl };
const RULES: Readonly<Record<Lang, RuleWords>> = { en: ruleWordsEn, nl: ruleWordsNl };

/** What the editor says in a language. */
export function editorTexts(lang: Lang): EditorTexts {
  return TEXTS[lang];
}

/** What each rule of the check asks for, in a language. */
export function ruleWords(lang: Lang): RuleWords {
  return RULES[lang];
}
