import { css, type CSSResult } from 'lit';
import { BUTTON_STYLES } from './button-styles.js';

/** The look of a receipt: a slip of paper with a torn edge, in the colours of the lens. */
export const RECEIPT_STYLES: CSSResult = css`
  :host {
    display: block;
    color-scheme: light dark;
    color: var(--ink);
    font: 0.9375rem/1.45 var(--tactful-lens-font, system-ui, sans-serif);
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  article {
    max-width: 30rem;
    margin-block: 0 0.75rem;
    padding: 0.875rem 1rem 1rem;
    border: 1px solid var(--line);
    border-block-start: 4px dashed var(--soft);
    border-radius: 0 0 0.5rem 0.5rem;
    background: var(--paper);
    overflow-wrap: anywhere;
    text-align: left;
  }
  :host(:dir(rtl)) article {
    text-align: right;
  }
  :is(p, h3, dt, dd, button) {
    unicode-bidi: plaintext;
  }
  h3 {
    margin: 0;
    font-size: 1.0625rem;
  }
  h3:focus {
    outline: 0;
  }
  p,
  dl,
  dd {
    margin: 0;
  }
  dt {
    margin-block-start: 0.625rem;
    color: var(--soft);
    font-size: 0.8125rem;
  }
  .watch {
    margin-block-start: 0.875rem;
    padding: 0.5rem 0.625rem;
    border-inline-start: 3px solid var(--accent);
    background: var(--sunk);
  }
  .watch[data-back] {
    border-inline-start-color: var(--danger);
  }
  .watch > p:first-child {
    color: var(--soft);
    font-size: 0.8125rem;
  }
  .answer {
    font-weight: 600;
  }
  .note {
    margin-block-start: 0.625rem;
    color: var(--soft);
    font-size: 0.8125rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.75rem;
  }
  ${BUTTON_STYLES}
  .main {
    border-color: var(--accent);
    color: var(--accent);
    font-weight: 600;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
`;
