import { html, nothing, type TemplateResult } from 'lit';
import type { ViewRow } from './lens-view.js';
import { fill, plain } from './phrase.js';
import { renderCorrections, renderOnlyForget, renderSides, renderSure } from './render-correction.js';
import { renderPhrase, type Drawing } from './render-phrase.js';
import { renderWhy } from './render-why.js';

/** Rows shown under a line; the others stand in the log. */
const EVIDENCE_IN_SIGHT = 20;

function renderBasis({ evidence = [], explains = [] }: ViewRow, drawing: Drawing): TemplateResult | typeof nothing {
  const { words } = drawing;
  if (evidence.length === 0 && explains.length === 0) return nothing;
  const left = evidence.length - EVIDENCE_IN_SIGHT;
  return html`<details class="more">
    <summary>${evidence.length === 0 ? words.you.why : words.evidence(evidence.length)}</summary>
    ${explains.map((sentence) => html`<p class="small">${renderPhrase(sentence)}</p>`)}
    ${
      evidence.length === 0
        ? nothing
        : html`<ul class="rows">
            ${evidence.slice(0, EVIDENCE_IN_SIGHT).map((row) => renderRow(row, drawing))}
          </ul>`
    }
    ${left > 0 ? html`<p class="small">${words.evidenceMore(left)}</p>` : nothing}
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

/** One row: what, how it is known, when, what can be done about it, and what it rests on. */
export function renderRow(row: ViewRow, drawing: Drawing): TemplateResult {
  const { words, state } = drawing;
  const changed = state.changed.has(row.key);
  return html`<li data-key=${row.key} data-provenance=${row.provenance} ?data-changed=${changed}>
    <div class="head">
      <p class="what">${renderPhrase(row.what)}</p>
      ${renderForget(row, drawing)} ${renderOnlyForget(row, drawing)}
    </div>
    ${(row.says ?? []).map((sentence) => html`<p class="says">${renderPhrase(sentence)}</p>`)}
    ${renderSides(row, drawing)} ${renderCorrections(row, drawing)}
    <div class="foot">
      <p class="meta">
        <span class="chip">${row.chip ?? words.provenance[row.provenance]}</span>
        ${changed ? html`<span class="changed">${words.you.changed}</span>` : nothing}
        ${row.when ? html`<time datetime=${row.when.iso}>${row.when.text}</time>` : nothing} ${renderSure(row)}
        ${row.details.map((detail) => html` <span class="fact">${renderPhrase(detail)}</span>`)}
      </p>
      ${renderBasis(row, drawing)}
    </div>
    ${renderWhy(row, drawing)}
  </li>`;
}
