import { svg, type SVGTemplateResult } from 'lit';
import { noorSitting, noorStanding } from './scene-noor.js';

const pole = (x: number): SVGTemplateResult =>
  svg`<path class="s-line" d=${`M${String(x)} 16 v16`}></path><rect class="s-line" x=${x - 7} y="32" width="14" height="10" rx="5"></rect>`;

/** A carriage, the hills, and nobody who wants anything. */
export const trainScene: SVGTemplateResult = svg`
  <rect class="f-wall" width="320" height="200"></rect>
  <rect class="f-sky" x="70" y="34" width="220" height="96" rx="10"></rect>
  <circle class="f-sun" cx="236" cy="62" r="15"></circle>
  <path class="f-far" d="M70 100 Q120 62 168 92 T290 84 V120 Q290 130 280 130 H80 Q70 130 70 120 Z"></path>
  <path class="f-leaf" d="M70 116 Q140 92 206 112 T290 108 V120 Q290 130 280 130 H80 Q70 130 70 120 Z"></path>
  <path class="f-leaf-dark" d="M196 112 q5 -24 10 0zM212 112 q6 -30 12 0zM110 112 q5 -20 10 0z"></path>
  <rect class="s-frame" x="70" y="34" width="220" height="96" rx="10"></rect>
  <rect class="f-frame" width="320" height="16"></rect>
  ${pole(110)}${pole(180)}${pole(250)}
  <path class="f-seat" d="M40 66 q0 -10 10 -10 h18 q10 0 10 10 V140 h62 q8 0 8 8 v14 H40 Z"></path>
  <rect class="f-frame" x="54" y="162" width="8" height="26"></rect><rect class="f-frame" x="130" y="162" width="8" height="26"></rect>
  <rect class="f-floor" y="186" width="320" height="14"></rect>
  <path class="f-seat" d="M318 66 q0 -10 -10 -10 h-18 q-10 0 -10 10 V140 h-8 v22 h48 Z"></path>
  ${noorSitting({ at: 'translate(96 140) scale(1.35)' })}
`;

/** A shop front with its hours beside the door. */
export const doorScene: SVGTemplateResult = svg`
  <rect class="f-sky" width="320" height="200"></rect>
  <rect class="f-brick" x="36" width="248" height="182"></rect>
  <rect class="f-floor" y="180" width="320" height="20"></rect>
  <path class="f-leaf" d="M48 44 H272 L282 70 H38 Z"></path>
  <path class="f-pale" d="M80 44h32l-2 26H74zM144 44h32v26h-34zM208 44h32l6 26h-36z"></path>
  <path class="f-leaf" d="M38 70 a17 10 0 0 0 34 0 a17 10 0 0 0 36 0 a17 10 0 0 0 34 0 a17 10 0 0 0 34 0 a17 10 0 0 0 36 0 a17 10 0 0 0 34 0 a17 10 0 0 0 36 0 Z"></path>
  <rect class="f-glass" x="54" y="92" width="92" height="64"></rect>
  <rect class="s-frame" x="54" y="92" width="92" height="64"></rect>
  <path class="f-terracotta" d="M66 138h18l-3 17H69zM92 134h22l-4 21H96z"></path>
  <path class="f-leaf-dark" d="M75 138 q-14 -12 -6 -22 q6 8 6 22 q2 -16 9 -18 q4 10 -9 18zM103 134 q-14 -8 -9 -24 q9 8 9 24 q2 -18 11 -20 q4 12 -11 20z"></path>
  <rect class="f-wood" x="170" y="88" width="58" height="92"></rect>
  <rect class="f-glass" x="180" y="98" width="38" height="46"></rect>
  <circle class="f-sun" cx="176" cy="140" r="3.4"></circle>
  <rect class="f-pale" x="240" y="98" width="34" height="46" rx="3"></rect>
  <circle class="s-line" cx="257" cy="112" r="8"></circle><path class="s-line" d="M257 107v5l4 3"></path>
  <path class="s-line" d="M246 127h22M246 134h15"></path>
  <rect class="f-frame" x="150" y="178" width="98" height="6"></rect>
  ${noorStanding({ at: 'translate(150 186) scale(1.05)', phone: true })}
`;

/** A counter, an ice cream in its stand, and a card that is just being held out. */
export const tillScene: SVGTemplateResult = svg`
  <rect class="f-wall" width="320" height="200"></rect>
  <rect class="f-pale" x="24" y="20" width="128" height="56" rx="6"></rect>
  <path class="s-line" d="M40 36h56M40 48h40M40 60h48"></path>
  <path class="f-terracotta" d="M124 48 l8 20 l8 -20z"></path><circle class="f-sun" cx="132" cy="42" r="9"></circle>
  <path class="f-scarf" d="M190 0h22v26q-11 10 -22 0zM234 0h22v26q-11 10 -22 0zM278 0h22v26q-11 10 -22 0z"></path>
  <rect class="f-wood" y="128" width="320" height="72"></rect><rect class="f-wood-light" y="122" width="320" height="12"></rect>
  <rect class="f-frame" x="62" y="98" width="46" height="24" rx="4"></rect><path class="f-frame" d="M70 98 l6 -24 h26 l4 24z"></path><path class="f-glow" d="M79 80h19l2 12H77z"></path>
  <rect class="f-frame" x="150" y="116" width="34" height="6" rx="2"></rect>
  <path class="f-cone" d="M153 78 L167 120 L181 78 Z"></path><path class="s-cone" d="M158 92l14 14M176 92l-14 14M162 80l12 12M172 80l-12 12"></path>
  <circle class="f-sun" cx="167" cy="66" r="17"></circle><circle class="f-lemon" cx="160" cy="58" r="5"></circle>
  <path class="f-leaf-dark" d="M170 52 q4 -14 20 -12 q-4 14 -20 12z"></path>
  <path class="f-coat" d="M320 122 V72 Q280 76 262 96 L246 110 l12 14 Z"></path>
  <path class="f-skin" d="M262 96 q-16 -2 -24 6 q-4 6 4 10 l12 2z"></path>
  <rect class="f-seat" x="196" y="92" width="42" height="26" rx="3" transform="rotate(-10 217 105)"></rect>
  <rect class="f-sun" x="202" y="100" width="9" height="7" rx="1.5" transform="rotate(-10 217 105)"></rect>
`;
