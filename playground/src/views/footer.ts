import { html, type TemplateResult } from 'lit';
import type { Shop } from '../shop.js';

/** The foot of every page. The settings are always one click away, whether or not tactful is there to open them. */
export function footer({ texts, act }: Shop): TemplateResult {
  return html`<footer class="footer">
    <div>
      <h2>${texts.aboutTitle}</h2>
      <p>${texts.about}</p>
    </div>
    <div>
      <h2>${texts.links}</h2>
      <ul>
        <li><a href="#/offers">${texts.openOffers}</a></li>
        <li><a href="#/cart">${texts.cart}</a></li>
        <li><a href="#/threads">${texts.classroom}</a></li>
        <li><a href="#/day">${texts.dayLink}</a></li>
        <li><a href="#/break">${texts.breakLink}</a></li>
        <li><a href="#/editor">${texts.editorLink}</a></li>
      </ul>
    </div>
    <div>
      <h2>${texts.privacy}</h2>
      <ul>
        <li><a href="#/data">${texts.yourData}</a></li>
        <li><button type="button" class="link-button" @click=${act.openSettings}>${texts.settings}</button></li>
      </ul>
    </div>
  </footer>`;
}
