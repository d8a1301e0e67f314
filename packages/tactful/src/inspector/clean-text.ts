// Characters that turn the direction of text around, that cannot be seen, or that control a terminal: with them a page
// could make a row of the lens read as something else.
const CONTROLS =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+/gu;

/** The longest text of a page that the lens shows. */
export const LONGEST_TEXT = 512;

/** Text of a page, made safe to read: one line, no hidden or turning characters, at most 512 characters. */
export function cleanText(text: string): string {
  const clean = text
    .slice(0, 4 * LONGEST_TEXT)
    .replace(CONTROLS, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT - 1)}…` : clean;
}
