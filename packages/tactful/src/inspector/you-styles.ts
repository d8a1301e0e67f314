import { css, type CSSResult } from 'lit';

/** The look of the tabs, and of what can be done about a line. */
export const YOU_STYLES: CSSResult = css`
  .tabs {
    display: flex;
    gap: 0.25rem;
    margin-block: 0.875rem 0.75rem;
    border-block-end: 1px solid var(--line);
  }
  .tabs button {
    min-width: min-content;
    min-height: 2.5rem;
    padding: 0.25rem min(0.625rem, 1.75cqi);
    overflow-wrap: normal;
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: 0.25rem 0.25rem 0 0;
    margin-block-end: -1px;
    background: none;
    color: var(--soft);
    font-size: 0.9375rem;
  }
  .tabs button:hover {
    background: var(--sunk);
  }
  .tabs button[aria-selected='true'] {
    border-block-end-color: var(--accent);
    color: var(--ink);
    font-weight: 600;
  }
  .tabs :focus-visible {
    outline-offset: -2px;
  }
  [hidden] {
    display: none !important;
  }
  .small-button {
    min-height: 1.75rem;
    padding: 0.125rem 0.5625rem;
    border-color: var(--line);
    border-radius: 1rem;
    font-size: 0.8125rem;
    text-align: start;
  }
  .corrections {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3125rem;
    align-items: flex-start;
    margin-block: 0.375rem;
  }
  .rest > summary {
    display: inline-flex;
    align-items: center;
    min-height: 1.75rem;
    padding-inline: 0.125rem;
    font-size: 0.8125rem;
  }
  .rest[open] {
    flex-basis: 100%;
  }
  .rest > .corrections {
    margin-block-start: 0.25rem;
  }
  .sure {
    display: inline-flex;
    gap: 0.375rem;
    align-items: center;
  }
  .bar {
    flex: none;
  }
  .bar .track {
    fill: var(--line);
  }
  .bar .level {
    fill: var(--accent);
  }
  :host(:dir(rtl)) :is(.bar, .scale) {
    transform: scaleX(-1);
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    margin-block: 0.5rem;
    border: 1px solid var(--line);
    border-radius: 0.375rem;
  }
  .side {
    padding: 0.5rem 0.625rem;
  }
  .side + .side {
    border-inline-start: 1px solid var(--line);
  }
  dt {
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .side {
    display: flex;
    flex-direction: column;
  }
  dd {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    justify-content: space-between;
    margin: 0;
    font-weight: 600;
  }
  .scale {
    display: block;
    width: 100%;
    max-width: 11rem;
    margin-block-start: 0.25rem;
  }
  .scale line {
    stroke: var(--soft);
    stroke-width: 1;
  }
  .scale circle {
    fill: var(--accent);
  }
  [data-provenance='withheld'] > .head > .what {
    color: var(--soft);
  }
  [data-provenance='withheld'] > .foot > .meta > .chip {
    border: 1px dashed var(--soft);
    background: none;
    color: var(--soft);
  }
  [data-changed] {
    margin-inline-start: -0.625rem;
    padding-inline-start: 0.5rem;
    border-inline-start: 2px solid var(--accent);
  }
  .changed {
    font-weight: 600;
    color: var(--accent);
  }
  .receipt {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    justify-content: space-between;
  }
  .receipt > p {
    flex: 1 1 0;
    min-width: 60%;
  }
  @media (forced-colors: active) {
    .bar .level,
    .scale circle {
      fill: CanvasText;
    }
    .tabs button[aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
