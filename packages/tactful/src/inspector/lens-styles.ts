import { css, type CSSResult } from 'lit';
import { BUTTON_STYLES } from './button-styles.js';

/** The look of the lens: from a side panel of 320 pixels to a page, in either direction, in forced colours too. */
export const LENS_STYLES: CSSResult = css`
  :host {
    display: block;
    color-scheme: light dark;
    color: var(--ink);
    background: var(--paper);
    font: 0.9375rem/1.45 var(--tactful-lens-font, system-ui, sans-serif);
    container-type: inline-size;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  .lens {
    padding: 0.75rem 0.875rem 0;
    overflow-wrap: anywhere;
    text-align: left;
  }
  :host(:dir(rtl)) .lens {
    text-align: right;
  }
  /* Our words keep their own direction on a page that reads the other way; only the places of things are mirrored. */
  :is(p, h2, h3, button, summary, label, span, time, td, th) {
    unicode-bidi: plaintext;
  }
  h2 {
    margin: 0;
    font-size: 0.8125rem;
    font-weight: 600;
    letter-spacing: 0.01em;
    color: var(--soft);
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  .top {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    justify-content: space-between;
  }
  .filter {
    display: block;
    max-width: 34rem;
    margin-block-end: 0.25rem;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .filter span {
    display: block;
    margin-block-end: 0.125rem;
  }
  input {
    width: 100%;
    min-height: 2.25rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--soft);
    border-radius: 0.375rem;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    font-size: 0.9375rem;
  }
  ${BUTTON_STYLES}
  .top button {
    flex: none;
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.7;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .site {
    margin-block: 0.875rem 0.25rem;
    font-weight: 600;
    color: var(--accent);
  }
  .sentence {
    margin-block: 0.25rem 0.5rem;
    font-size: 1.125rem;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .sentence bdi {
    font-weight: 600;
  }
  .small,
  .note {
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .warning {
    margin-block: 0.5rem;
    padding: 0.5rem 0.625rem;
    border-inline-start: 3px solid var(--danger);
    background: var(--sunk);
  }
  .count {
    color: var(--soft);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .sections {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 1.75rem;
    align-items: start;
  }
  section {
    padding-block: 0.875rem;
    border-block-start: 1px solid var(--line);
    min-width: 0;
  }
  section:first-child {
    border-block-start: 0;
  }
  @container (min-width: 46rem) {
    .sections {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    section:nth-child(2) {
      border-block-start: 0;
    }
  }
  h3 {
    margin: 0;
    font-size: 1rem;
    scroll-margin-block-start: 0.5rem;
  }
  .scope {
    font-weight: 400;
    color: var(--soft);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.625rem;
  }
  .question {
    margin-block-start: 0.625rem;
    padding: 0.625rem 0.75rem;
    border: 1px solid var(--danger);
    border-radius: 0.375rem;
  }
  .danger {
    border-color: var(--danger);
    color: var(--danger);
    font-weight: 600;
  }
  .trouble {
    max-width: 34rem;
  }
  .receipt {
    position: sticky;
    inset-block-end: 0;
    margin-inline: -0.875rem;
    padding-inline: 0.875rem;
    background: var(--sunk);
    border-block-start: 1px solid var(--line);
    font-weight: 500;
  }
  .receipt:not(:has([role='status']:empty)) {
    padding-block: 0.5rem;
  }
  .receipt:has([role='status']:empty) {
    margin-block-start: 0.75rem;
    border-color: transparent;
    background: none;
  }
  @media (forced-colors: active) {
    .danger {
      border-width: 2px;
    }
  }
`;
