import { css, type CSSResult } from 'lit';

/** A small sheet in the corner; `inline` puts it where the page has it. */
export const consentStyles: CSSResult = css`
  :host {
    display: block;
  }
  .sheet {
    position: fixed;
    inset-block-end: 1rem;
    inset-inline-end: 1rem;
    z-index: var(--tactful-consent-layer, 1000);
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    inline-size: min(26rem, calc(100vi - 2rem));
    max-block-size: min(36rem, calc(100vb - 2rem));
    overflow: auto;
    padding: 1rem 1.25rem 1.25rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: 0 0.5rem 2rem rgb(0 0 0 / 0.18);
    overflow-wrap: anywhere;
  }
  :host([inline]) .sheet {
    position: static;
    inline-size: auto;
    max-block-size: none;
    box-shadow: none;
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
  }
  .top button {
    flex: none;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 600;
  }
  h2:focus:not(:focus-visible) {
    outline: 0;
  }
  [role='status'] {
    display: contents;
  }
  .purpose {
    display: flex;
    flex-direction: column;
    gap: 0.625rem;
    min-inline-size: 0;
    padding: 0;
    border: 0;
  }
  .purpose + .purpose {
    padding-block-start: 0.75rem;
    border-block-start: 1px solid var(--_border);
  }
  dt,
  .lesser {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  dd + dt {
    margin-block-start: 0.375rem;
  }
  .choice {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75rem;
  }
  .choice button {
    min-block-size: 2.75rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_text);
    color: var(--_text);
    font-weight: 600;
  }
  .choice button:hover {
    background: color-mix(in srgb, var(--_text) 8%, var(--_surface));
  }
  .state {
    padding-inline-start: 0.625rem;
    border-inline-start: 3px solid var(--_text);
  }
  summary {
    min-block-size: 24px;
    inline-size: fit-content;
    cursor: pointer;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .kept {
    display: grid;
    gap: 0.5rem;
    padding-block-start: 0.5rem;
    font-size: 0.875rem;
  }
  .kept ul {
    padding-inline-start: 1.25rem;
  }
`;
