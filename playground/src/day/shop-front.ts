import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { FrontName } from './texts.js';

/** What hangs in the window: a horn, an eye, a bubble with nothing in it, hands that were raised. */
const SIGNS: Readonly<Record<FrontName, SVGTemplateResult>> = {
  blast: svg`<path class="day-sign" d="M58 66 h12 l26 -14 v40 l-26 -14 h-12 z"></path><path class="day-sign-line" d="M70 78 l4 16 h8 l-4 -16 M104 60 l10 -6 M106 72 h12 M104 84 l10 6"></path>`,
  naive: svg`<path class="day-sign" d="M52 72 q34 -34 68 0 q-34 34 -68 0z"></path><circle class="day-sign-hole" cx="86" cy="72" r="12"></circle><circle class="day-sign" cx="86" cy="72" r="6"></circle>`,
  tactful: svg`<path class="day-sign" d="M60 50 h52 q6 0 6 6 v28 q0 6 -6 6 h-24 l-12 12 v-12 h-16 q-6 0 -6 -6 v-28 q0 -6 6 -6z"></path><path class="day-sign-leaf" d="M78 80 q0 -20 20 -20 q0 20 -20 20z M78 80 l12 -12"></path>`,
  class: svg`<path class="day-sign" d="M56 96 v-26 a5 5 0 0 1 10 0 v26zM80 96 v-38 a5 5 0 0 1 10 0 v38zM104 96 v-30 a5 5 0 0 1 10 0 v30z"></path><circle class="day-sign" cx="61" cy="58" r="5"></circle><circle class="day-sign" cx="85" cy="46" r="5"></circle><circle class="day-sign" cx="109" cy="54" r="5"></circle>`,
};

const STRIPES = 9;
const WIDTH = 240 / STRIPES;

function awning(): SVGTemplateResult {
  const stripe = (_: unknown, n: number): SVGTemplateResult =>
    svg`<path class=${n % 2 === 0 ? 'day-awning' : 'day-awning-pale'} d=${`M${String(n * WIDTH)} 8 h${String(WIDTH)} v22 a${String(WIDTH / 2)} 9 0 0 1 -${String(WIDTH)} 0z`}></path>`;
  return svg`${Array.from({ length: STRIPES }, stripe)}`;
}

const shutter = (): SVGTemplateResult =>
  svg`<rect class="day-shutter" x="34" y="44" width="104" height="62"></rect>${[54, 64, 74, 84, 94].map((y) => svg`<path class="day-shutter-line" d=${`M34 ${String(y)}h104`}></path>`)}`;

/** A shop with its awning, drawn; its shutter is down until it has answered once. */
export function shopFront(name: FrontName, how: { readonly isShut: boolean }): TemplateResult {
  return html`<svg class="day-shop" viewBox="0 0 240 120" aria-hidden="true" focusable="false">
    <rect class="day-wall" x="8" y="8" width="224" height="112"></rect>
    <rect class="day-window" x="34" y="44" width="104" height="62"></rect>
    ${how.isShut ? nothing : SIGNS[name]} ${how.isShut ? shutter() : nothing}
    <rect class="day-door" x="158" y="46" width="46" height="74"></rect>
    <rect class="day-pane" x="166" y="54" width="30" height="34"></rect>
    <circle class="day-knob" cx="164" cy="98" r="2.6"></circle>
    ${awning()}
  </svg>`;
}
