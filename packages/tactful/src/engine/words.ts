import type { ReasonCode } from './reason.js';
import { sentenceFrom, type SentenceRequest } from './sentence-from.js';
import type { Wording } from './wording.js';
import { WORDS_EN } from './words-en.js';
import { WORDS_NL } from './words-nl.js';

/** The languages that have words, as BCP 47 primary subtags. */
export const LANGUAGES = ['en', 'nl'] as const;

/** The words of a language: `nl`, `nl-BE` and `NL` are Dutch, anything else is English. */
export function wordsFor(lang: string): Readonly<Record<ReasonCode, Wording>> {
  return /^nl(?:-|$)/i.test(lang) ? WORDS_NL : WORDS_EN;
}

/**
 * The sentence that says a reason to a reader.
 *
 * It never throws and never shows an empty slot: when a slot is missing the shopper gets the sentence that needs none. The developer
 * level adds the code, the slots that are known and the place in `docs/words.md`. An unknown code, as a newer store may hold, is
 * returned as it is; an unknown level is the shopper's.
 *
 * @example
 * sentence({ code: 'QUIET_TIME', level: 'shopper', lang: 'nl-BE', slots: { until: '14:00' } }); // 'Stille tijd tot 14:00.'
 */
export function sentence({ lang, ...request }: SentenceRequest): string {
  return sentenceFrom(wordsFor(lang), request);
}

export { SLOT_NAMES, type Level, type SentenceRequest, type Slots } from './sentence-from.js';
