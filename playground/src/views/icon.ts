import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const ICONS = {
  search: svg`<circle cx="10.5" cy="10.5" r="6"></circle><path d="M15 15l5.5 5.5"></path>`,
  cart: svg`<path d="M3 5h2.5l2 10.5H18l2-7.5H6.2"></path><circle cx="9" cy="19.5" r="1.2"></circle><circle cx="16.5" cy="19.5" r="1.2"></circle>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"></path>`,
  bin: svg`<path d="M5 7h14M9.5 7V4.5h5V7M7 7l1 12.5h8L17 7M10.3 10.5l.4 6M13.7 10.5l-.4 6"></path>`,
  eye: svg`<path d="M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z"></path><circle cx="12" cy="12" r="2.6"></circle>`,
} satisfies Readonly<Record<string, SVGTemplateResult>>;

/** A small sign beside or instead of a word; whatever holds it has the words. */
export function icon(name: keyof typeof ICONS): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${ICONS[name]}</svg>`;
}

/** The sign of the shop: a hammer, and a blade of grass that grows from its handle. */
export function wordmark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <path class="mark-head" d="M7 8h17l5 5v4H7z"></path>
    <path class="mark-line" d="M17 17v18"></path>
    <path class="mark-leaf" d="M17 34c0-9 5-13 15-14 0 9-5 14-15 14z"></path>
  </svg>`;
}
