import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ViewSection, ViewStore } from './lens-view.js';
import { renderPhrase, type Drawing } from './render-phrase.js';
import { renderRow } from './render-row.js';
import { filterRows } from './view-snapshot.js';

/** A section's name within one lens: two stores have two sections `held`. */
export function sectionId({ name, scope }: Pick<ViewSection, 'name' | 'scope'>): string {
  return scope === undefined ? name : `${name}-${scope}`;
}

function renderErase({ scope, rows }: ViewStore, { words, state, actions }: Drawing): TemplateResult {
  if (state.erasing !== scope) {
    return html`<p class="tools">
      <button
        data-do="ask-erase"
        @click=${() => {
          actions.askErase(scope);
        }}
      >
        ${words.erase.ask}
      </button>
    </p>`;
  }
  return html`<div class="question" role="group" aria-labelledby="question-${scope}">
    <p id="question-${scope}">${words.erase.question(rows)}</p>
    <p class="tools">
      <button
        data-do="keep"
        @click=${() => {
          actions.askErase(undefined);
        }}
      >
        ${words.erase.no}
      </button>
      <button
        data-do="erase"
        class="danger"
        aria-disabled=${String(state.busy)}
        @click=${() => {
          actions.erase(scope);
        }}
      >
        ${words.erase.yes}
      </button>
    </p>
  </div>`;
}

/** A heading with its notes and a page of its rows; `store` adds the way to empty it. */
export function renderSection(
  section: ViewSection,
  about: Drawing & { readonly store: ViewStore | undefined; readonly named: boolean },
): TemplateResult {
  const { words, state, actions, store } = about;
  const id = sectionId(section);
  const rows = filterRows(section, state.filter);
  const shown = rows.slice(0, state.shown(id, section.tab));
  const left = rows.length - shown.length;
  const nothingSaid = section.rows.length === 0 ? section.empty : words.filterNone;
  // What says only that there is nothing counts nothing.
  const counts = section.name !== 'rest';
  return html`<section
    data-section=${section.name}
    data-scope=${section.scope ?? nothing}
    aria-labelledby="title-${id}"
  >
    <h3 id="title-${id}" tabindex="-1">
      ${section.title}${about.named && section.scope !== undefined ? html` <bdi class="scope">${section.scope}</bdi>` : nothing}
      ${counts ? html`<span class="count">${String(rows.length)}</span>` : nothing}
    </h3>
    ${section.notes.map((note) => html`<p class="note">${renderPhrase(note)}</p>`)}
    ${
      shown.length === 0
        ? html`<p class="empty">${nothingSaid}</p>`
        : html`<ul class="rows">
            ${repeat(
              shown,
              ({ key }) => key,
              (row) => renderRow(row, about),
            )}
          </ul>`
    }
    ${
      left > 0
        ? html`<p class="tools">
            <button
              class="small-button"
              @click=${() => {
                actions.more(id);
              }}
            >
              ${words.more(left)}
            </button>
          </p>`
        : nothing
    }
    ${store ? renderErase(store, about) : nothing}
  </section>`;
}
