import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { findProduct } from './till.js';
import { icon } from '../views/icon.js';
import { picture } from '../views/picture.js';
import type { Card } from './read-cards.js';
import { sayingOf, type Receipt } from './read-wall.js';
import type { WallPage } from './wall-page.js';
import { lineText, stepText, wordCard, wordSaying, type Saying } from './wall-words.js';

/** The name under which the offer of tomorrow lies face down among the cards. */
export const TOMORROW = 'tomorrow';

function saying(said: Saying, { texts }: WallPage): TemplateResult {
  const product = said.product === undefined ? undefined : findProduct(said.product);
  const { offer } = texts;
  return html`<div class="wall-saying" data-department=${product?.category[0] ?? nothing}>
    ${product ? html`<span class="tile tile-small">${picture(product.picture)}</span>` : nothing}
    <div>
      <p class="wall-saying-title">${said.title ?? offer.nothing}</p>
      <p>${said.title === undefined ? offer.stands : said.text}</p>
      <p class="wall-why"><strong>${offer.because}</strong> ${said.reasons.join(' ')}</p>
    </div>
  </div>`;
}

/** What the shop would say tomorrow: face down as the cards are, and beside what it would have said. */
export function offerView(page: WallPage): TemplateResult {
  const { texts, reading, lang, open, deeds } = page;
  const { offer } = texts;
  const { log, whole, left, receipt } = reading;
  const isOpen = open.has(TOMORROW);
  const now = wordSaying(left.tomorrow, { log, lang });
  const before = wordSaying(whole.tomorrow, { log, lang });
  const moved = sayingOf(whole) !== sayingOf(left);
  const shown = html`${
      receipt
        ? html`<p class="wall-moves" data-moved=${moved ? 'yes' : 'no'}>
            ${
              moved
                ? html`<span>${offer.changes}</span> <s>${offer.before}: ${before.title ?? offer.nothing}</s>`
                : html`<span>${offer.stays}</span>`
            }
          </p>`
        : nothing
    }
    ${saying(now, page)}
    <button
      type="button"
      class="wall-flip"
      aria-label=${`${offer.title}: ${texts.cards.back}`}
      @click=${() => deeds.turn(TOMORROW)}
    >
      ${texts.cards.back}
    </button>`;
  return html`<section class="wall-offer" aria-labelledby="wall-offer-title" ?data-open=${isOpen} data-card=${TOMORROW}>
    <h3 id="wall-offer-title" tabindex="-1">${offer.title}</h3>
    ${
      isOpen
        ? shown
        : html`<button type="button" class="wall-back" @click=${() => deeds.turn(TOMORROW)}>
            <span class="wall-question" aria-hidden="true">?</span>
            <span class="wall-back-words"><span>${offer.guess}</span></span>
            <span class="wall-turn">${texts.cards.turn}</span>
          </button>`
    }
  </section>`;
}

/** A card is named on the receipt only once the class has turned it. */
function cardText({ row, name, number }: Card, { lang, open, texts }: WallPage): string {
  return open.has(name) ? lineText(wordCard(row, lang).what) : texts.receipt.hidden(number);
}

function changed(
  lines: { readonly title: string; readonly cards: readonly Card[] },
  page: WallPage,
): TemplateResult | typeof nothing {
  const { title, cards } = lines;
  if (cards.length === 0) return nothing;
  return html`<div>
    <dt>${title}</dt>
    ${cards.map((card) => html`<dd>${cardText(card, page)}</dd>`)}
  </div>`;
}

function receiptView(receipt: Receipt, page: WallPage): TemplateResult {
  const { texts, reading, lang } = page;
  const { log, whole, left } = reading;
  const { removed, rows, fell, weaker, stronger, fresh, proven } = receipt;
  const title = ({ title: words }: Saying): string => words ?? texts.offer.nothing;
  const before = title(wordSaying(whole.tomorrow, { log, lang }));
  const after = title(wordSaying(left.tomorrow, { log, lang }));
  const quiet = fell.length + weaker.length + stronger.length + fresh.length === 0;
  const parts = texts.receipt;
  return html`<div class="wall-slip">
    <section class="wall-receipt" id="wall-receipt" aria-labelledby="wall-receipt-title" tabindex="-1">
      <h3 id="wall-receipt-title">${parts.title}</h3>
      <dl>
        <div>
          <dt>${parts.removed}</dt>
          ${removed.map(({ number, step }) => html`<dd><span class="wall-tag">${number}</span> ${stepText(step, lang)}</dd>`)}
          <dd class="wall-small">${parts.rows(rows)}</dd>
        </div>
        ${changed({ title: parts.fell, cards: fell }, page)} ${changed({ title: parts.weaker, cards: weaker }, page)}
        ${changed({ title: parts.stronger, cards: stronger }, page)}
        ${changed({ title: parts.fresh, cards: fresh }, page)}
        ${quiet ? html`<div><dt>${parts.nothing}</dt></div>` : nothing}
        <div>
          <dt>${parts.offer}</dt>
          ${
            sayingOf(whole) === sayingOf(left)
              ? html`<dd>${after}</dd>
                  <dd class="wall-small">${texts.offer.stays}</dd>`
              : html`<dd><s>${before}</s></dd>
                  <dd><span aria-hidden="true">→</span> ${after}</dd>`
          }
        </div>
      </dl>
      <p class="wall-proof" data-proven=${proven ? 'yes' : 'no'}>
        <strong>${proven ? html`<span aria-hidden="true">✓</span> ${parts.proven}` : parts.unproven}</strong>
        ${proven ? html`<span>${parts.how}</span>` : nothing}
      </p>
    </section>
  </div>`;
}

/** The bin with what is in it, and the receipt that slides out of it. */
export function binView(page: WallPage): TemplateResult {
  const { texts, reading, lang, deeds, dragged } = page;
  const { gone, notes, receipt } = reading;
  const { bin } = texts;
  return html`<div class="wall-bin-and-slip">
    <section class="wall-bin" aria-labelledby="wall-bin-title" ?data-wanted=${dragged !== undefined}>
      <h3 id="wall-bin-title">${icon('bin')} ${bin.title}</h3>
      ${
        gone.length === 0 || dragged !== undefined
          ? html`<p class="wall-small">${dragged === undefined ? bin.empty : bin.drop}</p>`
          : nothing
      }
      <ul>
        ${gone.map((number) => {
          const told = notes[number - 1];
          return html`<li>
            <span class="wall-tag">${number}</span>
            <span>${told ? stepText(told.step, lang) : ''}</span>
            <button
              type="button"
              class="wall-flip"
              aria-label=${bin.putBack(number)}
              @click=${() => deeds.putBack(number)}
            >
              ${bin.back}
            </button>
          </li>`;
        })}
      </ul>
      ${gone.length === 0 ? nothing : html`<button type="button" class="wall-button wall-undo" @click=${deeds.undo}>${bin.undo}</button>`}
    </section>
    ${receipt ? keyed(gone.join(), receiptView(receipt, page)) : nothing}
  </div>`;
}
