import type { Day, DayCardId } from '@tactful/simulator';
import { html, nothing, type TemplateResult } from 'lit';
import type { DayPage } from './day-page.js';
import { cardAt } from './day-state.js';
import { formatChange, formatProfit, formatShare, formatPoints } from './figures.js';
import { cameOf, saidBy, whyOf } from './front-words.js';
import { heart, jar, purse } from './meters.js';
import { DAY_PEOPLE, dayOf, FRONTS, fullOf, lastOpen, standingAt, type Standing } from './read-standing.js';
import { shopFront } from './shop-front.js';
import type { FrontName } from './texts.js';

/** A change since the card before, or that there was none. */
function since(change: number, words: string, { texts }: DayPage): TemplateResult {
  const { meter } = texts;
  const way = change > 0 ? 'up' : change < 0 ? 'down' : 'same';
  return html`<span class="day-since" data-way=${way}>${way === 'same' ? meter.same : meter.since(words)}</span>`;
}

function meterRow(how: {
  readonly picture: TemplateResult;
  readonly name: string;
  readonly words: readonly string[];
  readonly change: TemplateResult | typeof nothing;
}): TemplateResult {
  return html`<div class="day-meter-row">
    <dt>${how.picture}<span>${how.name}</span></dt>
    <dd>
      ${how.words.map((line, n) => html`<span class=${n === 0 ? 'day-figure' : 'day-small'}>${line}</span>`)}${how.change}
    </dd>
  </div>`;
}

/** Heart, purse and jar of a shop, drawn and in figures. */
export function metersView(
  standing: Standing,
  how: { readonly page: DayPage; readonly day: Day; readonly changes: boolean },
): TemplateResult {
  const { page, day, changes } = how;
  const { texts, lang } = page;
  const { meter } = texts;
  const { shop, now, before } = standing;
  const full = fullOf(day);
  const trust = now.heart - (before?.heart ?? 1);
  const points = Math.abs(trust) < 0.0005 ? 0 : trust;
  const earned = now.purse - (before?.purse ?? 0);
  const facts = before ? now.jar - before.jar : 0;
  return html`<dl class="day-meters">
    ${meterRow({
      picture: heart(now.heart, `day-heart-${shop}`),
      name: meter.heart,
      words: [
        meter.trust(formatShare(now.heart, lang)),
        ...(now.left > 0 ? [meter.left(now.left)] : []),
        ...(now.muted > 0 ? [meter.muted(now.muted)] : []),
      ],
      change: changes ? since(points, texts.meter.points(formatPoints(points, lang)), page) : nothing,
    })}
    ${meterRow({
      picture: purse(now.purse, full.purse),
      name: meter.purse,
      words: [meter.profit(formatProfit(now.purse, lang))],
      change: changes ? since(earned, formatProfit(earned, lang), page) : nothing,
    })}
    ${meterRow({
      picture: jar(now.jar),
      name: meter.jar,
      words: [meter.facts(now.jar)],
      change: changes ? since(facts, formatChange(facts, lang), page) : nothing,
    })}
  </dl>`;
}

function whyView(
  name: FrontName,
  how: { readonly standing: Standing; readonly card: DayCardId },
  { texts }: DayPage,
): TemplateResult {
  const { now } = how.standing;
  const sentence = whyOf(name, { outcome: now, card: how.card }, texts);
  if (name !== 'tactful') return html`<p class="day-why">${sentence}</p>`;
  return html`<p class="day-why">
    <q>${sentence}</q> <span class="day-small">${texts.why.engine}: <code>${now.reason}</code></span>
  </p>`;
}

/** A shop with its sign over the door. */
export function frontHead(name: FrontName, how: { readonly page: DayPage; readonly isShut: boolean }): TemplateResult {
  const { name: title, motto } = how.page.texts.front[name];
  return html`${shopFront(name, how)}
    <h3>${title} <span class="day-motto">${motto}</span></h3>`;
}

function answeredFront(
  name: FrontName,
  how: { readonly day: Day; readonly card: DayCardId },
  page: DayPage,
): TemplateResult {
  const { texts, lang } = page;
  const standing = standingAt(how.day, how.card, name);
  if (!standing) return html``;
  const said = saidBy(standing.now, lang);
  const isNow = cardAt(page.state) === how.card;
  return html`<article class="day-front" data-shop=${name} data-speaks=${said !== undefined && isNow ? 'yes' : nothing}>
    ${frontHead(name, { page, isShut: false })}
    ${
      isNow
        ? html`<p class="day-bubble">${said === undefined ? texts.silent : texts.says(said)}</p>
            ${whyView(name, { standing, card: how.card }, page)}
            <p class="day-did">${cameOf(standing.now, texts)}</p>`
        : nothing
    }
    ${metersView(standing, { page, day: how.day, changes: isNow })}
  </article>`;
}

function shutFront(name: FrontName, page: DayPage): TemplateResult {
  return html`<article class="day-front" data-shop=${name}>${frontHead(name, { page, isShut: true })}</article>`;
}

/** The three shops: shut in the morning, then as they stand after the last card that they have answered. */
export function frontsView(page: DayPage): TemplateResult {
  const { texts, state, lang } = page;
  const card = lastOpen(state);
  const day = card && dayOf(state, lang, { withClass: false });
  const isNow = card === cardAt(state);
  return html`<section class="day-fronts" aria-labelledby="day-fronts-title">
    <div class="day-fronts-head">
      <h2 id="day-fronts-title">${texts.fronts}</h2>
      ${card === undefined ? html`<p class="under">${texts.morning}</p>` : nothing}
      ${card !== undefined && !isNow ? html`<p class="under">${texts.waits(texts.card[card].title)}</p>` : nothing}
      ${isNow ? html`<p class="under">${texts.lived(DAY_PEOPLE)} ${texts.synthetic}.</p>` : nothing}
    </div>
    <div class="day-row">
      ${FRONTS.map((name) => (day ? answeredFront(name, { day, card }, page) : shutFront(name, page)))}
    </div>
  </section>`;
}
