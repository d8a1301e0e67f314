import { html, nothing, type TemplateResult } from 'lit';
import { checkView } from './check-view.js';
import { offersOf } from './draft.js';
import type { EditorPage } from './editor-page.js';
import { formView } from './form-view.js';
import { listView } from './list-view.js';
import { previewView } from './preview-view.js';
import { refusalView, sheetView, startView, toolsView } from './tools-view.js';

/** The whole page: what to do with the draft, what was found, the offers, and spreadsheets in and out. */
export function editorView(
  page: EditorPage,
  { dragging, said }: { readonly dragging: boolean; readonly said: string },
): TemplateResult {
  const { texts, refusal, history, isKept } = page;
  const some = offersOf(history.now.catalog).length > 0;
  return html`
    <p class="editor-private">${isKept ? texts.private : texts.notKept}</p>
    ${toolsView(page)} ${refusal ? refusalView(refusal, page) : nothing}
    ${
      some
        ? html`${checkView(page)}
            <div class="editor-board">${listView(page)} ${formView(page)} ${previewView(page)}</div>`
        : startView(page)
    }
    ${sheetView(page)} ${dragging ? html`<div class="editor-drop" aria-hidden="true">${texts.dropHere}</div>` : nothing}
    <p class="visually-hidden" role="status">${said}</p>
  `;
}
