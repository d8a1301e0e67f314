import { html, type TemplateResult } from 'lit';
import type { Shop } from '../shop.js';

/** Loads what the page is made of, the check and the engine with it: nobody else in the shop waits for that. */
function load(): void {
  // blocked or offline: the page says what it waits for, and the shop goes on
  import('../editor/define-editor.js').catch(() => undefined);
}

/** For the marketer beside the web developer: where the offers of a catalogue are written. */
export function offerEditorPage({ texts, lang }: Shop): TemplateResult {
  load();
  return html`
    <div class="editor-head">
      <h1 tabindex="-1">${texts.editorTitle}</h1>
      <p class="lead">${texts.editorLead}</p>
    </div>
    <shop-offer-editor .lang=${lang}></shop-offer-editor>
    <p class="under editor-waits-page">${texts.editorWaits}</p>
  `;
}
