import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const HEART =
  'M50 88 C18 64 6 46 6 30 C6 15 17 6 29 6 C39 6 46 12 50 20 C54 12 61 6 71 6 C83 6 94 15 94 30 C94 46 82 64 50 88 Z';
/** One crack more for each of these shares of trust that is gone. */
const CRACKS: readonly (readonly [lost: number, path: string])[] = [
  [0.02, 'M50 20 L43 33 L54 42 L46 54'],
  [0.15, 'M46 54 L55 66 L49 87'],
  [0.3, 'M43 33 L28 38 L22 52'],
  [0.45, 'M54 42 L68 40 L80 52'],
];

const drawing = (kind: string, viewBox: string, shapes: SVGTemplateResult): TemplateResult =>
  html`<svg class="day-meter" data-kind=${kind} viewBox=${viewBox} aria-hidden="true" focusable="false">
    ${shapes}
  </svg>`;

/** A heart as full as the trust that is left, 0 to 1, with a crack where some is gone. `id` is unique on the page. */
export function heart(share: number, id: string): TemplateResult {
  const level = 6 + 82 * (1 - share);
  const lost = 1 - share;
  return drawing(
    'heart',
    '0 0 100 94',
    svg`<clipPath id=${id}><rect class="day-level" x="0" y=${level} width="100" height="94"></rect></clipPath>
      <path class="day-empty" d=${HEART}></path>
      <path class="day-heart" d=${HEART} clip-path=${`url(#${id})`}></path>
      ${CRACKS.filter(([from]) => lost >= from).map(([, d]) => svg`<path class="day-crack" d=${d}></path>`)}
      <path class="day-edge" d=${HEART}></path>`,
  );
}

const MOST_COINS = 10;

/** A purse with coins over it: ten for a full one, none for one that lost. */
export function purse(amount: number, full: number): TemplateResult {
  const coins = Math.round(MOST_COINS * Math.min(1, Math.max(0, amount / full)));
  const coin = (_: unknown, n: number): SVGTemplateResult => {
    const [column, row] = [Math.floor(n / 5), n % 5];
    return svg`<ellipse class="day-coin" cx=${36 + 28 * column} cy=${44 - 8 * row} rx="13" ry="5"></ellipse>`;
  };
  return drawing(
    'purse',
    '0 0 100 94',
    svg`${Array.from({ length: coins }, coin)}
      <path class="day-purse" d="M16 46 H84 Q96 64 88 80 Q84 88 74 88 H26 Q16 88 12 80 Q4 64 16 46 Z"></path>
      <path class="day-purse-flap" d="M16 46 H84 L78 60 H22 Z"></path>
      ${amount < 0 ? svg`<path class="day-hole" d="M38 72 l6 -5 6 7 6 -7 6 6"></path>` : svg`<circle class="day-clasp" cx="50" cy="60" r="5"></circle>`}`,
  );
}

const DOTS_PER_ROW = 6;

/** A jar with a dot for each fact. */
export function jar(facts: number): TemplateResult {
  const dot = (_: unknown, n: number): SVGTemplateResult => {
    const row = Math.floor(n / DOTS_PER_ROW);
    const shift = row % 2 === 0 ? 0 : 4.5;
    return svg`<circle class="day-fact" cx=${25 + 9.2 * (n % DOTS_PER_ROW) + shift / 2} cy=${80 - 9.5 * row} r="4"></circle>`;
  };
  return drawing(
    'jar',
    '0 0 100 94',
    svg`<path class="day-jar" d="M26 14 H74 V22 Q84 26 84 36 V80 Q84 88 76 88 H24 Q16 88 16 80 V36 Q16 26 26 22 Z"></path>
      ${Array.from({ length: facts }, dot)}
      <path class="day-edge" d="M26 14 H74 V22 Q84 26 84 36 V80 Q84 88 76 88 H24 Q16 88 16 80 V36 Q16 26 26 22 Z"></path>
      <rect class="day-lid" x="22" y="5" width="56" height="10" rx="3"></rect>`,
  );
}
