// What turns the direction of text around, cannot be seen, or controls a terminal.
const CONTROLS =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+/gu;

/** A line of text from a file, safe for a terminal: what would control it or turn text around is a space. */
export function printable(line: string): string {
  return line.replace(CONTROLS, ' ');
}
