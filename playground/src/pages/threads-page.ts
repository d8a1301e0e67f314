import { html, type TemplateResult } from 'lit';
import type { Lang } from '../language.js';
import type { Shop } from '../shop.js';

/** Loads what the page is made of, the engine with it: nobody else in the shop waits for that. */
function load(): void {
  // blocked or offline: the page says what it waits for, and the shop goes on
  import('../threads/define-threads.js').catch(() => undefined);
}

/** For the classroom: sixty seconds in the shop as notes on a wall. */
export function threadsPage({ texts, lang, act }: Shop): TemplateResult {
  load();
  const speak = (other: Lang): void => {
    act.speak(other, { keep: false });
  };
  return html`
    <div class="threads-head">
      <h1 tabindex="-1">${texts.threadsTitle}</h1>
      <p class="lead">${texts.threadsLead}</p>
    </div>
    <shop-threads .lang=${lang} .speak=${speak}></shop-threads>
    <p class="under threads-waits">${texts.threadsWaits}</p>
  `;
}
