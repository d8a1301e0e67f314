import type { DayCardId } from '@tactful/simulator';
import { html, nothing, type TemplateResult } from 'lit';
import { countVotes, decideVote, MOST_VOTES, VOTES, type Ballot, type Vote } from './ballot.js';
import { clockAt } from './day-clock.js';
import type { DayPage } from './day-page.js';
import { ballotAt, cardAt, DAY_PLACES, isOpen } from './day-state.js';
import { scene } from './scenes.js';

const keyOf = (vote: Vote): string => String(VOTES.indexOf(vote) + 1);

function voteButton(vote: Vote, { page, ballot }: { readonly page: DayPage; readonly ballot: Ballot }): TemplateResult {
  const { texts, state, deeds } = page;
  const count = countVotes(ballot)[vote];
  const closed = isOpen(state, cardAt(state));
  return html`<button
    type="button"
    class="day-vote"
    data-vote=${vote}
    ?disabled=${closed || ballot.length >= MOST_VOTES}
    @click=${() => deeds.act({ do: 'vote', vote })}
  >
    <kbd aria-hidden="true">${keyOf(vote)}</kbd>
    <span class="day-vote-word">${texts.vote[vote]}</span>
    <span class="day-vote-count"
      ><span aria-hidden="true">${count}</span><span class="visually-hidden">: ${texts.votes(count)}</span></span
    >
    <meter class="day-vote-bar" aria-hidden="true" min="0" max=${Math.max(1, ballot.length)} value=${count}></meter>
  </button>`;
}

function standOf(ballot: Ballot, { texts, state }: DayPage): string {
  if (isOpen(state, cardAt(state))) {
    return ballot.length === 0 ? texts.nobodyVoted : texts.classDoes[decideVote(ballot)];
  }
  if (ballot.length >= MOST_VOTES) return texts.full;
  return ballot.length === 0 ? texts.none : texts.rule;
}

function votingView(card: DayCardId, page: DayPage): TemplateResult {
  const { texts, state, deeds } = page;
  const ballot = ballotAt(state, card);
  const open = isOpen(state, card);
  const isLast = DAY_PLACES.indexOf(card) === DAY_PLACES.length - 2;
  const onward = isLast ? texts.toEnd : texts.next;
  return html`<div class="day-voting" role="group" aria-labelledby="day-question">
    <h3 id="day-question">${texts.question}</h3>
    <div class="day-votes">${VOTES.map((vote) => voteButton(vote, { page, ballot }))}</div>
    <p class="day-stand" data-open=${open ? 'yes' : nothing}>${standOf(ballot, page)}</p>
    <div class="day-deeds">
      <button type="button" class="button day-on" @click=${() => deeds.act({ do: 'on' })}>
        ${open ? onward : texts.reveal} <kbd aria-hidden="true">${texts.keyName.space}</kbd>
      </button>
      ${
        open
          ? html`<button type="button" class="wall-button day-again" @click=${() => deeds.act({ do: 'again' })}>
              ${texts.again}
            </button>`
          : html`<button
              type="button"
              class="wall-button day-undo"
              ?disabled=${ballot.length === 0}
              @click=${() => deeds.act({ do: 'undo' })}
            >
              ${texts.undo}
            </button>`
      }
    </div>
  </div>`;
}

/** The card that one stands at: what goes on, and the vote on it. */
export function cardView(card: DayCardId, page: DayPage): TemplateResult {
  const { texts, lang } = page;
  const { title, story, chance } = texts.card[card];
  return html`<section class="day-card" aria-labelledby="day-title" lang=${lang}>
    <div class="day-picture">${scene(card)}</div>
    <div class="day-words">
      <p class="day-when"><time>${clockAt(card)}</time> <span>${texts.of(DAY_PLACES.indexOf(card) + 1)}</span></p>
      <h2 id="day-title" tabindex="-1">${title}</h2>
      <p>${story}</p>
      <p class="day-chance">${chance}</p>
      ${votingView(card, page)}
    </div>
  </section>`;
}
