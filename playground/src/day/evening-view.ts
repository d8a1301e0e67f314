import type { Day } from '@tactful/simulator';
import { html, type TemplateResult } from 'lit';
import type { DayPage } from './day-page.js';
import { classVotes } from './day-state.js';
import { frontHead, metersView } from './fronts-view.js';
import { DAY_PEOPLE, dayOf, FRONTS, outcomeOf, standingAt } from './read-standing.js';
import type { FrontName } from './texts.js';

function eveningFront(name: FrontName, day: Day, page: DayPage): TemplateResult {
  const standing = standingAt(day, 'tellMe', name);
  if (!standing) return html``;
  const spoke = day.moments.filter((moment) => outcomeOf(moment, name)?.speaks).length;
  return html`<article class="day-front" data-shop=${name}>
    ${frontHead(name, { page, isShut: false })}
    <p class="day-did">${page.texts.evening.spoke(spoke)}</p>
    ${metersView(standing, { page, day, changes: false })}
  </article>`;
}

/** How the day ended for the three shops and, as a fourth, the class. */
export function eveningView(page: DayPage): TemplateResult {
  const { texts, state, lang } = page;
  const votes = Object.values(classVotes(state));
  const day = dayOf(state, lang, { withClass: true });
  const speak = votes.filter((vote) => vote === 'speak').length;
  return html`<section class="day-fronts day-evening" aria-labelledby="day-title">
    <div class="day-fronts-head">
      <h2 id="day-title" tabindex="-1">${texts.evening.title}</h2>
      <p class="under">
        ${votes.length === 0 ? texts.evening.noVotes : texts.evening.lead(votes.length, speak)}
        ${texts.lived(DAY_PEOPLE)} ${texts.synthetic}.
      </p>
    </div>
    <div class="day-row">${[...FRONTS, 'class' as const].map((name) => eveningFront(name, day, page))}</div>
  </section>`;
}
