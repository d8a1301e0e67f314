import { css, type CSSResult } from 'lit';

/** The slot and its card: one grid cell for both, so that the larger of reserve and default content decides, never the card. */
export const offerStyles: CSSResult = css`
  :host {
    display: block;
  }
  .box {
    display: grid;
    grid-template: minmax(var(--tactful-offer-block-size, var(--_reserve, 12rem)), auto) / minmax(0, 1fr);
    outline: 0;
  }
  .box > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  slot {
    display: block;
  }
  .aside {
    visibility: hidden;
  }
  .card {
    display: flex;
    contain: size;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    container: card / inline-size;
    overflow-wrap: anywhere;
  }
  .card:has([open]) {
    contain: none;
    container: none;
  }
  .card:focus:not(:focus-visible) {
    outline: 0;
  }
  img {
    flex: none;
    inline-size: 32%;
    max-inline-size: 12rem;
    object-fit: cover;
  }
  .said {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 0.25rem;
    min-inline-size: 0;
    padding: 0.75rem 1rem;
  }
  .top,
  .row {
    display: flex;
    align-items: center;
    gap: 0 1rem;
  }
  .row {
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    margin-block-start: auto;
    padding-block-start: 0.25rem;
  }
  .row > div {
    display: contents;
  }
  .top > :last-child {
    margin-inline-start: auto;
    margin-inline-end: -0.375rem;
    font-size: 1.25rem;
    line-height: 1;
  }
  .label {
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .title {
    font-size: 1.0625rem;
    font-weight: 600;
  }
  .text {
    color: var(--_muted);
  }
  a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2rem;
    padding: 0.125rem 0.875rem;
    background: var(--_accent);
    color: var(--tactful-on-accent, var(--_surface));
    font-weight: 600;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  tactful-why {
    display: contents;
  }
  .note {
    align-self: center;
    justify-self: center;
    padding: 1rem;
    text-align: center;
  }
  @media (forced-colors: active) {
    a {
      border: 1px solid;
    }
  }
`;
