import { html, nothing, svg, type TemplateResult } from 'lit';
import { pictures } from '../data/pictures.js';

/** A drawing of the shop by name. It adds nothing to the text beside it, so it is hidden from screen readers. */
export function picture(name: string): TemplateResult {
  const paths = (pictures[name] ?? []).map(
    ({ d, fill }) => svg`<path d=${d} class=${fill === 'accent' ? 'accent' : nothing} />`,
  );
  return html`<svg class="picture" viewBox="0 0 96 96" aria-hidden="true" focusable="false">${paths}</svg>`;
}
