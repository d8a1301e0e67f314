import { css, type CSSResult } from 'lit';

/** The look of the lens: from a side panel of 320 pixels to a page, light and dark, either direction, forced colours. */
export const LENS_STYLES: CSSResult = css`
  :host {
    --ink: #1c2321;
    --soft: #4b5652;
    --paper: #ffffff;
    --sunk: #f2f5f3;
    --line: #c9d1cd;
    --accent: #0b5d4a;
    --danger: #a3221b;
    --observed: #dcebe6;
    --stated: #e3e2f6;
    --announced: #fbe8c8;
    --listed: #e4e9ef;
    --concluded: #f6dfe8;
    display: block;
    color-scheme: light dark;
    color: var(--ink);
    background: var(--paper);
    font: 0.9375rem/1.45 var(--tactful-lens-font, system-ui, sans-serif);
    container-type: inline-size;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --ink: #e8eeeb;
      --soft: #b3bfba;
      --paper: #171c1a;
      --sunk: #202725;
      --line: #45504c;
      --accent: #7fd1b9;
      --danger: #ff9d94;
      --observed: #1f4238;
      --stated: #34325c;
      --announced: #51400f;
      --listed: #323c48;
      --concluded: #55283c;
    }
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
  }
  h2 {
    margin: 0 0 0.625rem;
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
    align-items: end;
  }
  .filter {
    flex: 1 1 auto;
    min-width: 0;
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
  button {
    min-height: 2.25rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--soft);
    border-radius: 0.375rem;
    background: var(--paper);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }
  .top button {
    flex: none;
  }
  button:hover {
    background: var(--sunk);
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
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    margin-block: 0.75rem 0.25rem;
  }
  .jump {
    min-height: 1.75rem;
    padding: 0.125rem 0.5rem;
    border-color: var(--line);
    border-radius: 1rem;
    font-size: 0.8125rem;
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
  @container (min-width: 46rem) {
    .sections {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  section {
    padding-block: 0.875rem;
    border-block-start: 1px solid var(--line);
    min-width: 0;
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
  .empty {
    margin-block-start: 0.5rem;
    padding: 0.625rem 0.75rem;
    border: 1px dashed var(--line);
    border-radius: 0.375rem;
    color: var(--soft);
  }
  .rows {
    margin-block-start: 0.375rem;
    list-style: none;
  }
  .rows > li {
    padding-block: 0.5rem;
    content-visibility: auto;
    contain-intrinsic-size: auto 3.5rem;
  }
  .rows > li + li {
    border-block-start: 1px solid var(--line);
  }
  .what {
    font-weight: 500;
  }
  .says {
    margin-block-start: 0.125rem;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: center;
    margin-block-start: 0.25rem;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .chip {
    padding-inline: 0.4375rem;
    border: 1px solid transparent;
    border-radius: 0.25rem;
    background: var(--observed);
    color: var(--ink);
  }
  [data-provenance='stated'] > .meta > .chip {
    background: var(--stated);
  }
  [data-provenance='announced'] > .meta > .chip {
    background: var(--announced);
  }
  [data-provenance='listed'] > .meta > .chip {
    background: var(--listed);
  }
  [data-provenance='concluded'] > .meta > .chip {
    background: var(--concluded);
  }
  .quiet {
    min-height: 1.5rem;
    margin-inline-start: auto;
    padding: 0 0.25rem;
    border-color: transparent;
    background: none;
    color: var(--accent);
    font-size: 0.8125rem;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .more {
    margin-block-start: 0.25rem;
    font-size: 0.875rem;
  }
  summary {
    min-height: 1.5rem;
    width: fit-content;
    color: var(--accent);
    cursor: pointer;
  }
  .more > .rows {
    margin-inline-start: 0.25rem;
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--line);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.8125rem;
  }
  th,
  td {
    padding: 0.25rem 0.5rem 0.25rem 0;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: break-word;
  }
  thead th {
    color: var(--soft);
  }
  .figure {
    padding-inline-end: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
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
  .receipt:not(:empty) {
    padding-block: 0.5rem;
  }
  .receipt:empty {
    margin-block-start: 0.75rem;
    border-color: transparent;
    background: none;
  }
  @media (forced-colors: active) {
    .chip {
      border-color: CanvasText;
    }
    .danger {
      border-width: 2px;
    }
  }
`;
