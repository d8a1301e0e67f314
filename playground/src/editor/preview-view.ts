import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { EditorPage } from './editor-page.js';
import { openOffer } from './field-view.js';
import { langName, spokenIn } from './form-view.js';
import { saidIn } from './preview-offer.js';

/** How an offer is looked at. */
const FRAMES = ['light', 'dark', 'phone'] as const;

/** The language that the preview speaks: the chosen one where the offer has it, else the page's, else its first. */
export function previewLang(page: EditorPage): string {
  const spoken = spokenIn(openOffer(page));
  return [page.choices.previewLang, page.lang].find((code) => spoken.includes(code)) ?? spoken[0] ?? page.lang;
}

function languages(page: EditorPage, chosen: string): TemplateResult | typeof nothing {
  const spoken = spokenIn(openOffer(page));
  if (spoken.length < 2) return nothing;
  return html`<fieldset class="editor-choice">
    <legend class="visually-hidden">${page.texts.preview.lang}</legend>
    ${spoken.map(
      (code) =>
        html`<label
          ><input
            type="radio"
            name="preview-lang"
            value=${code}
            .checked=${code === chosen}
            @change=${() => {
              page.deeds.choose({ previewLang: code });
            }}
          /><span>${langName(code, page)}</span></label
        >`,
    )}
  </fieldset>`;
}

/** The offer that is open in the real element: in the light, in the dark and on a phone. */
export function previewView(page: EditorPage): TemplateResult {
  const { texts, deeds } = page;
  const lang = previewLang(page);
  const said = saidIn(openOffer(page), lang);
  return html`<section class="editor-preview" aria-labelledby="editor-preview-title">
    <div class="editor-preview-head">
      <h2 id="editor-preview-title">${texts.preview.title}</h2>
      ${languages(page, lang)}
    </div>
    ${
      said
        ? FRAMES.map(
            (frame) =>
              html`<figure class="editor-frame" data-frame=${frame}>
                <figcaption>${texts.preview[frame]}</figcaption>
                <div class="editor-glass" lang=${lang}>
                  ${keyed(
                    `${lang} ${String(page.history.now.selected)}`,
                    html`<tactful-offer scope="offer-editor">
                      <p class="editor-closed">
                        ${texts.preview.closed}
                        <button type="button" class="link-button" @click=${deeds.showAgain}>
                          ${texts.preview.again}
                        </button>
                      </p>
                    </tactful-offer>`,
                  )}
                </div>
              </figure>`,
          )
        : html`<p class="editor-waits">${texts.preview.waits}</p>`
    }
    <p class="editor-hint">${texts.preview.text}</p>
  </section>`;
}
