import { html, type TemplateResult } from 'lit';
import { picture } from './picture.js';

/** A page on which there is nothing yet: what that means, and where to go from here. */
export function empty(how: {
  readonly picture: string;
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly href: string };
}): TemplateResult {
  return html`<section class="empty">
    <span class="empty-picture">${picture(how.picture)}</span>
    <h1 tabindex="-1">${how.title}</h1>
    <p>${how.text}</p>
    <a class="button" href=${how.action.href}>${how.action.label}</a>
  </section>`;
}
