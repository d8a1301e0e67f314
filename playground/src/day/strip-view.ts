import { html, nothing, type TemplateResult } from 'lit';
import { clockAt } from './day-clock.js';
import type { DayPage } from './day-page.js';
import { ballotAt, DAY_PLACES, isOpen, type DayPlace } from './day-state.js';
import { scene } from './scenes.js';
import { placeTitle } from './texts.js';

function placeButton(place: DayPlace, { texts, state, deeds }: DayPage): TemplateResult {
  const card = place === 'end' ? undefined : place;
  const count = ballotAt(state, card).length;
  const open = isOpen(state, card);
  const note = open ? texts.stateOpen : count > 0 ? texts.stateVoted(count) : '';
  return html`<li>
    <button
      type="button"
      class="day-place"
      data-place=${place}
      data-open=${open ? 'yes' : nothing}
      aria-current=${state.at === place ? 'step' : nothing}
      @click=${() => deeds.act({ do: 'go', to: place })}
    >
      <span class="day-place-picture"
        >${card ? scene(card) : html`<span class="day-place-end" aria-hidden="true"></span>`}</span
      >
      <span class="day-place-title">${placeTitle(place, texts)}</span>
      <span class="day-place-note">${card ? clockAt(card) : nothing}${note === '' ? nothing : html` · ${note}`}</span>
    </button>
  </li>`;
}

/** All nine cards small, and the end; each goes there. */
export function stripView(page: DayPage): TemplateResult {
  const { texts, state, deeds } = page;
  const step = (way: 'back' | 'next', key: 'left' | 'right'): TemplateResult =>
    html`<button
      type="button"
      class="day-step"
      data-way=${way}
      ?disabled=${state.at === (way === 'back' ? DAY_PLACES[0] : 'end')}
      aria-label=${way === 'back' ? texts.back : texts.next}
      @click=${() => deeds.act({ do: way })}
    >
      <span aria-hidden="true">${texts.keyName[key]}</span>
    </button>`;
  return html`<nav class="day-strip" aria-label=${texts.strip}>
    ${step('back', 'left')}
    <ol>
      ${DAY_PLACES.map((place) => placeButton(place, page))}
    </ol>
    ${step('next', 'right')}
  </nav>`;
}
