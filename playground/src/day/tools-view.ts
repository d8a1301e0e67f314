import { html, type TemplateResult } from 'lit';
import { readSeed } from './day-address.js';
import type { DayPage } from './day-page.js';
import { LARGEST_SEED } from './day-state.js';

/** In which of the two worlds the day is lived, and the way into the other. */
export function worldView({ texts, state, deeds }: DayPage): TemplateResult {
  const { world } = texts;
  return html`<section class="day-world" data-world=${state.world} aria-labelledby="day-world-title">
    <h2 id="day-world-title"><span class="visually-hidden">${world.title}: </span>${world.name[state.world]}</h2>
    <p>${world[state.world]}</p>
    <button type="button" class="wall-button day-flip" @click=${() => deeds.act({ do: 'world' })}>
      ${world.flip[state.world]} <kbd aria-hidden="true">T</kbd>
    </button>
  </section>`;
}

/** Seed, link, keys, and a new morning. */
export function toolsView({ texts, state, deeds, keys }: DayPage): TemplateResult {
  const changeSeed = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const seed = readSeed(target.value);
    if (seed === undefined) target.value = String(state.seed);
    else deeds.act({ do: 'seed', seed });
  };
  return html`<section class="day-tools" aria-label=${texts.tools}>
    <label class="day-seed"
      >${texts.seed}
      <input
        type="number"
        min="1"
        max=${LARGEST_SEED}
        step="1"
        .value=${String(state.seed)}
        aria-describedby="day-seed-hint"
        @change=${changeSeed}
    /></label>
    <span id="day-seed-hint" class="day-small">${texts.seedHint}</span>
    <label class="day-keys"
      ><input
        type="checkbox"
        .checked=${keys}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) deeds.useKeys(target.checked);
        }}
      />${texts.keys}</label
    >
    <span class="day-tool-buttons">
      <button type="button" class="wall-button day-copy" @click=${deeds.copyLink}>${texts.copy}</button>
      <button type="button" class="wall-button day-restart" @click=${() => deeds.act({ do: 'restart' })}>
        ${texts.restart}
      </button>
    </span>
  </section>`;
}

/** How to run it in class. */
export function teacherView({ texts }: DayPage): TemplateResult {
  return html`<section class="teacher day-teacher" aria-labelledby="day-teacher-title">
    <h2 id="day-teacher-title">${texts.teacher.title}</h2>
    <ol>
      ${texts.teacher.steps.map((step) => html`<li>${step}</li>`)}
    </ol>
  </section>`;
}
