import { html, type TemplateResult } from 'lit';
import type { LensActions, LensState } from './lens-actions.js';
import type { LensWords } from './lens-words.js';
import type { Phrase } from './phrase.js';

/** What every part is drawn with. */
export interface Drawing {
  readonly words: LensWords;
  readonly state: LensState;
  readonly actions: LensActions;
}

/** A phrase; text of the page stands apart, so that its direction cannot turn ours around. */
export function renderPhrase(phrase: Phrase): TemplateResult {
  return html`${phrase.map((piece) => (typeof piece === 'string' ? piece : html`<bdi>${piece.site}</bdi>`))}`;
}
