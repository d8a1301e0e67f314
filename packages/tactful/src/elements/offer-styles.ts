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
  .card,
  .note {
    display: flex;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .card {
    container: card / size;
    overflow-wrap: anywhere;
  }
  .card:has([open]) {
    container: card / inline-size;
  }
  .card:focus:not(:focus-visible) {
    outline: 0;
  }
  img,
  canvas {
    flex: none;
    display: none;
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
  @container card (inline-size < 26rem) {
    .text {
      display: -webkit-box;
      flex: none;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
    .card:has([open]) .text {
      -webkit-line-clamp: none;
    }
    a {
      flex: 1 0 100%;
      justify-content: center;
    }
  }
  @container card (inline-size < 26rem) and (block-size >= 16rem) {
    img,
    canvas {
      display: block;
      inline-size: 4.5rem;
    }
  }
  @container card (inline-size >= 26rem) {
    img,
    canvas {
      display: block;
      inline-size: 32%;
      max-inline-size: 12rem;
    }
    .card:has([open]) :is(img, canvas) {
      align-self: start;
      max-block-size: 12rem;
    }
  }
  tactful-why {
    display: contents;
  }
  .note {
    flex-flow: column;
    gap: 0.25rem;
    place-content: center;
    place-items: center;
    contain: size;
    padding: 1rem;
    text-align: center;
  }
  @media (forced-colors: active) {
    a {
      border: 1px solid;
    }
  }
`;
