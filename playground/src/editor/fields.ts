import { readAmount, writeAmount } from './amount.js';
import { isFields, type FieldPath } from './draft.js';
import { readFrequency, writeFrequency } from './frequency-text.js';
import { readJson } from './spreadsheet-columns.js';

/** How a field of the form is typed. */
export type FieldKind = 'text' | 'class' | 'amount' | 'path' | 'list' | 'lines' | 'frequency' | 'moment' | 'json';

/** The fields of an offer beside its words, in the order of the form, by the part of it they stand in. */
export const FIELDS = {
  what: { class: 'class', id: 'text', category: 'path', brand: 'text', product: 'text' },
  price: { price: 'amount', discount: 'amount', lowestPrice30d: 'amount' },
  time: { validFrom: 'moment', validThrough: 'moment', placements: 'list', frequency: 'frequency' },
  people: { openTo: 'text', helps: 'lines', needs: 'list', when: 'json' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldKind>>>>;

/** A part of the form. */
export type Section = keyof typeof FIELDS;

/** What an offer says in a language, and where in that language it stands. */
export const WORDS = {
  title: ['title'],
  text: ['text'],
  label: ['action', 'label'],
  url: ['action', 'url'],
} as const satisfies Readonly<Record<string, FieldPath>>;

/** One of the texts of a language. */
export type WordName = keyof typeof WORDS;

/** What reading and writing of a field depend on. */
export interface FieldSetting {
  readonly currency: string;
  readonly lang: string;
}

/** The id of the field in the page, by its path. */
export const fieldId = (path: FieldPath): string => `offer-${path.join('-')}`;

const split = (text: string, mark: RegExp): readonly string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const joined = (value: unknown, mark: string): string =>
  Array.isArray(value) ? value.map(String).join(mark) : typeof value === 'string' ? value : '';

const MARKS = { path: ' > ', list: ', ', lines: '\n' } as const;
const SPLITS = { path: />/, list: /[,;|]/, lines: /\n/ } as const;

/** A value of the draft as the form shows it. */
export function writeField(value: unknown, kind: FieldKind, { currency, lang }: FieldSetting): string {
  if (value === undefined) return '';
  switch (kind) {
    case 'amount':
      return writeAmount(value, { currency, comma: lang === 'nl' });
    case 'path':
    case 'list':
    case 'lines':
      return joined(value, MARKS[kind]);
    case 'frequency':
      return writeFrequency(value, lang);
    case 'json':
      return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/**
 * What was typed, as a value of the draft; `undefined` for nothing.
 *
 * A text that cannot be read stays in the draft as that text, so that nothing that was typed is lost: the check then
 * complains of it.
 */
export function readField(text: string, kind: FieldKind, { currency }: FieldSetting): unknown {
  if (text.trim() === '') return undefined;
  switch (kind) {
    case 'amount':
      return readAmount(text, currency) ?? text;
    case 'path':
    case 'list':
    case 'lines':
      return split(text, SPLITS[kind]);
    case 'frequency':
      return readFrequency(text) ?? text;
    case 'json': {
      const value = readJson(text);
      return isFields(value) ? value : text;
    }
    default:
      return text;
  }
}
