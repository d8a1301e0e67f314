import { css, type CSSResult } from 'lit';

/**
 * What the elements have in common: colours that follow the page's `color-scheme`, the page's own font, buttons.
 *
 * System colours make light, dark and forced colours right without a second palette; a shop overrides them by custom properties.
 * Nothing moves, so there is nothing to reduce.
 */
export const surfaceStyles: CSSResult = css`
  :host {
    --_surface: var(--tactful-surface, Canvas);
    --_text: var(--tactful-text, CanvasText);
    --_muted: var(--tactful-muted, color-mix(in srgb, var(--_text) 72%, var(--_surface)));
    --_border: var(--tactful-border, color-mix(in srgb, var(--_text) 18%, var(--_surface)));
    --_accent: var(--tactful-accent, var(--_text));
    --_radius: var(--tactful-radius, 0.75rem);
  }
  .surface {
    color: var(--_text);
    font-size: 0.9375rem;
    line-height: 1.35;
  }
  * {
    box-sizing: border-box;
    margin: 0;
  }
  :is(p, h2, dt, dd, li, button, a, .label) {
    unicode-bidi: plaintext;
  }
  :is(p, h2, dt, dd, li):dir(rtl) {
    text-align: right;
  }
  button,
  a {
    min-block-size: 24px;
    min-inline-size: 24px;
    border-radius: calc(var(--_radius) * 0.6);
    font: inherit;
    cursor: pointer;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
  }
  .quiet {
    font-size: 0.8125rem;
    text-decoration: underline;
    text-decoration-color: var(--_border);
    text-underline-offset: 0.25em;
  }
  button:hover {
    color: var(--_text);
    text-decoration-color: currentcolor;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: calc(var(--_radius) * 0.6);
  }
`;
