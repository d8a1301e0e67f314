import { html, type TemplateResult } from 'lit';
import type { Shop } from '../shop.js';

/** Loads what the page is made of: nobody else in the shop waits for that. */
function load(): void {
  // blocked or offline: the page says what it waits for, and the shop goes on
  import('../break/define-break.js').catch(() => undefined);
}

/** For the classroom: the running library is attacked, and the counts are to stay true. */
export function breakPage({ texts, lang }: Shop): TemplateResult {
  load();
  return html`
    <div class="break-head">
      <h1 tabindex="-1">${texts.breakTitle}</h1>
      <p class="lead">${texts.breakLead}</p>
    </div>
    <shop-break .lang=${lang}></shop-break>
    <p class="under break-waits">${texts.breakWaits}</p>
  `;
}
