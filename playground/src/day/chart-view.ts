import type { PolicySummary, Simulation } from '@tactful/simulator';
import { scaleBand, scaleLinear } from 'd3-scale';
import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle, type SymbolType } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { DayPage } from './day-page.js';
import { formatGain, formatProfit } from './figures.js';
import type { FrontName } from './texts.js';

const ROW = 58;
const TOP = 26;
const FOOT = 30;
const SIDE = 30;
const MARK = 130;
const CAP = 6;
/** As wide as names and amounts: where the line of zero would run through them, they stand beside it. */
const WORD = 96;

/** A shape for each shop, so that no colour has to tell them apart. */
const MARKS: Readonly<Record<FrontName, SymbolType>> = {
  blast: symbolTriangle,
  naive: symbolSquare,
  tactful: symbolCircle,
  class: symbolDiamond,
};

/** The mark of a shop, its middle at the origin. */
export function markPath(name: FrontName): string {
  return symbol(MARKS[name], MARK)() ?? '';
}

/** The shops of a simulation, without the silent one. */
export function comparedShops({ policies }: Simulation): readonly (PolicySummary & { readonly policy: FrontName })[] {
  return policies.filter((each): each is PolicySummary & { readonly policy: FrontName } => each.policy in MARKS);
}

const path = line();

/** The one chart: what each shop earned more than a silent one, with its 95 % interval, all on one scale from zero. */
export function chartView(simulation: Simulation, page: DayPage): TemplateResult {
  const { texts, lang, width } = page;
  const shops = comparedShops(simulation);
  const ends = shops.flatMap(({ incrementalProfit: { low, high } }) => [low, high]);
  const x = scaleLinear()
    .domain([Math.min(0, ...ends), Math.max(0, ...ends)])
    .nice(5)
    .range([SIDE, width - SIDE]);
  const y = scaleBand()
    .domain(shops.map(({ policy }) => policy))
    .range([TOP, TOP + ROW * shops.length]);
  const bottom = TOP + ROW * shops.length;
  const zero = x(0);
  const nameAt = zero < WORD ? zero + 8 : 0;
  const amountAt = zero > width - WORD ? zero - 8 : width;
  const tick = (value: number): SVGTemplateResult => svg`<g transform=${`translate(${String(x(value))} 0)`}>
      <path class="day-grid" d=${path([
        [0, TOP],
        [0, bottom],
      ])}></path>
      <text class="day-axis" y=${bottom + 18} text-anchor="middle">${formatProfit(value, lang)}</text>
    </g>`;
  const row = ({ policy, incrementalProfit }: (typeof shops)[number]): SVGTemplateResult => {
    const { mean, low, high } = incrementalProfit;
    const middle = (y(policy) ?? 0) + 38;
    const caps = [low, high].map((end) =>
      path([
        [x(end), middle - CAP],
        [x(end), middle + CAP],
      ]),
    );
    return svg`<g data-shop=${policy}>
      <text class="day-label" x=${nameAt} y=${middle - 16}>${texts.front[policy].name}</text>
      <text class="day-value" x=${amountAt} y=${middle - 16} text-anchor="end">${formatGain(mean, lang)}</text>
      <path class="day-whisker" d=${[
        path([
          [x(low), middle],
          [x(high), middle],
        ]),
        ...caps,
      ].join('')}></path>
      <path class="day-mark" d=${markPath(policy)} transform=${`translate(${String(x(mean))} ${String(middle)})`}></path>
    </g>`;
  };
  const zeroEnd = zero > width / 2 ? 'end' : 'start';
  return html`<svg
    class="day-plot"
    width=${width}
    height=${bottom + FOOT}
    viewBox=${`0 0 ${String(width)} ${String(bottom + FOOT)}`}
    role="img"
    aria-label=${texts.half.chart}
  >
    ${x.ticks(width < 420 ? 4 : 6).map(tick)}
    <path
      class="day-zero"
      d=${path([
        [zero, TOP - 6],
        [zero, bottom],
      ])}
    ></path>
    <text class="day-axis" x=${zero} y="14" dx=${zeroEnd === 'start' ? -2 : 2} text-anchor=${zeroEnd}>
      ${texts.half.zero}
    </text>
    ${shops.map(row)}
  </svg>`;
}
