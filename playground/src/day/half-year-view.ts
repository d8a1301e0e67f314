import type { PolicySummary, Simulation } from '@tactful/simulator';
import { html, nothing, type TemplateResult } from 'lit';
import { chartView, markPath } from './chart-view.js';
import type { DayPage } from './day-page.js';
import { SHOPPER_COUNTS } from './day-state.js';
import { formatCount, formatGain, formatShare } from './figures.js';
import { concludeHalfYear } from './half-year-words.js';

function tableRow(summary: PolicySummary, { texts, lang }: DayPage): TemplateResult {
  const { policy, incrementalProfit, inbound, outbound, negatives, quietHits, muted, left, trust } = summary;
  const isFront = policy !== 'silence' && policy !== 'capped';
  const { mean, low, high } = incrementalProfit;
  return html`<tr data-shop=${policy}>
    <th scope="row">
      ${isFront ? html`<svg class="day-key" viewBox="-10 -10 20 20" aria-hidden="true"><path class="day-mark" d=${markPath(policy)}></path></svg>` : nothing}
      ${isFront ? texts.front[policy].name : texts.half.silence}
    </th>
    <td><bdi>${formatGain(mean, lang)}</bdi></td>
    <td><bdi>${isFront ? texts.half.between(formatGain(low, lang), formatGain(high, lang)) : '–'}</bdi></td>
    <td>${formatCount(inbound + outbound, lang)}</td>
    <td>${formatCount(negatives, lang)}</td>
    <td>${formatCount(quietHits, lang)}</td>
    <td>${formatShare(muted, lang)}</td>
    <td>${formatShare(left, lang)}</td>
    <td>${formatShare(trust, lang)}</td>
  </tr>`;
}

function tableView(simulation: Simulation, page: DayPage): TemplateResult {
  const { texts } = page;
  const { head } = texts.half;
  return html`<div class="day-table" role="region" aria-labelledby="day-table-title" tabindex="0">
    <table>
      <caption id="day-table-title">
        ${texts.half.table}
      </caption>
      <thead>
        <tr>
          ${Object.values(head).map((word) => html`<th scope="col">${word}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${simulation.policies.map((summary) => tableRow(summary, page))}
      </tbody>
    </table>
  </div>`;
}

function doneView(simulation: Simulation, page: DayPage): TemplateResult {
  const { texts, lang } = page;
  const { half } = texts;
  const [lead = '', ...more] = concludeHalfYear(simulation, { texts, lang });
  return html`
    <div class="day-conclusion">
      <p class="day-lead">${lead}</p>
      ${more.map((line) => html`<p>${line}</p>`)}
    </div>
    <figure class="day-chart">
      <figcaption><strong>${half.chart}</strong> <span class="day-stamp">${texts.synthetic}</span></figcaption>
      ${chartView(simulation, page)}
      <p class="day-small">
        ${half.chartNote(simulation.shoppers, simulation.firstSeed)} ${texts.world.title}:
        ${texts.world.name[page.state.world]}.
      </p>
    </figure>
    ${tableView(simulation, page)}
  `;
}

function progressView({ half, texts, deeds, state }: DayPage): TemplateResult {
  if (half.kind === 'running') {
    const words = texts.half.progress(half.done, half.of);
    return html`<div class="day-running">
      <progress aria-label=${words} max=${half.of} value=${half.done}></progress>
      <p>${words}</p>
      <button type="button" class="wall-button day-stop" @click=${deeds.stop}>${texts.half.stop}</button>
    </div>`;
  }
  return html`<div class="day-running">
    <p>${half.kind === 'failed' ? texts.half.failed : texts.half.stopped}</p>
    <button type="button" class="button day-run" @click=${deeds.run}>
      ${texts.half.run}: ${texts.half.count(state.shoppers)}
    </button>
  </div>`;
}

/** The same people for half a year under every shop and the class. */
export function halfYearView(page: DayPage): TemplateResult {
  const { texts, state, half, deeds } = page;
  const words = texts.half;
  return html`<section class="day-half" aria-labelledby="day-half-title">
    <div class="day-half-top">
      <h2 id="day-half-title">${words.title}</h2>
      <fieldset class="day-counts">
        <legend>${words.shoppers}</legend>
        ${SHOPPER_COUNTS.map(
          (count) =>
            html`<label
              ><input
                type="radio"
                name="shoppers"
                .checked=${state.shoppers === count}
                @change=${() => deeds.act({ do: 'shoppers', shoppers: count })}
              /><span>${count.toLocaleString(page.lang)}</span></label
            >`,
        )}
      </fieldset>
    </div>
    <p class="under">${words.lead} ${words.votes}</p>
    <div class="day-result">${half.kind === 'done' ? doneView(half.simulation, page) : progressView(page)}</div>
    <p class="day-small">${words.honest}</p>
  </section>`;
}
