import { html, nothing, type TemplateResult } from 'lit';
import type { LensTrouble } from './lens-source.js';
import type { LensTab, LensView, ViewSection } from './lens-view.js';
import { renderPhrase, type Drawing } from './render-phrase.js';
import { renderSection } from './render-section.js';
import { renderTabs } from './render-tabs.js';

/** Why there is nothing to see, and what to do next. */
export function renderTrouble(trouble: LensTrouble, { words, actions }: Drawing): TemplateResult {
  const { what, next } = words.trouble[trouble];
  return html`<div class="trouble" data-trouble=${trouble}>
    <p class="sentence">${what}</p>
    <p>${next}</p>
    <p class="tools"><button data-do="again" @click=${actions.again}>${words.again}</button></p>
  </div>`;
}

function renderFilter({ words, state, actions }: Drawing): TemplateResult {
  return html`<label class="filter"
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
  </label>`;
}

/** The sentences, the tabs, the filter, and the sections of the chosen tab. */
export function renderView(view: LensView, drawing: Drawing): TemplateResult {
  const { state } = drawing;
  const named = view.stores.length > 1;
  const inTab = (tab: LensTab): readonly ViewSection[] => view.sections.filter((section) => section.tab === tab);
  return html`
    <p class="site"><bdi>${view.site}</bdi></p>
    ${view.sentences.map((sentence) => html`<p class="sentence" data-sentence>${renderPhrase(sentence)}</p>`)}
    ${view.warnings.map((warning) => html`<p class="warning">${renderPhrase(warning)}</p>`)}
    ${renderTabs(view, drawing)} ${view.sections.some(({ rows }) => rows.length > 0) ? renderFilter(drawing) : nothing}
    ${view.tabs.map(
      (tab) =>
        html`<div
          class="sections"
          role="tabpanel"
          id="panel-${tab}"
          aria-labelledby="tab-${tab}"
          ?hidden=${tab !== state.tab}
        >
          ${inTab(tab).map((section) => {
            const store =
              section.name === 'held' ? view.stores.find(({ scope }) => scope === section.scope) : undefined;
            return renderSection(section, { ...drawing, store, named });
          })}
        </div>`,
    )}
  `;
}
