import type { ReasonCode } from './reason.js';
import type { Wording } from './wording.js';

/** For whom a sentence is written. */
export type Level = 'shopper' | 'developer' | 'educator';

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

/** {@link sentence} with the words of one language given: for readers that load languages one by one. */
export function sentenceFrom(
  all: Readonly<Record<ReasonCode, Wording>>,
  { code, level, slots }: Omit<SentenceRequest, 'lang'>,
): string {
  if (!Object.hasOwn(all, code)) return code;
  const words = all[code];
  if (level === 'educator') return words.educator;
  const fill = filler(slots);
  return level === 'developer' ? developerSentence(words.developer, code, fill) : shopperSentence(words, fill);
}
