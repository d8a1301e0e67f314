import { html, type TemplateResult } from 'lit';
import type { Shop } from '../shop.js';

/** Loads what the page is made of, simulator and engine with it: nobody else in the shop waits for that. */
function load(): void {
  // blocked or offline: the page says what it waits for, and the shop goes on
  import('../day/define-day.js').catch(() => undefined);
}

/** For the classroom: one shopper's Tuesday in nine cards, and three shops that speak or hush. */
export function dayPage({ texts, lang, act }: Shop): TemplateResult {
  load();
  const speak = (other: Shop['lang']): void => {
    act.speak(other, { keep: false });
  };
  return html`
    <div class="day-head">
      <h1 tabindex="-1">${texts.dayTitle}</h1>
      <p class="lead">${texts.dayLead}</p>
    </div>
    <shop-day .lang=${lang} .speak=${speak}></shop-day>
    <p class="under day-waits">${texts.dayWaits}</p>
  `;
}
