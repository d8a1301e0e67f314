import { html, type TemplateResult } from 'lit';
import { say } from '../language.js';
import type { Place } from '../places.js';
import { departmentHash } from '../route.js';
import type { Shop } from '../shop.js';

/** The way back up: home, the department and, from below a shelf, the shelf. */
export function breadcrumb({ department, shelf }: Place, { lang, texts }: Shop): TemplateResult {
  return html`<nav class="breadcrumb" aria-label=${texts.breadcrumb}>
    <ol>
      <li><a href="#/">${texts.home}</a></li>
      <li><a href=${departmentHash(department.id)}>${say(department.name, lang)}</a></li>
      ${shelf ? html`<li><a href=${departmentHash(department.id, shelf.id)}>${say(shelf.name, lang)}</a></li>` : ''}
    </ol>
  </nav>`;
}
