import { html, type TemplateResult } from 'lit';
import { decisiveNotes } from './read-wall.js';
import type { WallPage } from './wall-page.js';
import { lineText, stepText, wordCard } from './wall-words.js';

function notesText(numbers: readonly number[], { reading, lang, texts }: WallPage): TemplateResult {
  if (numbers.length === 0) return html`<p>${texts.answers.none}</p>`;
  return html`<ul>
    ${numbers.map((number) => {
      const told = reading.notes[number - 1];
      return html`<li><span class="wall-tag">${number}</span> ${told ? stepText(told.step, lang) : ''}</li>`;
    })}
  </ul>`;
}

const QUESTIONS = 3;

/** Questions about the wall as it hangs there, with the answers that follow from it. */
export function answersView(page: WallPage): TemplateResult {
  const { texts, reading, lang, state } = page;
  const { answers } = texts;
  const standing = reading.cards.filter(({ fate }) => fate !== 'fell');
  const concluded = standing.filter(({ row }) => row.kind === 'conclusion').slice(0, QUESTIONS);
  const refused = standing.filter(({ row }) => row.kind === 'withheld');
  const tied = new Set(standing.flatMap(({ notes }) => notes));
  const loose = reading.notes
    .map(({ number }) => number)
    .filter((one) => !tied.has(one) && !reading.gone.includes(one));
  if (standing.length === 0)
    return html`<section class="wall-answers" id="wall-answers"><p>${answers.nothing}</p></section>`;
  return html`<section class="wall-answers" id="wall-answers" aria-labelledby="wall-answers-title">
    <h3 id="wall-answers-title">${answers.title}</h3>
    <dl>
      ${concluded.map(
        ({ row, notes }) =>
          html`<div>
            <dt>${answers.holds(lineText(wordCard(row, lang).what))}</dt>
            <dd>${notesText(notes, page)}</dd>
          </div>`,
      )}
      <div>
        <dt>${answers.decisive}</dt>
        <dd>${notesText(decisiveNotes(state, lang), page)}</dd>
      </div>
      <div>
        <dt>${answers.loose}</dt>
        <dd>${notesText(loose, page)}</dd>
      </div>
      <div>
        <dt>${answers.refused}</dt>
        <dd>
          ${
            refused.length === 0
              ? html`<p>${answers.noneRefused}</p>`
              : html`<ul>
                  ${refused.map(({ row }) => {
                    const { what, details } = wordCard(row, lang);
                    return html`<li>${[what, ...details.slice(0, 1)].map(lineText).join(' ')}</li>`;
                  })}
                </ul>`
          }
        </dd>
      </div>
    </dl>
  </section>`;
}
