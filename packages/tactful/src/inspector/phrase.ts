import { cleanText } from './clean-text.js';

/** A piece of a phrase: our own words, or text that comes from the page and is shown apart. */
export type Piece = string | { readonly site: string };

/** Words with text of the page between them, which stays data from end to end. */
export type Phrase = readonly Piece[];

const SLOT = /\{([a-z]+)\}/giu;

/** Text of the page as a phrase, cleaned. */
export function siteText(text: string): Phrase {
  return [{ site: cleanText(text) }];
}

/** A sentence with its slots filled; a slot without text disappears. */
export function fill(template: string, slots: Readonly<Record<string, Phrase | string | undefined>>): Phrase {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, 0: slot, 1: name = '' } of template.matchAll(SLOT)) {
    const value = slots[name] ?? '';
    pieces.push(template.slice(from, index), ...(typeof value === 'string' ? [value] : value));
    from = index + slot.length;
  }
  return [...pieces, template.slice(from)].filter((piece) => piece !== '');
}

/** A phrase as plain text: for the filter and for the spoken names of buttons. */
export function plain(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === 'string' ? piece : piece.site)).join('');
}
