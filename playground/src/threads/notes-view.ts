import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../views/icon.js';
import type { Told } from './tell-steps.js';
import { isFollowed, sameEnd, type WallPage } from './wall-page.js';
import { stepText, stepTime } from './wall-words.js';

/** Why a note left no row, in words. */
function refusalText({ refused }: Told, { texts }: WallPage): string | undefined {
  if (refused === undefined) return undefined;
  const { refusal } = texts;
  const why = refused === 'personal-data' || refused === 'invalid' ? refusal[refused] : refusal.other;
  return texts.refused(why);
}

function tiedText({ number }: Told, { reading, texts }: WallPage): string {
  const cards = reading.cards.filter(({ notes }) => notes.includes(number));
  if (cards.length === 0) return texts.notes.loose;
  return texts.notes.tied(cards.map((card) => texts.notes.card(card.number)).join(', '));
}

const isTiedToLit = ({ number }: Told, { reading, lit }: WallPage): boolean =>
  lit !== undefined &&
  ('note' in lit
    ? lit.note === number
    : reading.cards.some(({ name, notes }) => isFollowed(lit, { note: number, card: name }) && notes.includes(number)));

function note(told: Told, page: WallPage): TemplateResult {
  const { texts, deeds, lang, state, dragged, held } = page;
  const { number, step, rows } = told;
  const refusal = refusalText(told, page);
  const keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    deeds.drop(number);
  };
  return html`<li
    class="wall-note"
    data-note=${number}
    ?data-lit=${isTiedToLit(told, page)}
    ?data-dragged=${dragged === number}
    @pointerenter=${() => deeds.follow({ note: number })}
    @pointerleave=${() => deeds.follow(undefined)}
    @focusin=${(event: FocusEvent) => deeds.focus(event, { note: number })}
    @focusout=${() => deeds.follow(undefined)}
  >
    <button
      type="button"
      class="wall-note-face"
      aria-pressed=${sameEnd(held, { note: number }) ? 'true' : 'false'}
      aria-describedby=${`note-tied-${String(number)} note-hint`}
      @click=${() => deeds.hold({ note: number })}
      @keydown=${keyed}
      @pointerdown=${(event: PointerEvent) => deeds.startDrag(event, number)}
    >
      <span class="wall-number"
        ><span class="visually-hidden">${texts.notes.numbered(number)}: </span
        ><span aria-hidden="true">${number}</span></span
      >
      <span class="wall-note-words">
        <span class="wall-note-text">${stepText(step, lang)}</span>
        <span class="wall-note-facts">
          <span>${stepTime(told, { lang, days: state.walk === 'conflict' })}</span>
          ${
            refusal === undefined
              ? html`<code>${[...new Set(rows.map(({ name }) => name))].join(' + ')}</code>`
              : html`<span class="wall-note-refused">${refusal}</span>`
          }
        </span>
      </span>
    </button>
    <button
      type="button"
      class="wall-note-bin"
      aria-label=${texts.notes.bin(number)}
      title=${texts.notes.toBin}
      @click=${() => deeds.drop(number)}
    >
      ${icon('bin')}
    </button>
    <p class="visually-hidden" id=${`note-tied-${String(number)}`}>${tiedText(told, page)}</p>
  </li>`;
}

/** The notes that are left on the wall, in the order in which they happened. */
export function notesView(page: WallPage): TemplateResult {
  const { texts, reading } = page;
  const left = reading.notes.filter(({ number }) => !reading.gone.includes(number));
  return html`<section class="wall-notes" aria-labelledby="wall-notes-title">
    <header class="wall-head">
      <h3 id="wall-notes-title">${texts.notes.title}</h3>
      <p>${texts.notes.lead} <span id="note-hint">${left.length === 0 ? nothing : texts.notes.hint}</span></p>
    </header>
    ${left.length === 0 ? html`<p class="wall-none">${texts.notes.none}</p>` : nothing}
    <ol class="wall-list">
      ${repeat(
        left,
        ({ number }) => number,
        (told) => note(told, page),
      )}
    </ol>
  </section>`;
}
