import { css, type CSSResult } from 'lit';

/** The look of what the library says of itself: one line while closed, a bar and a list when open. */
export const HEALTH_STYLES: CSSResult = css`
  :host {
    display: block;
    color: var(--ink);
    background: var(--paper);
    border-block-end: 1px solid var(--line);
    font: 0.875rem/1.45 var(--tactful-lens-font, system-ui, sans-serif);
  }
  * {
    box-sizing: border-box;
  }
  details {
    text-align: left;
  }
  :host(:dir(rtl)) details {
    text-align: right;
  }
  /* Our words keep their own direction on a page that reads the other way. */
  :is(p, dt, dd, li, summary) {
    unicode-bidi: plaintext;
  }
  summary {
    min-height: 2.25rem;
    padding: 0.4375rem 0.875rem;
    cursor: pointer;
  }
  summary:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .body {
    padding: 0.25rem 0.875rem 0.875rem;
    overflow-wrap: anywhere;
  }
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  .sum {
    font-size: 1rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .empty {
    padding: 0.5rem 0.625rem;
    border: 1px dashed var(--line);
    border-radius: 0.375rem;
    color: var(--soft);
  }
  .small {
    color: var(--soft);
    font-size: 0.8125rem;
  }
  .bar {
    display: block;
    inline-size: 100%;
    block-size: 0.75rem;
    margin-block: 0.375rem 0.25rem;
    border-radius: 0.25rem;
    background: var(--line);
  }
  :host(:dir(rtl)) .bar {
    transform: scaleX(-1);
  }
  .bar rect {
    fill: var(--kind);
    stroke: var(--paper);
    stroke-width: 1;
  }
  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.875rem;
    list-style: none;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  .keys li::before {
    display: inline-block;
    inline-size: 0.625rem;
    block-size: 0.625rem;
    margin-inline: 0.1875rem;
    border-radius: 2px;
    background: var(--kind);
    content: '';
  }
  [data-kind='kept'] {
    --kind: var(--accent);
  }
  [data-kind='dropped'] {
    --kind: var(--danger);
  }
  [data-kind='waiting'] {
    --kind: var(--soft);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(0, 9rem) minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
    margin-block-start: 0.625rem;
  }
  dt {
    grid-column: 1;
    color: var(--soft);
  }
  dd {
    grid-column: 2;
  }
  [data-attention] {
    color: var(--danger);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .bar rect[data-kind='kept'] {
      fill: CanvasText;
    }
    .bar rect:not([data-kind='kept']) {
      fill: Canvas;
      stroke: CanvasText;
    }
    .keys li::before {
      border: 1px solid CanvasText;
    }
  }
`;
