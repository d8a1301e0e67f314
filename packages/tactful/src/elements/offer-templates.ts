import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../client/index.js';
import type { OfferView } from './offer-view.js';
import type { Texts } from './texts.js';

/** The two answers that take an offer away for longer than now. */
export type Answer = 'not_for_me' | 'never';

/** What a card needs besides what it shows. */
export interface CardOptions {
  readonly view: OfferView;
  readonly texts: Texts;
  readonly decisionId: string;
  readonly scope: string | undefined;
  readonly onLink: (event: MouseEvent) => void;
  readonly onNotNow: () => void;
  readonly onAnswer: (answer: Answer) => void;
}

/** The card of an offer. */
export function card({ view, texts, decisionId, scope, onLink, onNotNow, onAnswer }: CardOptions): TemplateResult {
  const { offer, lang } = texts;
  const { title, text, way, link, image } = view;
  return html`<article part="card" class="card surface" tabindex="-1" aria-labelledby="title">
    ${
      typeof image === 'string'
        ? html`<img part="image" alt="" crossorigin referrerpolicy="no-referrer" loading="lazy" src=${image} />`
        : image
    }
    <div class="said">
      <div class="top" lang=${lang}>
        <span part="label" class="label">${offer.picked}</span>
        <button part="close" aria-label=${offer.notNow} title=${offer.notNow} @click=${onNotNow}>×</button>
      </div>
      <p part="title" class="title" id="title" lang=${view.lang}>${title}</p>
      ${text === undefined ? nothing : html`<p part="text" class="text" lang=${view.lang}>${text}</p>`}
      ${way === undefined ? nothing : html`<p part="way" class="text" lang=${view.lang}>${way}</p>`}
      <div class="row">
        ${
          link === undefined
            ? nothing
            : html`<a part="action" href=${link.href} lang=${view.lang} @click=${onLink} @auxclick=${onLink}
                >${link.label}</a
              >`
        }
        <tactful-why .decision=${decisionId} .scope=${scope}></tactful-why>
        <div lang=${lang}>
          <button part="answer" class="quiet" @click=${() => onAnswer('not_for_me')}>${offer.notForMe}</button>
          <button part="answer" class="quiet" @click=${() => onAnswer('never')}>${offer.never}</button>
        </div>
      </div>
    </div>
  </article>`;
}

/** What became of an answer, and the way back. */
export function note(
  texts: Texts,
  shown: { answer: Answer; receipt: Receipt; failed: boolean; onUndo: () => void },
): TemplateResult {
  const { offer, lang } = texts;
  const { answer, receipt, failed, onUndo } = shown;
  const said = failed ? offer.undoFailed : receipt.kept ? offer.answered[answer] : offer.notKept;
  return html`<div part="note" class="note surface" tabindex="-1" lang=${lang}>
    <p>${said}</p>
    <button part="undo" class="quiet" @click=${onUndo}>${offer.undo}</button>
  </div>`;
}
