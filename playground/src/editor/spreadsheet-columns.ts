import { readAmount, writeAmount } from './amount.js';
import { isFields, offersOf, type Fields, type FieldPath } from './draft.js';
import { readFrequency, writeFrequency } from './frequency-text.js';

/** How the cells of a column are written and read. `read` gives `undefined` for what it cannot read. */
export interface Column {
  readonly name: string;
  readonly path: FieldPath;
  /** What belongs in it, as the page says it. */
  readonly kind: 'text' | 'amount' | 'path' | 'list' | 'frequency' | 'json';
  readonly write: (value: unknown) => string;
  readonly read: (text: string) => unknown;
}

/** The column that holds, as JSON, what no other column can. */
export const MORE = 'more';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const parts = (text: string, mark: string): readonly string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const joined = (value: unknown, mark: string): string => (Array.isArray(value) ? value.map(String).join(mark) : '');

/** A JSON text as its value; `undefined` where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

type Way = Pick<Column, 'kind' | 'write' | 'read'>;

const TEXT: Way = { kind: 'text', write: asText, read: (text) => text };
const LIST: Way = { kind: 'list', write: (value) => joined(value, ' | '), read: (text) => parts(text, '|') };
const PATH: Way = { kind: 'path', write: (value) => joined(value, ' > '), read: (text) => parts(text, '>') };
const FREQUENCY: Way = {
  kind: 'frequency',
  write: (value) => (isFields(value) ? writeFrequency(value) : ''),
  read: readFrequency,
};
const JSON_OBJECT: Way = {
  kind: 'json',
  write: (value) => (isFields(value) ? JSON.stringify(value) : ''),
  read: (text) => {
    const value = readJson(text);
    return isFields(value) ? value : undefined;
  },
};

const amounts = (currency: string, comma: boolean): Way => ({
  kind: 'amount',
  write: (value) => (typeof value === 'number' ? writeAmount(value, { currency, comma }) : ''),
  read: (text) => readAmount(text, currency),
});

const SAID: readonly (readonly [name: string, path: FieldPath])[] = [
  ['title', ['title']],
  ['text', ['text']],
  ['action', ['action', 'label']],
  ['url', ['action', 'url']],
  ['image', ['image']],
];

const words = (lang: string): readonly Column[] =>
  SAID.map(([name, path]) => ({ name: `${name}_${lang}`, path: ['content', lang, ...path], ...TEXT }));

const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i;

/** The languages that a catalogue speaks, in the order in which they come; English where it speaks none. */
export function languagesOf(offers: readonly Fields[]): readonly string[] {
  const found = new Set(
    offers.flatMap(({ content }) =>
      isFields(content) ? Object.keys(content).filter((code) => LANGUAGE.test(code)) : [],
    ),
  );
  return found.size > 0 ? [...found] : ['en'];
}

/** All columns of a catalogue: amounts in its currency, texts in its languages. */
export function columnsFor(about: {
  readonly currency: string;
  readonly languages: readonly string[];
  /** Amounts are written with a decimal comma. Both are read. */
  readonly comma?: boolean;
}): readonly Column[] {
  const amount = amounts(about.currency, about.comma ?? false);
  const own = (name: string, key: string, way: Way): Column => ({ name, path: [key], ...way });
  return [
    own('id', 'id', TEXT),
    own('class', 'class', TEXT),
    own('product', 'product', TEXT),
    own('category', 'category', PATH),
    own('brand', 'brand', TEXT),
    own('price', 'price', amount),
    own('discount', 'discount', amount),
    own('lowest_price_30d', 'lowestPrice30d', amount),
    own('margin', 'margin', amount),
    ...about.languages.flatMap(words),
    own('valid_from', 'validFrom', TEXT),
    own('valid_through', 'validThrough', TEXT),
    own('channels', 'channels', LIST),
    own('placements', 'placements', LIST),
    own('frequency', 'frequency', FREQUENCY),
    own('group', 'group', TEXT),
    own('open_to', 'openTo', TEXT),
    own('helps', 'helps', LIST),
    own('needs', 'needs', LIST),
    own('when', 'when', JSON_OBJECT),
  ];
}

const WORDS = new RegExp(`^(?:${SAID.map(([name]) => name).join('|')})_([a-z]{2,8}(?:-[a-z0-9]{1,8})*)$`, 'i');

/** The languages that a row of column names speaks of. */
export function languagesIn(names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => WORDS.exec(name)?.[1] ?? []))];
}

/** Columns of a catalogue with these languages, or with its own where none are given. */
export function columnsOf(
  catalog: Fields,
  how: { readonly currency: string; readonly comma?: boolean },
): readonly Column[] {
  return columnsFor({ ...how, languages: languagesOf(offersOf(catalog)) });
}
