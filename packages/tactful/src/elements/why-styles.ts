import { css, type CSSResult } from 'lit';

/** The button and what it discloses. Inside a card the host is `display: contents`, so both take part in the card's row. */
export const whyStyles: CSSResult = css`
  :host {
    display: block;
  }
  .panel {
    flex: 1 0 100%;
    order: 1;
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--_border);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  :host(:not([open])) .panel {
    display: none;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  .panel > * + * {
    margin-block-start: 0.5rem;
  }
  .rows,
  .counts {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .rows li,
  .counts li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    padding-block: 0.125rem;
  }
  .rows span,
  .counts span {
    flex: 1 1 10rem;
  }
  time {
    flex: none;
    min-inline-size: 9.5em;
    font-variant-numeric: tabular-nums;
  }
  .counts b {
    min-inline-size: 2.5em;
    color: var(--_text);
    text-align: end;
  }
  summary {
    min-block-size: 24px;
    inline-size: fit-content;
    cursor: pointer;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
`;
