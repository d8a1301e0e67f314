// Characters that cannot be seen, that turn the direction of text around or that control a terminal. The joiners U+200C
// and U+200D stay: without them Persian words and families of emoji fall apart.
const HIDDEN =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+/gu;

/**
 * A text of a catalogue as it may be shown: no controls, nothing hidden or turning, in NFC, at most four marks on a letter.
 *
 * Line breaks and tabs become blanks; a half of a character becomes U+FFFD. Cleaning twice is cleaning once.
 */
export function cleanText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(HIDDEN, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .normalize('NFC')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1');
}
