import {
  html,
  LitElement,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { ErasureCard } from './erasure-card.js';
import { LENS_COLOURS } from './lens-colours.js';
import { lensFormat } from './lens-format.js';
import type { LensSource } from './lens-source.js';
import { LensTextsController } from './lens-texts-controller.js';
import { receiptFile, receiptLines, watchLines } from './receipt-file.js';
import { RECEIPT_STYLES } from './receipt-styles.js';
import { saveFile } from './save-file.js';
import { WatchController, type Watched } from './watch-controller.js';

/**
 * The receipt of an erasure: how much was removed, when, how thoroughly, and whether anything has come back. It can be saved
 * as a file. While it is in the page it looks again every five seconds, for ten minutes.
 *
 * @attr lang - BCP 47; Dutch for `nl`, else English. Without it the language of the page around it.
 * @fires tactful-receipt-closed - the shopper has put it away; whoever placed it takes it off the page.
 * @cssprop --tactful-lens-font - the font; default the system's.
 */
export class TactfulReceipt extends LitElement {
  static override properties: PropertyDeclarations = {
    card: { attribute: false },
    source: { attribute: false },
    saved: { state: true },
  };
  /** The element's own styles. */
  static override styles: CSSResult[] = [LENS_COLOURS, RECEIPT_STYLES];

  /** What was erased. Another card begins to watch anew. */
  declare card: ErasureCard | undefined;
  /** Where to look for what may have come back. */
  declare source: LensSource | undefined;
  declare private saved: string;
  readonly #words: LensTextsController = new LensTextsController(this);
  readonly #watch: WatchController = new WatchController(this);
  #wantsFocus = false;

  constructor() {
    super();
    this.card = undefined;
    this.source = undefined;
    this.saved = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('card') && !changed.has('source')) return;
    this.saved = '';
    this.#watch.use(this.card, this.source);
  }

  /** Puts the focus on its heading, as soon as that is there. */
  override focus(): void {
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const heading = this.renderRoot.querySelector<HTMLElement>('h3');
    if (!this.#wantsFocus || !heading) return;
    this.#wantsFocus = false;
    heading.focus();
  }

  #save(): void {
    const words = this.#words.texts?.words;
    if (!this.card || !words) return;
    const file = receiptFile(this.card, { words, format: lensFormat(words.lang), watched: this.#watch.watched });
    saveFile(file.name, file);
    this.saved = words.card.saved(file.name);
  }

  #renderWatch({ back }: Watched, [answer = '', ...more]: readonly string[]): TemplateResult {
    const words = this.#words.texts?.words;
    return html`<div class="watch" ?data-back=${back > 0}>
      <p>${words?.card.watch}</p>
      <p class="answer" role="status">${answer}</p>
      ${more.map((line) => html`<p>${line}</p>`)}
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.#words.texts?.words;
    const { card } = this;
    if (!card || !words) return nothing;
    const format = lensFormat(words.lang);
    const { watched } = this.#watch;
    return html`<article lang=${words.lang} aria-labelledby="receipt-title">
      <h3 id="receipt-title" tabindex="-1">${words.card.title}</h3>
      <dl>
        ${receiptLines(card, words, format).map(
          ([name, said]) =>
            html`<dt>${name}</dt>
              ${said.map((one) => html`<dd>${one}</dd>`)}`,
        )}
      </dl>
      ${this.#renderWatch(watched, watchLines(watched, words, format))}
      <p class="note">${words.card.note}</p>
      <p class="tools">
        <button
          class="main"
          data-do="save"
          @click=${() => {
            this.#save();
          }}
        >
          ${words.card.save}
        </button>
        <button
          data-do="close"
          @click=${() => {
            this.dispatchEvent(new CustomEvent('tactful-receipt-closed'));
          }}
        >
          ${words.card.close}
        </button>
      </p>
      <p class="note" role="status">${this.saved}</p>
    </article>`;
  }
}
