import { isFields, type Fields } from './draft.js';
import { readJson } from './spreadsheet-columns.js';

/** Why a catalogue file cannot be opened. */
export type FileProblem = 'not-json' | 'not-a-catalog' | 'no-offers' | 'bad-offer' | 'too-large';

/** What a file turned out to be. `at` is the number of the offer that is none, counted from 1. */
export type FileReading =
  | { readonly kind: 'catalog'; readonly catalog: Fields }
  | { readonly kind: 'table'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: FileProblem; readonly at?: number };

/** The most characters that a catalogue may have: what the engine takes too. */
export const MOST_CHARACTERS = 16 * 1024 * 1024;

function readCatalogText(text: string): FileReading {
  const raw = readJson(text);
  if (raw === undefined) return { kind: 'problem', problem: 'not-json' };
  if (!isFields(raw) || raw['format'] !== 'tactful-catalog') return { kind: 'problem', problem: 'not-a-catalog' };
  const { offers } = raw;
  if (!Array.isArray(offers)) return { kind: 'problem', problem: 'no-offers' };
  const bad = offers.findIndex((offer: unknown) => !isFields(offer));
  return bad === -1 ? { kind: 'catalog', catalog: raw } : { kind: 'problem', problem: 'bad-offer', at: bad + 1 };
}

/** What the text of a file is, by its content: JSON is a catalogue, anything else a table. Offers are not judged here. */
export function readFileText(text: string): FileReading {
  if (text.length > MOST_CHARACTERS) return { kind: 'problem', problem: 'too-large' };
  const clean = text.replace(/^\ufeff/, '');
  return /^\s*[{[]/.test(clean) ? readCatalogText(clean) : { kind: 'table', text };
}
