import { html, nothing, type TemplateResult } from 'lit';
import type { LensActions, LensState } from './lens-actions.js';
import type { ViewAccount, ViewRow } from './lens-view.js';
import type { LensWords } from './lens-words.js';
import { fill, plain, type Phrase } from './phrase.js';

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

function renderAccount({ candidates, counts }: ViewAccount, { words }: Drawing): TemplateResult {
  const { decision } = words;
  return html`<details class="more">
    <summary>${decision.considered}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${decision.considered}>
      <table>
        <thead>
          <tr>
            <th scope="col">${decision.candidate}</th>
            <th scope="col">${decision.verdict}</th>
            <th scope="col" class="figure">${decision.score}</th>
          </tr>
        </thead>
        <tbody>
          ${candidates.map(
            ({ what, verdict, score }) =>
              html`<tr>
                <th scope="row">${renderPhrase(what)}</th>
                <td>${verdict}</td>
                <td class="figure">${score}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="small">${decision.scoreNote}</p>
    <p class="small">${renderPhrase(counts)}</p>
  </details>`;
}

function renderEvidence(rows: readonly ViewRow[], drawing: Drawing): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<details class="more">
    <summary>${drawing.words.evidence(rows.length)}</summary>
    <ul class="rows">
      ${rows.map((row) => renderRow(row, drawing))}
    </ul>
  </details>`;
}

function renderForget(row: ViewRow, { words, state, actions }: Drawing): TemplateResult | typeof nothing {
  const { forget } = row;
  if (!forget) return nothing;
  const name = plain(fill(words.forgetRow, { row: [...row.what, row.when ? `, ${row.when.text}` : ''] }));
  return html`<button
    class="quiet"
    data-do="forget"
    aria-label=${name}
    aria-disabled=${String(state.busy)}
    @click=${({ currentTarget }: globalThis.Event) => {
      actions.forget(forget, currentTarget);
    }}
  >
    ${words.forget}
  </button>`;
}

/** One row: what, how it is known, when, what it rests on, and the button that forgets it. */
export function renderRow(row: ViewRow, drawing: Drawing): TemplateResult {
  const { words } = drawing;
  return html`<li data-key=${row.key} data-provenance=${row.provenance}>
    <div class="head">
      <p class="what">${renderPhrase(row.what)}</p>
      ${renderForget(row, drawing)}
    </div>
    ${(row.says ?? []).map((sentence) => html`<p class="says">${renderPhrase(sentence)}</p>`)}
    <p class="meta">
      <span class="chip">${words.provenance[row.provenance]}</span>
      ${row.when ? html`<time datetime=${row.when.iso}>${row.when.text}</time>` : nothing}
      ${row.details.map((detail) => html` <span class="fact">${renderPhrase(detail)}</span>`)}
    </p>
    ${row.evidence ? renderEvidence(row.evidence, drawing) : nothing}
    ${row.account ? renderAccount(row.account, drawing) : nothing}
  </li>`;
}
