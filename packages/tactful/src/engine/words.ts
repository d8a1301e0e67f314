import type { ReasonCode } from './reason.js';
import { WORDS_EN } from './words-en.js';
import type { Wording } from './words-en.js';
import { WORDS_NL } from './words-nl.js';

/** For whom a sentence is written. */
export type Level = 'shopper' | 'developer' | 'educator';

/** The languages that have words, as BCP 47 primary subtags. */
export const LANGUAGES = ['en', 'nl'] as const;

/** The slots a sentence may have, in the order in which the developer level lists them. */
export const SLOT_NAMES = ['until', 'category', 'brand', 'count', 'amount', 'offer', 'days'] as const;

/** What fills the slots, already formatted for the reader: the engine knows no calendar and no currency symbol. */
export type Slots = { readonly [name in (typeof SLOT_NAMES)[number]]?: string | number | undefined };

/** What {@link sentence} needs to know. */
export interface SentenceRequest {
  readonly code: ReasonCode;
  readonly level: Level;
  /** BCP 47; a language without words becomes English. */
  readonly lang: string;
  readonly slots?: Slots | undefined;
}

const SLOT = /\{([a-z]+)\}/g;

/** The words of a language: `nl`, `nl-BE` and `NL` are Dutch, anything else is English. */
export function wordsFor(lang: string): Readonly<Record<ReasonCode, Wording>> {
  return /^nl(?:-|$)/i.test(lang) ? WORDS_NL : WORDS_EN;
}

function filler(slots: Slots | undefined): (name: string) => string {
  const known = new Map<string, unknown>(Object.entries(slots ?? {}));
  return (name) => {
    const value = known.get(name);
    if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
    return typeof value === 'string' ? value.trim() : '';
  };
}

function usable(name: string, value: string): boolean {
  // "after 1 days" would be wrong in both languages, so such a sentence needs at least two of them.
  return value !== '' && !((name === 'count' || name === 'days') && Number(value) < 2);
}

function shopperSentence(words: Wording, fill: (name: string) => string): string {
  for (const text of words.shopperWith ?? []) {
    const names = [...text.matchAll(SLOT)].map((match) => match[1] ?? '');
    if (names.every((name) => usable(name, fill(name)))) return text.replace(SLOT, (_, name: string) => fill(name));
  }
  return words.shopper;
}

function developerSentence(text: string, code: ReasonCode, fill: (name: string) => string): string {
  const figures = SLOT_NAMES.filter((name) => fill(name) !== '').map((name) => `${name}=${fill(name)}`);
  return [`${code}:`, text, ...figures, `docs/words.md#${code.toLowerCase()}`].join(' ');
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
export function sentence({ code, level, lang, slots }: SentenceRequest): string {
  const all = wordsFor(lang);
  if (!Object.hasOwn(all, code)) return code;
  const words = all[code];
  if (level === 'educator') return words.educator;
  const fill = filler(slots);
  return level === 'developer' ? developerSentence(words.developer, code, fill) : shopperSentence(words, fill);
}
