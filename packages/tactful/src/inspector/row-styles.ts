import { css, type CSSResult } from 'lit';

/** The look of one row, with what it rests on and how it was decided. */
export const ROW_STYLES: CSSResult = css`
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
  }
  .rows > li + li {
    border-block-start: 1px solid var(--line);
  }
  .head {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    justify-content: space-between;
  }
  .what {
    min-width: 0;
  }
  /* What the page calls things stands out from what we say. */
  .what bdi {
    font-weight: 600;
  }
  .says {
    margin-block-start: 0.125rem;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    margin-block-start: 0.25rem;
  }
  .foot > .more[open] {
    flex-basis: 100%;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.625rem;
    align-items: center;
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
  [data-provenance='stated'] > .foot > .meta > .chip {
    background: var(--stated);
  }
  [data-provenance='announced'] > .foot > .meta > .chip {
    background: var(--announced);
  }
  [data-provenance='listed'] > .foot > .meta > .chip {
    background: var(--listed);
  }
  [data-provenance='concluded'] > .foot > .meta > .chip {
    background: var(--concluded);
  }
  .quiet {
    min-height: 1.5rem;
    flex: none;
    padding: 0 0.25rem;
    border-color: transparent;
    background: none;
    color: var(--accent);
    font-size: 0.8125rem;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .more {
    font-size: 0.8125rem;
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
    text-align: inherit;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: break-word;
  }
  thead th {
    color: var(--soft);
  }
  .figure {
    padding-inline-end: 0;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  :host(:dir(rtl)) .figure {
    text-align: left;
  }
  @media (forced-colors: active) {
    .chip {
      border-color: CanvasText;
    }
  }
`;
