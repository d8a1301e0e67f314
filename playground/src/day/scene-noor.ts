import { svg, type SVGTemplateResult } from 'lit';

/** Noor on her feet, 92 units high, with her toes at the origin. */
export function noorStanding(how: { readonly at: string; readonly phone?: boolean }): SVGTemplateResult {
  const arm = how.phone
    ? svg`<path class="s-coat-dark" d="M8 -60 L15 -48 L24 -55"></path><rect class="f-ink" x="22" y="-65" width="7" height="12" rx="1.5"></rect><rect class="f-glow" x="23.2" y="-63.5" width="4.6" height="8.6"></rect>`
    : svg`<path class="s-coat-dark" d="M8 -60 L13 -44 L9 -32"></path>`;
  return svg`<g transform=${how.at}>
    <path class="f-ink" d="M-9 -30h7v27h4v3h-11zM2 -30h7v27h4v3H2z"></path>
    <path class="f-coat" d="M-15 -24 L-10 -62 Q-8 -69 0 -69 Q8 -69 10 -62 L15 -24 Z"></path>
    <path class="f-scarf" d="M-7 -70h14l1 6q-8 4 -16 0z"></path>
    ${arm}
    ${noorHead('translate(0 -79)')}
  </g>`;
}

/** Noor on a seat, seen from the side and looking to the right; the seat's surface is at the origin. */
export function noorSitting(how: { readonly at: string; readonly phone?: boolean }): SVGTemplateResult {
  const phone = how.phone
    ? svg`<rect class="f-ink" x="29" y="-38" width="7" height="12" rx="1.5"></rect><rect class="f-glow" x="30.2" y="-36.5" width="4.6" height="8.6"></rect>`
    : svg``;
  return svg`<g transform=${how.at}>
    <path class="f-ink" d="M-8 -13 H30 Q36 -13 36 -7 V24 H44 V29 H27 V0 H-8 Z"></path>
    <path class="f-coat" d="M-13 0 L-11 -38 Q-9 -46 0 -46 Q9 -46 10 -38 L13 0 Z"></path>
    <path class="f-scarf" d="M-7 -47h14l1 6q-8 4 -16 0z"></path>
    <path class="s-coat-dark" d="M5 -37 L14 -22 L30 -29"></path>
    ${phone}
    ${noorHead('translate(1 -56)')}
  </g>`;
}

/** Her head, its middle at the origin. */
export function noorHead(at: string): SVGTemplateResult {
  return svg`<g transform=${at}>
    <circle class="f-hair" cx="-9" cy="-7" r="5"></circle>
    <circle class="f-skin" r="9.5"></circle>
    <path class="f-hair" d="M-10.5 2 A10.5 10.5 0 0 1 9.5 -4.5 Q3 -6 0 -4 Q-6 -2 -7 3 Z"></path>
  </g>`;
}
