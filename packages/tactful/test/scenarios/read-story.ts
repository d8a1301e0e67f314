/** One line of a scenario: its words, then `key: value` pairs. */
export interface Line {
  /** Where it stands in its document, from 1. */
  readonly number: number;
  readonly words: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

/** A block that can be played: what it is about, and its lines in order. */
export interface Scenario {
  readonly title: string;
  readonly number: number;
  readonly lines: readonly Line[];
}

/** A document: the row of the mission that it tells of, and its scenarios. */
export interface Story {
  readonly row: string;
  readonly scenarios: readonly Scenario[];
}

const FIRST_KEY = /(?:^|\s)[A-Za-z_]\w*:\s/;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Splits at commas, but not within quotes, braces or brackets. */
function pairsIn(text: string): readonly string[] {
  const pairs: string[] = [];
  const open: string[] = [];
  let quoted = false;
  let from = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text.charAt(index);
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    const closing = CLOSING[sign];
    if (closing !== undefined) open.push(closing);
    else if (sign === open[open.length - 1]) open.pop();
    else if (sign === ',' && open.length === 0) {
      pairs.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...pairs, text.slice(from)];
}

function fieldsIn(text: string, number: number): Line['fields'] {
  const entries = pairsIn(text).map((pair): [string, string] => {
    const [, key = '', value = ''] = /^\s*([A-Za-z_]\w*):\s+(.+?)\s*$/.exec(pair) ?? [];
    if (key === '') throw new Error(`line ${number}: "${pair.trim()}" is no "key: value"`);
    return [key, value];
  });
  return Object.fromEntries(entries);
}

/** Reads one line: words up to the first key, then its pairs. Throws with the number of the line. */
export function readLine(text: string, number: number): Line {
  const at = FIRST_KEY.exec(text)?.index ?? text.length;
  const words = text
    .slice(0, at)
    .split(/\s+/)
    .filter((word) => word !== '');
  const rest = text.slice(at).trim();
  return { number, words, fields: rest === '' ? {} : fieldsIn(rest, number) };
}

function scenarioIn(block: readonly string[], number: number): Scenario {
  const numbered = block
    .map((text, index) => ({ text: text.trim(), number: number + index }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
  const [first, ...lines] = numbered;
  if (first?.text.startsWith('case ') !== true) throw new Error(`line ${number}: a scenario begins with "case"`);
  return { title: first.text.slice(5).trim(), number, lines: lines.map((line) => readLine(line.text, line.number)) };
}

/** The scenarios of a document: its fenced blocks of the kind `scenario`. Throws with the number of the line. */
export function readStory(row: string, markdown: string): Story {
  const lines = markdown.split('\n');
  const scenarios: Scenario[] = [];
  let from: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (from === undefined && line.trim() === '```scenario') from = index + 1;
    else if (from !== undefined && line.trim() === '```') {
      scenarios.push(scenarioIn(lines.slice(from, index), from + 1));
      from = undefined;
    }
  }
  if (from !== undefined) throw new Error(`line ${from}: the block has no end`);
  return { row, scenarios };
}
