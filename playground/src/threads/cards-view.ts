import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ProfileRow, WithheldReason, WordedLine } from 'tactful/engine';
import type { Card } from './read-cards.js';
import type { WallPage } from './wall-page.js';
import { decimal, percent, piecesOf, stepLabel, subjectTitle, wordCard } from './wall-words.js';

/** A sentence of the engine with the names of the shop set apart. */
export function worded(line: WordedLine): TemplateResult {
  return html`${piecesOf(line).map(({ text, site }) => (site ? html`<bdi class="wall-site">${text}</bdi>` : text))}`;
}

/** Of these, how sure is how much of it is evidence and not a starting guess. */
const FROM_CLICKS: ReadonlySet<string> = new Set(['affinity', 'price', 'rhythm']);

const isOpenEnded = ({ kind, confidence }: ProfileRow): boolean => kind === 'conclusion' && confidence < 1;

/** How sure it is, as a bar and in numbers, beside how sure it was. */
function sureness({ row, was, fate }: Card, { lang, texts }: WallPage): TemplateResult | typeof nothing {
  if (!isOpenEnded(row)) return nothing;
  const now = fate === 'fell' ? 0 : row.confidence;
  const before = was && Math.abs(was.confidence - now) >= 0.005 ? was.confidence : undefined;
  const width = (share: number): string => String(Math.round(100 * share));
  return html`<div class="wall-sure">
    <span>${FROM_CLICKS.has(row.rule) ? texts.cards.known : texts.cards.sure}</span>
    <svg class="wall-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="wall-bar-all" width="100" height="8"></rect>
      ${before === undefined ? nothing : barPart('wall-bar-was', width(before))} ${barPart('wall-bar-now', width(now))}
    </svg>
    <span class="wall-figure"
      >${percent(now, lang)}${before === undefined ? nothing : html` <s>${texts.cards.was(percent(before, lang))}</s>`}</span
    >
  </div>`;
}

function barPart(name: string, width: string): SVGTemplateResult {
  return svg`<rect class=${name} width=${width} height="8"></rect>`;
}

/** How much more than the rest, where that moved. */
function ratioMoved({ row, was, fate }: Card, { lang, texts }: WallPage): TemplateResult | typeof nothing {
  if (!was || fate === 'stands' || fate === 'fell') return nothing;
  const [now, before] = [row.estimate, was.estimate];
  if (now?.unit !== 'ratio' || before?.unit !== 'ratio') return nothing;
  const [after, once] = [decimal(now.value, lang), decimal(before.value, lang)];
  return after === once
    ? nothing
    : html`<span class="wall-moved">× ${after} <s>${texts.cards.was(`× ${once}`)}</s></span>`;
}

function rests({ notes, row }: Card, { reading, lang, texts }: WallPage): TemplateResult {
  const { cards } = texts;
  const lead = row.kind === 'withheld' ? cards.refusedOf(notes.length) : cards.rests(notes.length);
  return html`<div class="wall-rests">
    <span>${lead}</span>
    ${
      notes.length === 0
        ? nothing
        : html`<ul>
            ${notes.map((number) => {
              const told = reading.notes[number - 1];
              return html`<li>
                <span class="wall-tag" aria-hidden="true">${number}</span
                ><span class="wall-tag-name">${told ? stepLabel(told.step, lang) : number}</span>
              </li>`;
            })}
          </ul>`
    }
  </div>`;
}

/** Three kinds of silence: not sure enough, none of the shop's business, and nothing to work it out with. */
const WHY: Readonly<Record<WithheldReason, keyof WallPage['texts']['cards']['withheld']>> = {
  few: 'doubt',
  unsure: 'doubt',
  sensitive: 'alone',
  gift: 'alone',
  not_me: 'alone',
  no_model: 'figures',
  beyond_fit: 'figures',
  not_computable: 'figures',
};

function face(card: Card, page: WallPage): TemplateResult {
  const { lang, texts, deeds } = page;
  const { row, number, name, fate } = card;
  const words = wordCard(row, lang);
  // saying and doing belong side by side
  const shown = row.rule === 'conflict' ? 2 : 1;
  const more = words.details.slice(shown);
  const stamp = row.because ? texts.cards.withheld[WHY[row.because]] : subjectTitle(words, lang);
  return html`<div class="wall-face">
    <div class="wall-kind">
      <span class="wall-stamp">${stamp}</span>
      ${fate === 'stands' ? nothing : html`<span class="wall-fate" data-fate=${fate}>${texts.cards.fate[fate]}</span>`}
      <button
        type="button"
        class="wall-flip"
        aria-label=${`${texts.cards.numbered(number)}: ${texts.cards.back}`}
        @click=${() => deeds.turn(name)}
      >
        ${texts.cards.back}
      </button>
    </div>
    <h4 class="wall-what" tabindex="-1" id=${`card-${name}`}>
      <span class="visually-hidden">${texts.cards.numbered(number)}: </span>${worded(words.what)}
      ${ratioMoved(card, page)}
    </h4>
    ${fate === 'fell' ? nothing : words.details.slice(0, shown).map((line) => html`<p class="wall-detail">${worded(line)}</p>`)}
    ${sureness(card, page)} ${rests(card, page)}
    ${
      fate === 'fell' || more.length === 0
        ? nothing
        : html`<details class="wall-more">
            <summary>${texts.cards.details}</summary>
            ${more.map((line) => html`<p>${worded(line)}</p>`)}
          </details>`
    }
  </div>`;
}

function back({ number, name, notes, fate }: Card, { texts, deeds }: WallPage): TemplateResult {
  return html`<button type="button" class="wall-back" @click=${() => deeds.turn(name)}>
    <span class="wall-question" aria-hidden="true">?</span>
    <span class="wall-back-words">
      <strong>${texts.cards.numbered(number)}</strong>
      <span>${texts.cards.tied(notes.length)}</span>
      <span class="wall-tags" aria-hidden="true"
        >${notes.map((note) => html`<span class="wall-tag">${note}</span>`)}</span
      >
    </span>
    ${fate === 'stands' ? nothing : html`<span class="wall-fate" data-fate=${fate}>${texts.cards.fate[fate]}</span>`}
    <span class="wall-turn">${texts.cards.turn}</span>
  </button>`;
}

const isLit = ({ name, notes }: Card, { lit }: WallPage): boolean =>
  lit !== undefined && ('card' in lit ? lit.card === name : notes.includes(lit.note));

function card(one: Card, page: WallPage): TemplateResult {
  const { open, deeds } = page;
  const { name, row, fate } = one;
  return html`<li
    class="wall-card"
    data-card=${name}
    data-kind=${row.kind}
    data-fate=${fate}
    ?data-open=${open.has(name)}
    ?data-lit=${isLit(one, page)}
    @pointerenter=${() => deeds.follow({ card: name })}
    @pointerleave=${() => deeds.follow(undefined)}
    @focusin=${(event: FocusEvent) => deeds.focus(event, { card: name })}
    @focusout=${() => deeds.follow(undefined)}
  >
    ${open.has(name) ? face(one, page) : back(one, page)}
  </li>`;
}

/** The conclusions, face down until somebody turns them; what was not concluded hangs among them. */
export function cardsView(page: WallPage): TemplateResult {
  const { texts, reading, state, open, deeds } = page;
  const { cards, hidden } = reading;
  const all = cards.every(({ name }) => open.has(name));
  return html`<section class="wall-cards" aria-labelledby="wall-cards-title">
    <header class="wall-head">
      <h3 id="wall-cards-title">${texts.cards.title}</h3>
      <p>${texts.cards.guess}</p>
      <button type="button" class="wall-button" @click=${() => deeds.act({ do: all ? 'hide-all' : 'turn-all' })}>
        ${all ? texts.cards.hideAll : texts.cards.turnAll}
      </button>
    </header>
    <ol class="wall-list">
      ${repeat(
        cards,
        ({ name }) => name,
        (one) => card(one, page),
      )}
    </ol>
    ${
      hidden > 0 || state.more
        ? html`<button
            type="button"
            class="wall-button"
            aria-expanded=${state.more ? 'true' : 'false'}
            @click=${() => deeds.act({ do: 'more' })}
          >
            ${state.more ? texts.cards.fewer : texts.cards.more(hidden)}
          </button>`
        : nothing
    }
  </section>`;
}
