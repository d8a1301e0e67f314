import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ViewAccount, ViewRow, ViewSum } from './lens-view.js';
import { fill } from './phrase.js';
import { renderPhrase, type Drawing } from './render-phrase.js';

const BAR = 96;

function renderCandidates({ candidates }: ViewAccount, { words }: Drawing): TemplateResult | typeof nothing {
  const { decision } = words;
  // Silence alone competed with nobody.
  if (candidates.length < 2) return nothing;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${decision.considered}>
      <table>
        <caption>
          ${decision.considered}
        </caption>
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
    <p class="small">${decision.scoreNote}</p>`;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Each term begins where the one before it ended: the last end is the total. */
function spansOf({ terms }: ViewSum): readonly Span[] {
  let sum = 0;
  return terms.map(({ value }) => {
    const from = sum;
    sum += value;
    return { from, to: sum };
  });
}

/** The same scale for all, so that two sums can be compared. */
function scaleOf(sums: readonly ViewSum[]): (value: number) => number {
  const ends = sums.flatMap((sum) => spansOf(sum).map(({ to }) => to));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return (value) => (most > least ? ((value - least) / (most - least)) * BAR : 0);
}

function renderSpan({ from, to }: Span, scale: (value: number) => number): TemplateResult {
  const [start, end] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
  const zero = scale(0);
  return html`<svg class="bar" viewBox="0 0 ${String(BAR)} 10" width=${String(BAR)} height="10" aria-hidden="true">
    ${svg`<line x1=${String(zero)} x2=${String(zero)} y1="0" y2="10"></line>
      <rect class=${to < from ? 'less' : 'level'} x=${String(start)} y="2" width=${String(Math.max(1, end - start))} height="6"></rect>`}
  </svg>`;
}

function renderSum(sum: ViewSum, about: Drawing & { readonly scale: (value: number) => number }): TemplateResult {
  const { words, scale } = about;
  const { decision } = words;
  const spans = spansOf(sum);
  return html`<table class="sum">
    <caption>
      ${renderPhrase(fill(decision.worth, { what: sum.what }))}
    </caption>
    <thead class="unseen">
      <tr>
        <th scope="col">${decision.term}</th>
        <th scope="col">${decision.value}</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${sum.terms.map(
        ({ name, text }, place) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td class="figure">${text}</td>
            <td aria-hidden="true">${renderSpan(spans[place] ?? { from: 0, to: 0 }, scale)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${decision.total}</th>
        <td class="figure">${sum.total}</td>
        <td aria-hidden="true"></td>
      </tr>
    </tfoot>
  </table>`;
}

function renderVerdicts({ verdicts }: ViewAccount, { words }: Drawing): TemplateResult | typeof nothing {
  if (verdicts.length === 0) return nothing;
  const most = Math.max(...verdicts.map(({ count }) => count));
  return html`<h4>${words.decision.all}</h4>
    <ul class="verdicts">
      ${verdicts.map(
        ({ verdict, count }) =>
          html`<li>
            <span>${verdict}</span><span class="figure">${String(count)}</span
            ><svg class="bar" viewBox="0 0 ${String(BAR)} 6" width=${String(BAR)} height="6" aria-hidden="true">
              <rect class="level" width=${String(Math.max(2, (count / most) * BAR))} height="6" rx="3"></rect>
            </svg>
          </li>`,
      )}
    </ul>`;
}

/** Why something was said, or nothing: what would have made the difference, what else there was, and what it weighed. */
export function renderWhy({ account, key }: ViewRow, drawing: Drawing): TemplateResult | typeof nothing {
  if (!account) return nothing;
  const { state, actions } = drawing;
  const open = state.unfolded.has(key);
  const scale = scaleOf(account.sums);
  const body = (): TemplateResult =>
    html`${(account.instead?.() ?? []).map((sentence) => html`<p class="instead">${renderPhrase(sentence)}</p>`)}
    ${account.sums.map((sum) => renderSum(sum, { ...drawing, scale }))} ${renderCandidates(account, drawing)}
    ${renderVerdicts(account, drawing)}`;
  return html`<details
    class="more why"
    ?open=${open}
    @toggle=${({ currentTarget }: globalThis.Event) => {
      if (currentTarget instanceof HTMLDetailsElement) actions.unfold(key, currentTarget.open);
    }}
  >
    <summary>${account.title}</summary>
    ${open ? body() : nothing}
  </details>`;
}
