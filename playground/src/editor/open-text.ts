import type { DraftAction } from './draft.js';
import type { Refusal } from './editor-page.js';
import { readFileText } from './read-file-text.js';
import { readTable } from './spreadsheet.js';

/** What a file or what was pasted does to the draft, or why it does nothing. */
export type Opening =
  { readonly action: Extract<DraftAction, { do: 'catalog' | 'offers' }> } | { readonly refusal: Refusal };

/** Reads a catalogue or a table; `name` is empty for what was pasted. Amounts of a table are in `currency`. */
export function openText(
  text: string,
  { name, currency }: { readonly name: string; readonly currency: string },
): Opening {
  const reading = readFileText(text);
  if (reading.kind === 'problem') {
    const { problem: file, at } = reading;
    return { refusal: { name, file, ...(at === undefined ? {} : { at }) } };
  }
  if (reading.kind === 'catalog') return { action: { do: 'catalog', catalog: reading.catalog } };
  const { offers, problems: table } = readTable(text, currency);
  return offers ? { action: { do: 'offers', offers } } : { refusal: { name, table } };
}
