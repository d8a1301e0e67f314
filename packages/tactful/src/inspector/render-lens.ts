import { html, type TemplateResult } from 'lit';
import type { LensTrouble } from './lens-source.js';
import type { LensView } from './lens-view.js';
import { renderPhrase, type Drawing } from './render-row.js';
import { renderSection, sectionId } from './render-section.js';

/** Why there is nothing to see, and what to do next. */
export function renderTrouble(trouble: LensTrouble, { words, actions }: Drawing): TemplateResult {
  const { what, next } = words.trouble[trouble];
  return html`<div class="trouble" data-trouble=${trouble}>
    <p class="sentence">${what}</p>
    <p>${next}</p>
    <p class="tools"><button data-do="again" @click=${actions.again}>${words.again}</button></p>
  </div>`;
}

function renderJumps({ sections }: LensView, { words, actions }: Drawing): TemplateResult {
  return html`<nav aria-label=${words.heading}>
    ${sections.map(
      (section) =>
        html`<button
          class="jump"
          @click=${() => {
            actions.goTo(sectionId(section));
          }}
        >
          ${section.title} <span class="count">${String(section.rows.length)}</span>
        </button>`,
    )}
  </nav>`;
}

/** The sentences, the filter, and every section. */
export function renderView(view: LensView, drawing: Drawing): TemplateResult {
  const { words, state, actions } = drawing;
  const named = view.stores.length > 1;
  return html`
    <div class="top">
      <label class="filter"
        ><span>${words.filter}</span>
        <input
          type="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="100"
          .value=${state.filter}
          @input=${({ target }: InputEvent) => {
            if (target instanceof HTMLInputElement) actions.filter(target.value);
          }}
        />
      </label>
      <button data-do="again" @click=${actions.again}>${words.again}</button>
    </div>
    <p class="site"><bdi>${view.site}</bdi></p>
    ${view.sentences.map((sentence) => html`<p class="sentence" data-sentence>${renderPhrase(sentence)}</p>`)}
    ${view.warnings.map((warning) => html`<p class="warning">${renderPhrase(warning)}</p>`)}
    ${renderJumps(view, drawing)}
    <div class="sections">
      ${view.sections.map((section) => {
        const store = section.name === 'held' ? view.stores.find(({ scope }) => scope === section.scope) : undefined;
        return renderSection(section, { ...drawing, store, named });
      })}
    </div>
  `;
}
