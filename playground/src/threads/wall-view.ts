import { html, nothing, type TemplateResult } from 'lit';
import { answersView } from './answers-view.js';
import { binView, offerView } from './bin-view.js';
import { cardsView } from './cards-view.js';
import { notesView } from './notes-view.js';
import { openWall } from './wall-state.js';
import { wallQuery } from './wall-address.js';
import type { WallPage } from './wall-page.js';
import { WALKS, type WalkName } from './walks.js';

const hrefOf = (walk: WalkName | 'own', { lang }: WallPage): string => `#/threads?${wallQuery(openWall(walk), lang)}`;

/** Who can be followed: oneself, or somebody who was prepared. */
export function walksView(page: WallPage): TemplateResult {
  const { texts, state } = page;
  const choice = (walk: WalkName | 'own', words: { readonly title: string; readonly story: string }): TemplateResult =>
    html`<li>
      <a href=${hrefOf(walk, page)} aria-current=${state.walk === walk ? 'true' : nothing}>
        <strong>${words.title}</strong><span>${words.story}</span>
      </a>
    </li>`;
  return html`<nav class="walks" aria-labelledby="walks-title">
    <h2 id="walks-title">${texts.choose}</h2>
    <ul>
      ${choice('own', { title: texts.own, story: texts.ownStory })}
      ${WALKS.map((walk) => choice(walk, texts.walk[walk]))}
    </ul>
  </nav>`;
}

/** How to run it in class. */
export function teacherView({ texts }: WallPage): TemplateResult {
  return html`<section class="teacher" aria-labelledby="teacher-title">
    <h2 id="teacher-title">${texts.teacher.title}</h2>
    <ol>
      ${texts.teacher.steps.map((step) => html`<li>${step}</li>`)}
    </ol>
  </section>`;
}

function nextWalk({ state }: WallPage): WalkName | 'own' {
  if (state.walk === 'own') return 'own';
  return WALKS[(WALKS.indexOf(state.walk) + 1) % WALKS.length] ?? 'gardener';
}

function tools(page: WallPage): TemplateResult {
  const { texts, state, deeds } = page;
  const next = nextWalk(page);
  return html`<div class="wall-tools">
    <a class="wall-button" href=${hrefOf(next, page)}>${next === 'own' ? texts.again : texts.next}</a>
    <button type="button" class="wall-button" @click=${deeds.copyLink}>${texts.copy}</button>
    <button
      type="button"
      class="wall-button"
      aria-expanded=${state.answers ? 'true' : 'false'}
      @click=${() => deeds.act({ do: 'answers' })}
    >
      ${state.answers ? texts.answers.hide : texts.answers.show}
    </button>
  </div>`;
}

function emptyView(page: WallPage): TemplateResult {
  const { texts, reading } = page;
  const { empty } = texts;
  const never = reading.notes.length === 0;
  return html`<section class="wall-empty">
    <h3>${never ? empty.title : empty.gone}</h3>
    <p>${never ? empty.text : empty.goneText}</p>
    ${never ? html`<a class="button" href=${hrefOf('own', page)}>${empty.again}</a>` : nothing}
  </section>`;
}

function board(page: WallPage): TemplateResult {
  const { reading } = page;
  const nothingLeft = reading.notes.length === reading.gone.length;
  if (reading.notes.length === 0) return html`<div class="wall-board wall-board-empty">${emptyView(page)}</div>`;
  return html`<div class="wall-board">
    <div class="wall-strings" aria-hidden="true"></div>
    ${notesView(page)}
    <div class="wall-middle">${nothingLeft ? emptyView(page) : nothing} ${cardsView(page)}</div>
    <div class="wall-side">${offerView(page)} ${binView(page)}</div>
  </div>`;
}

/** The wall: what happened, what follows from it, what the shop would do tomorrow, and the bin. */
export function wallView(page: WallPage): TemplateResult {
  const { texts, state, reading, deeds } = page;
  const { receipt } = reading;
  const words = state.walk === 'own' ? { title: texts.own, story: undefined } : texts.walk[state.walk];
  const last = reading.gone[reading.gone.length - 1];
  return html`<section class="wall" aria-labelledby="wall-title">
    <div class="wall-top">
      <div>
        <h2 id="wall-title" tabindex="-1">${words.title}</h2>
        ${words.story === undefined ? nothing : html`<p class="under">${words.story}</p>`}
      </div>
      ${tools(page)}
    </div>
    ${board(page)}
    <p class="threads-private">${texts.private}</p>
    ${
      receipt && last !== undefined
        ? html`<p class="wall-toast">
            <span>${texts.said.dropped(last, receipt.fell.length)}</span>
            <button type="button" class="wall-button" @click=${deeds.seeReceipt}>${texts.said.seeReceipt}</button>
            <button type="button" class="wall-button" @click=${deeds.undo}>${texts.bin.undo}</button>
          </p>`
        : nothing
    }
    ${state.answers ? answersView(page) : nothing}
  </section>`;
}
