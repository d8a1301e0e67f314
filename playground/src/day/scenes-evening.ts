import { svg, type SVGTemplateResult } from 'lit';
import { noorHead, noorSitting } from './scene-noor.js';

/** A lamp, two people, two phones face down. */
export const dinnerScene: SVGTemplateResult = svg`
  <rect class="f-dusk" width="320" height="200"></rect>
  <path class="f-glow-soft" d="M160 34 L52 200 H268 Z"></path>
  <path class="s-line" d="M160 0v22"></path><path class="f-sun" d="M136 42 q4 -22 24 -22 q20 0 24 22 z"></path>
  <path class="f-coat" d="M58 156 q-2 -52 26 -52 q28 0 28 52z"></path><path class="f-scarf" d="M74 104h20l2 8q-12 6 -24 0z"></path>${noorHead('translate(84 88) scale(1.6)')}
  <path class="f-seat" d="M208 156 q0 -52 28 -52 q28 0 26 52z"></path><circle class="f-skin-two" cx="236" cy="88" r="15"></circle><path class="f-hair-two" d="M220 92 q-4 -24 16 -24 q21 0 17 24 q-4 -12 -12 -14 q-14 4 -21 14z"></path>
  <ellipse class="f-wood-light" cx="160" cy="160" rx="130" ry="20"></ellipse><path class="f-wood" d="M30 160 a130 20 0 0 0 260 0 v8 a130 20 0 0 1 -260 0z"></path><rect class="f-wood" x="150" y="182" width="20" height="18"></rect>
  <ellipse class="f-pale" cx="96" cy="158" rx="26" ry="7"></ellipse><ellipse class="f-leaf" cx="96" cy="156" rx="13" ry="4"></ellipse>
  <ellipse class="f-pale" cx="224" cy="158" rx="26" ry="7"></ellipse><ellipse class="f-terracotta" cx="224" cy="156" rx="13" ry="4"></ellipse>
  <path class="f-glass" d="M140 138h14l-2 18h-10z"></path><path class="f-glass" d="M170 136h14l-2 18h-10z"></path>
  <path class="f-ink" d="M130 166l18 1 -4 7 -18 -1zM176 166l18 -1 4 7 -18 1z"></path>
`;

/** A sofa, a lamp, and nothing that has to be done. */
export const sofaScene: SVGTemplateResult = svg`
  <rect class="f-dusk" width="320" height="200"></rect>
  <rect class="f-night" x="24" y="24" width="66" height="74"></rect><circle class="f-pale" cx="70" cy="46" r="8"></circle><rect class="s-frame" x="24" y="24" width="66" height="74"></rect><path class="s-frame" d="M57 24v74M24 61h66"></path>
  <path class="f-glow-soft" d="M270 66 L214 190 H320 V190 Z"></path>
  <rect class="f-floor" y="172" width="320" height="28"></rect>
  <path class="s-line" d="M270 66 V184 M254 184h32"></path><path class="f-sun" d="M250 68 l8 -30 h24 l8 30z"></path>
  <path class="f-seat" d="M60 108 q0 -16 16 -16 h138 q16 0 16 16 v40 H60z"></path><path class="f-seat-light" d="M44 130 q0 -10 10 -10 q10 0 10 10 v14 h162 v-14 q0 -10 10 -10 q10 0 10 10 v44 h-202z"></path>
  <rect class="f-frame" x="56" y="174" width="8" height="12"></rect><rect class="f-frame" x="226" y="174" width="8" height="12"></rect>
  <rect class="f-scarf" x="72" y="104" width="34" height="34" rx="6" transform="rotate(-8 89 121)"></rect>
  ${noorSitting({ at: 'translate(132 142) scale(1.3)', phone: true })}
  <path class="f-terracotta" d="M20 158h26l-4 24H24z"></path><path class="f-leaf" d="M33 158 q-26 -12 -16 -40 q14 12 16 40 q0 -32 18 -36 q6 24 -18 36z"></path>
`;

/** A bell that she set herself, and a price that has come down. */
export const tellMeScene: SVGTemplateResult = svg`
  <rect class="f-night" width="320" height="200"></rect>
  <circle class="f-star" cx="34" cy="34" r="1.8"></circle><circle class="f-star" cx="70" cy="62" r="1.3"></circle><circle class="f-star" cx="276" cy="30" r="1.8"></circle><circle class="f-star" cx="252" cy="70" r="1.3"></circle><circle class="f-star" cx="296" cy="104" r="1.6"></circle><circle class="f-star" cx="26" cy="112" r="1.5"></circle>
  <path class="f-skin" d="M92 200 q-4 -46 22 -62 l6 62zM228 200 q0 -40 -16 -56 q-10 2 -10 14 l-4 42z"></path><path class="f-coat" d="M78 200 q2 -20 12 -28 l30 8 v20zM242 200 q0 -14 -8 -24 l-28 10 v14z"></path>
  <rect class="f-ink" x="108" y="14" width="104" height="182" rx="14"></rect><rect class="f-card" x="116" y="26" width="88" height="158" rx="4"></rect>
  <circle class="f-leaf-soft" cx="160" cy="64" r="26"></circle><path class="f-sun" d="M143 74 q5 -4 5 -14 q0 -13 12 -13 q12 0 12 13 q0 10 5 14z"></path><circle class="f-sun" cx="160" cy="78" r="4.5"></circle><circle class="f-sun" cx="160" cy="46" r="3"></circle>
  <circle class="s-hose" cx="142" cy="126" r="15"></circle><circle class="s-hose" cx="142" cy="126" r="7"></circle>
  <path class="s-coat" d="M168 112 v24 M160 129 l8 8 l8 -8"></path><path class="s-line" d="M182 116h14M182 124h10"></path>
  <rect class="f-leaf" x="126" y="154" width="68" height="18" rx="9"></rect><path class="s-pale" d="M152 163l6 5 10 -10"></path>
`;
