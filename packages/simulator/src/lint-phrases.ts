import { END_WORDS, NUMBER_WORDS, PRESSING, PRESSING_SIGNS } from './lint-words.js';

// What separates words is anything but letters and digits, so `last-chance` is found too.
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const NUMBER = `(?:\\d+|${NUMBER_WORDS.map(escaped).join('|')})`;

function phrasePattern(phrases: readonly string[]): RegExp {
  // the longest first, so that what is told is the whole phrase
  const any = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => escaped(phrase).replaceAll('#', NUMBER).replaceAll(' ', '[^\\p{L}\\p{N}]{1,3}'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

const PRESSED = phrasePattern(PRESSING);
const ENDED = phrasePattern(END_WORDS);
const DATE = /(?<!\d)\d{1,2}(?:[-/. ]\d{1,2}(?!\d)|\.? ?\p{L}{3,})/u;

/** Text as it is compared: one width, small letters, one apostrophe, nothing invisible inside words. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .toLowerCase();
}

/** The pressing phrase or sign in a text, or `undefined`. */
export function pressingPart(text: string): string | undefined {
  return PRESSED.exec(plain(text))?.[0] ?? PRESSING_SIGNS.exec(text)?.[0];
}

/** Whether a text says until when something holds: in words, or with a date. */
export function namesEnd(text: string): boolean {
  const compared = plain(text);
  return ENDED.test(compared) || DATE.test(compared);
}

/** The words of a text, letters and digits only. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
}
