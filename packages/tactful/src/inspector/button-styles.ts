import { css, type CSSResult } from 'lit';

/** The look of a button in the lens and in what stands beside it. */
export const BUTTON_STYLES: CSSResult = css`
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
  button:hover {
    background: var(--sunk);
  }
`;
