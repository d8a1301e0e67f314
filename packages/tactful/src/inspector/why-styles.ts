import { css, type CSSResult } from 'lit';

/** The look of why something was said, or nothing. */
export const WHY_STYLES: CSSResult = css`
  .why > :not(summary) {
    margin-block-start: 0.5rem;
  }
  .why h4,
  .why caption {
    margin-block-end: 0;
    font-size: 0.8125rem;
    font-weight: 600;
    text-align: inherit;
  }
  .why caption {
    padding-block-end: 0.125rem;
  }
  .why .instead {
    padding: 0.375rem 0.625rem;
    border-inline-start: 3px solid var(--accent);
    background: var(--sunk);
  }
  .verdicts {
    display: grid;
    grid-template-columns: auto auto minmax(0, 1fr);
    gap: 0.125rem 0.625rem;
    align-items: center;
    list-style: none;
  }
  .verdicts li {
    display: contents;
  }
  .verdicts .bar,
  .sum .bar {
    overflow: visible;
  }
  .bar .less {
    fill: var(--danger);
  }
  .bar line {
    stroke: var(--soft);
  }
  .sum {
    max-width: 34rem;
  }
  .unseen :is(th, td) {
    padding: 0;
    border: 0;
    font-size: 0;
    line-height: 0;
  }
  .sum td:last-child {
    width: 7rem;
    padding-inline: 0.75rem 0;
    vertical-align: middle;
  }
  .sum tfoot :is(th, td) {
    border-block-end: 0;
    font-weight: 600;
  }
  @media (forced-colors: active) {
    .bar .level,
    .bar .less {
      fill: CanvasText;
    }
  }
`;
