import { html, nothing, type TemplateResult } from 'lit';
import { offersOf, valueAt, type Fields } from './draft.js';
import type { EditorPage } from './editor-page.js';
import { spokenIn } from './form-view.js';
import { shownValue } from './shown-value.js';

const FIND_FROM = 8;

/** The title of an offer, in the language of the page where it has one. */
export function titleOf(offer: Fields, { lang, texts }: EditorPage): string {
  const titles = [lang, ...spokenIn(offer)].map((code) => valueAt(offer, ['content', code, 'title']));
  return titles.find((title): title is string => typeof title === 'string' && title !== '') ?? texts.untitled;
}

function marks(index: number, { check, texts }: EditorPage): TemplateResult {
  const levels = (check.byOffer.get(index) ?? []).map(({ finding }) => finding.level);
  const errors = levels.filter((level) => level === 'error').length;
  const warnings = levels.length - errors;
  const mark = (level: string, count: number, words: string): TemplateResult | typeof nothing =>
    count === 0
      ? nothing
      : html`<span class="editor-mark" data-level=${level}
          ><span aria-hidden="true">${count}</span><span class="visually-hidden">${words}</span></span
        >`;
  return html`${mark('error', errors, texts.errors(errors))} ${mark('warning', warnings, texts.warnings(warnings))}`;
}

function row(offer: Fields, index: number, page: EditorPage): TemplateResult {
  const open = index === page.history.now.selected;
  return html`<li>
    <button
      type="button"
      class="editor-offer"
      data-offer=${shownValue(offer['id'])}
      aria-current=${open ? 'true' : nothing}
      @click=${() => {
        page.deeds.goTo(index);
      }}
    >
      <span class="editor-offer-title">${titleOf(offer, page)}</span>
      <span class="editor-offer-id" dir="ltr">${shownValue(offer['id'])}</span>
      <span class="editor-marks">${marks(index, page)}</span>
    </button>
  </li>`;
}

/** The offers of the draft, each with what there is to mend, and what can be done with the one that is open. */
export function listView(page: EditorPage): TemplateResult {
  const { texts, deeds, history, choices, lang } = page;
  const offers = offersOf(history.now.catalog);
  const wanted = choices.find.trim().toLowerCase();
  const rows = offers
    .map((offer, index) => ({ offer, index }))
    .filter(({ offer }) => `${titleOf(offer, page)} ${shownValue(offer['id'])}`.toLowerCase().includes(wanted));
  return html`<section class="editor-list" aria-labelledby="editor-list-title">
    <h2 id="editor-list-title" tabindex="-1">${texts.list} <span class="editor-count">${offers.length}</span></h2>
    <div class="editor-row">
      <button
        type="button"
        class="editor-button"
        @click=${() => {
          deeds.act({ do: 'add', lang }, texts.did.add);
        }}
      >
        ${texts.add}
      </button>
      <button
        type="button"
        class="editor-button"
        @click=${() => {
          deeds.act({ do: 'copy', lang }, texts.did.copy);
        }}
      >
        ${texts.copy}
      </button>
      <button
        type="button"
        class="editor-button"
        @click=${() => {
          deeds.act({ do: 'remove' }, texts.did.remove);
        }}
      >
        ${texts.remove}
      </button>
    </div>
    ${
      offers.length < FIND_FROM
        ? nothing
        : html`<input
            type="search"
            class="editor-find"
            aria-label=${texts.find}
            placeholder=${texts.find}
            .value=${choices.find}
            @input=${({ target }: Event) => {
              if (target instanceof HTMLInputElement) deeds.choose({ find: target.value });
            }}
          />`
    }
    ${
      rows.length === 0
        ? html`<p class="editor-hint">${texts.noneFound}</p>`
        : html`<ul tabindex="-1">
            ${rows.map(({ offer, index }) => row(offer, index, page))}
          </ul>`
    }
    <div class="editor-row editor-anew">
      <button type="button" class="link-button" @click=${deeds.startEmpty}>${texts.start.anew}</button>
      <button type="button" class="link-button" @click=${deeds.startFromShop}>${texts.start.shop}</button>
    </div>
  </section>`;
}
