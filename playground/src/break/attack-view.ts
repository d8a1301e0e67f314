import { html, nothing, type TemplateResult } from 'lit';
import type { Attack } from './attacks.js';
import { barView } from './bar-view.js';
import type { BreakPage } from './break-page.js';
import { droppedOf, otherTallyOf, tallyOf, type Run } from './tally.js';
import { verdictOf } from './verdict.js';

function outcome(run: Run, { found, texts }: BreakPage): TemplateResult {
  const { held, ours, other, more } = verdictOf(run, found, texts);
  const tally = tallyOf([run], found);
  const otherWay = otherTallyOf([run], found);
  return html`<div class="break-outcome">
    <p class="break-verdict" data-held=${String(held)}>${ours}</p>
    ${more === undefined ? nothing : html`<p class="break-more">${more}</p>`}
    <p class="break-other">${other}</p>
    ${
      run.attack === 'beacon'
        ? nothing
        : html`${barView(texts.barOurs, { found: tally.found, told: droppedOf(tally), lost: tally.lost }, texts)}
          ${barView(texts.barOther, { found: otherWay.found, told: 0, lost: otherWay.lost }, texts)}`
    }
  </div>`;
}

function underWay(attack: Attack, { under, texts }: BreakPage): TemplateResult | typeof nothing {
  if (under?.do !== 'attack' || under.attack !== attack) return nothing;
  const { step, done, of } = under;
  return html`<p class="break-progress">
    <progress max=${of} value=${done} aria-label=${texts.steps[step]}></progress>
    <span>${texts.steps[step]}${step === 'attack' && of > 3 ? html`, ${texts.step(done + 1, of)}` : nothing} …</span>
  </p>`;
}

/** One attack: what will happen, the button, and what came of it the last time. */
export function attackView(attack: Attack, page: BreakPage): TemplateResult {
  const { texts, runs, under, deeds } = page;
  const { title, text, act } = texts.attacks[attack];
  const last = runs.filter((run) => run.attack === attack).at(-1);
  const press = (): void => {
    deeds.attack(attack);
  };
  return html`<li class="break-attack" data-attack=${attack}>
    <h3 id="break-${attack}">${title}</h3>
    <p>${text}</p>
    <p>
      <button
        type="button"
        class="break-button"
        aria-disabled=${String(under !== undefined)}
        aria-describedby="break-${attack}"
        @click=${press}
      >
        ${last ? texts.again : act}
      </button>
    </p>
    ${underWay(attack, page)} ${last ? outcome(last, page) : nothing}
  </li>`;
}
