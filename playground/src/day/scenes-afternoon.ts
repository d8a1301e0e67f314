import { svg, type SVGTemplateResult } from 'lit';
import { noorStanding } from './scene-noor.js';

/** Another shop's window with a hose in it, and a pin that says where she is. */
export const rivalScene: SVGTemplateResult = svg`
  <rect class="f-sky" width="320" height="200"></rect>
  <rect class="f-far" x="20" width="280" height="182"></rect>
  <rect class="f-floor" y="180" width="320" height="20"></rect>
  <rect class="f-seat" x="20" y="26" width="280" height="26"></rect>
  <path class="s-pale" d="M44 39h60M116 39h34M162 39h52"></path>
  <rect class="f-glass" x="36" y="62" width="186" height="100"></rect><rect class="s-frame" x="36" y="62" width="186" height="100"></rect>
  <rect class="f-wood-light" x="36" y="150" width="186" height="12"></rect>
  <circle class="s-hose" cx="92" cy="116" r="26"></circle><circle class="s-hose" cx="92" cy="116" r="16"></circle>
  <path class="s-hose" d="M92 142 q34 8 44 2"></path><rect class="f-frame" x="134" y="138" width="14" height="7" rx="2"></rect>
  <path class="f-sun" d="M178 72 h26 l10 10 l-10 10 h-26 z"></path><circle class="f-pale" cx="204" cy="82" r="2.5"></circle>
  <path class="f-terracotta" d="M176 130h28l-4 20h-20z"></path><path class="f-leaf-dark" d="M190 130 q-18 -10 -10 -30 q10 10 10 30 q2 -22 12 -26 q4 16 -12 26z"></path>
  <rect class="f-wood" x="236" y="76" width="50" height="104"></rect><rect class="f-glass" x="244" y="86" width="34" height="54"></rect>
  ${noorStanding({ at: 'translate(158 192) scale(1.12)' })}
  <path class="f-coat" d="M158 86 q-15 -18 -15 -29 a15 15 0 0 1 30 0 q0 11 -15 29z"></path><circle class="f-pale" cx="158" cy="57" r="6"></circle>
`;

/** A mat where a parcel should lie, and a clock that goes on. */
export const parcelScene: SVGTemplateResult = svg`
  <rect class="f-wall" width="320" height="200"></rect>
  <rect class="f-floor" y="158" width="320" height="42"></rect>
  <rect class="f-wood" x="44" y="26" width="88" height="132"></rect><path class="f-wood-light" d="M54 38h30v44H54zM92 38h30v44H92zM54 96h30v50H54zM92 96h30v50H92z"></path><circle class="f-sun" cx="124" cy="94" r="4"></circle>
  <circle class="f-pale" cx="172" cy="60" r="24"></circle><circle class="s-frame" cx="172" cy="60" r="24"></circle><path class="s-line" d="M172 46v14l12 6"></path>
  <path class="f-seat" d="M40 166h150l14 20H30z"></path>
  <path class="s-dash" d="M86 122 h62 v46 h-62 z M86 138 h62 M112 122 v16 h10 v-16"></path>
  ${noorStanding({ at: 'translate(252 188) scale(1.3)', phone: true })}
  <path class="f-pale" d="M218 10 h76 q8 0 8 8 v20 q0 8 -8 8 h-28 l-10 14 l-2 -14 h-36 q-8 0 -8 -8 v-20 q0 -8 8 -8z"></path><path class="s-coat" d="M222 22h66M222 34h42"></path>
`;

/** Stones, flowers, a bare tree. */
export const cemeteryScene: SVGTemplateResult = svg`
  <rect class="f-mist" width="320" height="200"></rect>
  <path class="f-far" d="M0 118 Q70 88 150 108 T320 98 V200 H0 Z"></path>
  <path class="f-leaf-dull" d="M0 150 Q80 128 170 144 T320 138 V200 H0 Z"></path>
  <path class="s-tree" d="M44 152 V92 M44 118 L24 94 M44 106 L66 80 M44 92 L34 70 M44 92 L54 66 M24 94 L14 88 M66 80 L78 76"></path>
  <path class="f-stone" d="M92 152 v-28 a13 13 0 0 1 26 0 v28z"></path><path class="f-stone" d="M262 150 v-30 h-7 v-8 h7 v-10 h9 v10 h7 v8 h-7 v30z"></path>
  <path class="f-stone-light" d="M146 168 v-46 a24 24 0 0 1 48 0 v46z"></path><path class="s-stone" d="M158 124h24M162 134h16"></path>
  <rect class="f-stone" x="138" y="166" width="64" height="8" rx="2"></rect>
  <path class="s-leaf" d="M152 166v-14M160 166v-18M168 166v-12"></path><circle class="f-coat" cx="152" cy="150" r="5"></circle><circle class="f-sun" cx="160" cy="145" r="5.5"></circle><circle class="f-scarf" cx="168" cy="152" r="5"></circle>
  ${noorStanding({ at: 'translate(228 188) scale(1.15)' })}
`;
