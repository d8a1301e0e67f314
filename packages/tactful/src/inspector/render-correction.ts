import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ViewAction, ViewRow, ViewSides } from './lens-view.js';
import { fill, plain } from './phrase.js';
import { renderPhrase, type Drawing } from './render-phrase.js';

/** As many corrections as are in sight at once. */
const IN_SIGHT = 3;

function renderAction(
  action: ViewAction,
  about: { readonly row: ViewRow; readonly drawing: Drawing; readonly look: 'quiet' | 'small-button' },
): TemplateResult {
  const { row, drawing, look } = about;
  const { words, state, actions } = drawing;
  const name = plain(fill(words.you.action, { action: action.label, row: row.what }));
  return html`<button
    class=${look}
    data-do=${action.command.op === 'forget' ? 'forget-lines' : 'correct'}
    aria-label=${name}
    aria-disabled=${String(state.busy)}
    @click=${({ currentTarget }: globalThis.Event) => {
      actions.correct(action.command, currentTarget);
    }}
  >
    ${renderPhrase(action.label)}
  </button>`;
}

const forgetsOnly = ({ actions = [] }: ViewRow): boolean => actions.length === 1 && actions[0]?.command.op === 'forget';

/** What can be done about a line that can only be forgotten: one quiet button beside it. */
export function renderOnlyForget(row: ViewRow, drawing: Drawing): TemplateResult | typeof nothing {
  const [action] = row.actions ?? [];
  return action && forgetsOnly(row) ? renderAction(action, { row, drawing, look: 'quiet' }) : nothing;
}

/** What can be done about a line: three buttons, and the rest when asked for. */
export function renderCorrections(row: ViewRow, drawing: Drawing): TemplateResult | typeof nothing {
  const { actions = [] } = row;
  if (actions.length === 0 || forgetsOnly(row)) return nothing;
  const button = (action: ViewAction): TemplateResult => renderAction(action, { row, drawing, look: 'small-button' });
  const rest = actions.slice(IN_SIGHT);
  return html`<div class="corrections">
    ${actions.slice(0, IN_SIGHT).map(button)}
    ${
      rest.length === 0
        ? nothing
        : html`<details class="rest">
            <summary>${drawing.words.you.more}</summary>
            <div class="corrections">${rest.map(button)}</div>
          </details>`
    }
  </div>`;
}

const BAR = 48;

/** How sure a conclusion is: in words, and as a bar beside them for a quick look. */
export function renderSure({ sure }: ViewRow): TemplateResult | typeof nothing {
  if (!sure) return nothing;
  return html`<span class="sure"
    ><svg class="bar" viewBox="0 0 ${String(BAR)} 6" width=${String(BAR)} height="6" aria-hidden="true">
      <rect class="track" width=${String(BAR)} height="6" rx="3"></rect>
      <rect class="level" width=${String(Math.max(3, Math.round(BAR * sure.share)))} height="6" rx="3"></rect></svg
    >${renderPhrase(sure.text)}</span
  >`;
}

const HALF_WIDTH = 60;

function renderSide(title: string, { text, level }: ViewSides['says']): TemplateResult {
  const at = HALF_WIDTH + (Math.min(2, Math.max(-2, level)) / 2) * (HALF_WIDTH - 6);
  const dot = svg`<circle cx=${String(Math.round(at))} cy="8" r="5"></circle>`;
  return html`<div class="side">
    <dt>${title}</dt>
    <dd>
      ${renderPhrase(text)}
      <svg
        class="scale"
        viewBox="0 0 ${String(2 * HALF_WIDTH)} 16"
        height="16"
        preserveAspectRatio="xMinYMid"
        aria-hidden="true"
      >
        <line x1="4" x2=${String(2 * HALF_WIDTH - 4)} y1="8" y2="8"></line>
        <line x1=${String(HALF_WIDTH)} x2=${String(HALF_WIDTH)} y1="3" y2="13"></line>
        ${dot}
      </svg>
    </dd>
  </div>`;
}

/** What is said and what is done, side by side, on one scale. */
export function renderSides({ sides }: ViewRow, { words }: Drawing): TemplateResult | typeof nothing {
  if (!sides) return nothing;
  return html`<dl class="sides">
    ${renderSide(words.you.says, sides.says)} ${renderSide(words.you.does, sides.does)}
  </dl>`;
}
