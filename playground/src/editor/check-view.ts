import type { Finding } from '@tactful/simulator';
import { html, nothing, type TemplateResult } from 'lit';
import { offersOf } from './draft.js';
import type { EditorPage } from './editor-page.js';
import { findingWords } from './finding-words.js';
import { titleOf } from './list-view.js';
import { shownValue } from './shown-value.js';

const MOST_SHOWN = 100;

const code = ({ path, found, fix, rule }: Finding): TemplateResult =>
  html`<code lang="en" dir="ltr">${path}: ${found}; should be: ${fix} [${rule}]</code>`;

function everything(page: EditorPage): TemplateResult {
  const { check, texts, lang, history, deeds } = page;
  const offers = offersOf(history.now.catalog);
  const placed = [...check.byOffer].flatMap(([index, list]) => list.map((each) => ({ index, ...each })));
  const left = check.whole.length + placed.length - MOST_SHOWN;
  return html`<ul class="editor-all" id="editor-all">
    ${check.whole.map(
      (finding) =>
        html`<li data-level=${finding.level}>
          <strong>${texts.check.whole}</strong>
          <span>${findingWords(finding, lang)}</span>
          ${code(finding)}
        </li>`,
    )}
    ${placed.slice(0, MOST_SHOWN).map(({ index, place, finding }) => {
      const offer = offers[index] ?? {};
      const name = titleOf(offer, page);
      return html`<li data-level=${finding.level}>
        <button
          type="button"
          class="link-button"
          title=${texts.check.go(name)}
          @click=${() => {
            deeds.goTo(index, place);
          }}
        >
          ${name} <span class="editor-id" dir="ltr">${shownValue(offer['id'])}</span>
        </button>
        <span><span class="visually-hidden">${texts[finding.level]}: </span>${findingWords(finding, lang)}</span>
        ${code(finding)}
      </li>`;
    })}
    ${left > 0 ? html`<li>${texts.check.more(left)}</li>` : nothing}
  </ul>`;
}

/** What the check found over all: how much, how many offers can be used, and all of it for whoever asks. */
export function checkView(page: EditorPage): TemplateResult {
  const { check, texts, history, choices, deeds } = page;
  const all = offersOf(history.now.catalog).length;
  const total = check.errors + check.warnings;
  const level = check.errors > 0 ? 'error' : check.warnings > 0 ? 'warning' : 'clean';
  return html`<section class="editor-check" data-level=${level} aria-labelledby="editor-check-title">
    <div class="editor-check-line">
      <h2 id="editor-check-title">${texts.check.title}</h2>
      <p class="editor-total">
        ${total === 0 ? texts.check.clean : html`<b>${texts.errors(check.errors)}</b>, ${texts.warnings(check.warnings)}.`}
        ${all > 0 ? texts.check.usable(Math.min(check.usable, all), all) : nothing}
      </p>
      ${
        total === 0
          ? nothing
          : html`<button
              type="button"
              class="link-button"
              aria-expanded=${choices.allFound ? 'true' : 'false'}
              aria-controls="editor-all"
              @click=${() => {
                deeds.choose({ allFound: !choices.allFound });
              }}
            >
              ${choices.allFound ? texts.check.hide : texts.check.show}
            </button>`
      }
    </div>
    ${choices.allFound && total > 0 ? everything(page) : nothing}
  </section>`;
}
