import { html, nothing, type TemplateResult } from 'lit';
import { HOUR_MS, WEEK_MS } from '../clock.js';
import { formatMoment } from '../format.js';
import type { Shop } from '../shop.js';
import { icon } from './icon.js';

function time({ texts, lang, moment, shift, act }: Shop): TemplateResult {
  const later = (byMs: number) => (): void => {
    act.later(byMs);
  };
  return html`<section class="pane-time" aria-labelledby="time-title">
    <h3 id="time-title">${texts.pane.time}: ${shift > 0 ? texts.pane.simulated : texts.pane.device}</h3>
    <p><time datetime=${new Date(moment.at).toISOString()}>${formatMoment(moment.at, lang)}</time></p>
    <div class="pane-buttons">
      <button type="button" @click=${later(HOUR_MS)}>${texts.pane.hour}</button>
      <button type="button" @click=${later(WEEK_MS)}>${texts.pane.week}</button>
      <button type="button" aria-describedby="reset-hint" @click=${act.reset}>${texts.pane.reset}</button>
    </div>
    <p class="pane-note" id="reset-hint">${texts.pane.resetHint}</p>
  </section>`;
}

function lens({ texts, library, route }: Shop): TemplateResult {
  if (library === 'loading') return html`<p class="pane-state">${texts.pane.loading}</p>`;
  if (library === 'missing') return html`<p class="pane-state">${texts.pane.missing}</p>`;
  if (route.page === 'data') return html`<p class="pane-state">${texts.pane.full}</p>`;
  return html`<tactful-lens .source=${library.lens}></tactful-lens>`;
}

/** Beside the shop: the lens on what is held and decided, and the clock. Not part of the shop, and it looks like it. */
export function pane(shop: Shop): TemplateResult {
  const { texts, paneOpen, act } = shop;
  return html`<aside class="pane" ?data-open=${paneOpen} aria-label=${texts.pane.title}>
    <div class="pane-bar">
      ${paneOpen ? html`<h2>${texts.pane.title}</h2>` : nothing}
      <button
        type="button"
        class="pane-tab"
        aria-expanded=${paneOpen ? 'true' : 'false'}
        aria-controls="pane-body"
        @click=${act.togglePane}
      >
        ${icon(paneOpen ? 'close' : 'eye')}<span>${paneOpen ? texts.pane.hide : texts.pane.show}</span>
      </button>
    </div>
    <div class="pane-body" id="pane-body">
      ${
        paneOpen
          ? html`<div class="pane-head">
                <p class="pane-note">${texts.pane.lead}</p>
                ${time(shop)}
              </div>
              ${lens(shop)}`
          : nothing
      }
    </div>
  </aside>`;
}
