import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { BreakTexts } from './texts.js';

/** What became of some clicks; the parts sum to all of them. */
export interface Parts {
  readonly found: number;
  readonly told: number;
  readonly lost: number;
}

const NAMES = ['found', 'told', 'lost'] as const;
const WIDTH = 240;
const HEIGHT = 14;

/** One bar: its parts side by side, each with its number in words beside it. */
export function barView(label: string, parts: Parts, texts: BreakTexts): TemplateResult {
  const all = Math.max(1, parts.found + parts.told + parts.lost);
  let from = 0;
  const pieces: SVGTemplateResult[] = [];
  for (const name of NAMES) {
    const wide = (parts[name] / all) * WIDTH;
    if (wide > 0)
      pieces.push(svg`<rect class="break-bar-part" data-part=${name} x=${from} width=${wide} height=${HEIGHT}></rect>`);
    from += wide;
  }
  const words = NAMES.filter((name) => parts[name] > 0 || name === 'found').map(
    (name) => html`<span class="break-key" data-part=${name}>${String(parts[name])} ${texts.bar[name]}</span>`,
  );
  return html`<div class="break-bar">
    <p><strong>${label}</strong> ${words}</p>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>
  </div>`;
}
