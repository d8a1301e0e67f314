import { html, nothing, type TemplateResult } from 'lit';
import type { ConsentStates, Purpose, Tactful } from '../client/index.js';
import { bestLang } from './closest-lang.js';
import type { Texts } from './texts.js';

/** One purpose and its two equal buttons. */
export interface PurposeOptions {
  readonly purpose: Purpose;
  readonly state: ConsentStates[string] | undefined;
  readonly texts: Texts;
  readonly lang: string;
  /** Whether the shopper opened the choices: then the current one is said, and what taking it back does. */
  readonly reopened: boolean;
  readonly onChoose: (choice: 'in' | 'out', event: Event) => void;
}

function said(text: Purpose['why'], lang: string): TemplateResult {
  if (typeof text === 'string') return html`${text}`;
  const best = bestLang(Object.keys(text), lang) ?? '';
  return html`<span lang=${best}>${text[best]}</span>`;
}

/** Both whys of a purpose in words, and the choice. */
export function purposeChoice({ purpose, state, texts, lang, reopened, onChoose }: PurposeOptions): TemplateResult {
  const { consent } = texts;
  return html`<section part="purpose" class="purpose">
    <dl>
      <dt>${consent.shop}</dt>
      <dd>${said(purpose.why, lang)}</dd>
      <dt>${consent.you}</dt>
      <dd>${said(purpose.forShopper, lang)}</dd>
    </dl>
    ${
      reopened
        ? html`<p part="state" class="state">${consent.state[state ?? 'pending']}</p>
            <p class="lesser">${consent.withdrawing}</p>`
        : nothing
    }
    <div class="choice">
      <button part="agree" @click=${(event: Event) => onChoose('in', event)}>${consent.agree}</button>
      <button part="refuse" @click=${(event: Event) => onChoose('out', event)}>${consent.refuse}</button>
    </div>
  </section>`;
}

function keptFor(kept: ReturnType<Tactful['describe']>['retention'][number], { consent, lang }: Texts): string {
  const { what, days, most } = kept;
  const long = days === null ? consent.untilWithdrawn : consent.days(days);
  const rows = most === null ? [] : [consent.most(new Intl.NumberFormat(lang).format(most))];
  return `${consent.kept[what] ?? what}: ${[long, ...rows].join(', ')}`;
}

/** What is kept, for how long, and what is fetched: from the running configuration. */
export function keptDetails(tactful: Tactful, texts: Texts): TemplateResult {
  const { consent } = texts;
  const { purposes, retention, requests, images } = tactful.describe();
  const signals = [...new Set(purposes.flatMap((purpose) => purpose.signals))];
  return html`<details part="details">
    <summary>${consent.details}</summary>
    <div class="kept">
      <p>${images === 'reveal' ? consent.revealed : consent.nowhere}</p>
      <ul>
        ${retention.map((kept) => html`<li>${keptFor(kept, texts)}</li>`)}
      </ul>
      <p id="signals" class="lesser">${consent.signals}</p>
      <ul aria-labelledby="signals">
        ${signals.map((signal) => html`<li>${consent.signal[signal] ?? signal}</li>`)}
      </ul>
      ${
        requests.length === 0
          ? nothing
          : html`<p id="requests" class="lesser">${consent.requests}</p>
              <ul aria-labelledby="requests">
                ${requests.map((request) => html`<li><bdi>${request}</bdi></li>`)}
              </ul>`
      }
    </div>
  </details>`;
}
