const QUOTE = 34;
const BACKSLASH = 92;
/** `[` and `{`, with the bit that tells them apart set. */
const OPENS = 123;
const CLOSES = 125;
const BIT = 32;

/**
 * Whether the text of a JSON document goes deeper than so many levels, told without parsing it: parsers and copies end in
 * a full stack at a depth of their own.
 */
export function tooDeep(text: string, most: number): boolean {
  let level = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (quoted) {
      if (sign === BACKSLASH) at++;
      else quoted = sign !== QUOTE;
    } else if (sign === QUOTE) quoted = true;
    else if ((sign | BIT) === OPENS && ++level > most) return true;
    else if ((sign | BIT) === CLOSES) level--;
  }
  return false;
}
