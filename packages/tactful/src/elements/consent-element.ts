import { html, LitElement, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { onConsentOpen, type Purpose, type Tactful } from '../client/index.js';
import { consentStyles } from './consent-styles.js';
import { keptDetails, purposeChoice } from './consent-templates.js';
import { InstanceController } from './instance-controller.js';
import { surfaceStyles } from './surface-styles.js';
import { TextsController } from './texts-controller.js';
import type { Texts } from './texts.js';

type View =
  | { readonly kind: 'away' }
  /** It showed itself, or the shopper opened it; `failed` when the last choice could not be stored. */
  | { readonly kind: 'asking' | 'opened'; readonly failed: boolean }
  | { readonly kind: 'done'; readonly choice: 'in' | 'out' };

const AWAY: View = { kind: 'away' };

/** Where the focus really is, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/**
 * Asks for consent without blocking anything, and is where it is changed or taken back.
 *
 * It shows itself only while a purpose has never been chosen about and none was refused; `tactful.consent.open()` opens it from
 * anywhere, also to withdraw. Agreeing and refusing are equal buttons, one pair for every purpose. "Later" and Escape close it
 * without a choice: it asks again on the next page. It takes the focus only when the shopper opened it.
 *
 * @example
 * ```html
 * <tactful-consent></tactful-consent>
 * ```
 *
 * @slot how - How these choices are found again on this site, said after a choice.
 * @attr scope - Which instance of tactful on the page; default `default`. Read when the element enters the page.
 * @attr inline - Shown where it stands in the page instead of in the corner.
 * @fires tactful-consent - The shopper chose and the choice is stored; `detail` is `{ purpose, state }`. Bubbles, composed.
 * @csspart sheet - The region.
 * @csspart title - Its heading.
 * @csspart later - Closes without a choice.
 * @csspart purpose - One purpose.
 * @csspart state - The current choice, when it was opened by the shopper.
 * @csspart agree - Agrees to a purpose.
 * @csspart refuse - Refuses it, or takes it back.
 * @csspart details - What is kept, and for how long.
 * @csspart done - What is said after a choice.
 * @cssprop --tactful-consent-layer - The `z-index`; default 1000.
 * @cssprop --tactful-surface - Background; default `Canvas`.
 * @cssprop --tactful-text - Text and the buttons' border; default `CanvasText`.
 * @cssprop --tactful-muted - Lesser text.
 * @cssprop --tactful-border - Border.
 * @cssprop --tactful-radius - Rounding; default `0.75rem`.
 */
export class TactfulConsent extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = {
    scope: {},
    inline: { type: Boolean, reflect: true },
    view: { state: true },
  };

  /** The styles inside the shadow root, for Lit. */
  static override styles: CSSResultGroup = [surfaceStyles, consentStyles];

  /** Which instance of tactful on the page; `undefined` is the default one. */
  declare scope: string | undefined;
  /** Whether it is shown where it stands in the page. */
  declare inline: boolean;

  declare private view: View;
  readonly #texts = new TextsController(this);
  readonly #instance = new InstanceController(this, (tactful) => this.#follow(tactful));
  #cameFrom: Element | null = null;
  #choosing = false;

  constructor() {
    super();
    this.inline = false;
    this.view = AWAY;
    this.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'Escape' && !defaultPrevented) this.#close();
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view } = this;
    const { texts } = this.#texts;
    const tactful = this.#instance.current;
    if (!texts || !tactful || view.kind === 'away') return nothing;
    const { consent, lang } = texts;
    const asked = view.kind !== 'done';
    const close = view.kind === 'asking' ? consent.later : consent.close;
    return html`<div part="sheet" class="sheet surface" role="region" aria-labelledby="title" lang=${lang}>
      <div class="top">
        <h2 part="title" id="title" tabindex="-1">${consent.title}</h2>
        <button part="later" class="quiet" @click=${() => this.#close()}>${close}</button>
      </div>
      <div role="status">
        ${
          asked
            ? nothing
            : html`<div part="done">
                <p>${consent.done[view.choice]}</p>
                <p class="lesser"><slot name="how">${consent.change}</slot></p>
              </div>`
        }
        ${asked && view.failed ? html`<p>${consent.failed}</p>` : nothing}
      </div>
      ${asked ? this.#question(tactful, texts) : nothing}
    </div>`;
  }

  #question(tactful: Tactful, texts: Texts): TemplateResult {
    const reopened = this.view.kind === 'opened';
    const states = tactful.consent.get();
    const purposes = this.#asked(tactful).filter(({ id }) => reopened || (states[id] ?? 'pending') === 'pending');
    return html`${purposes.map((purpose) =>
      purposeChoice({
        purpose,
        state: states[purpose.id],
        texts,
        lang: this.#texts.lang,
        reopened,
        onChoose: (choice, event) => void this.#choose(purpose, { choice, event }),
      }),
    )}
    ${keptDetails(tactful, texts)}`;
  }

  #asked({ purposes }: Tactful): readonly Purpose[] {
    return purposes.filter(({ basis }) => basis === 'consent');
  }

  #pending(tactful: Tactful): boolean {
    const states = tactful.consent.get();
    return this.#asked(tactful).some(({ id }) => (states[id] ?? 'pending') === 'pending');
  }

  #follow(tactful: Tactful): () => void {
    const ask = (): void => {
      const refused = this.#asked(tactful).some(({ id }) => tactful.consent.get()[id] === 'out');
      if (this.isConnected && this.view === AWAY && !refused && this.#pending(tactful))
        this.view = { kind: 'asking', failed: false };
    };
    // Until the store has been read, everything looks as if it had never been chosen.
    tactful.ready.then(ask, () => undefined);
    const stops = [
      onConsentOpen(tactful, () => this.#open()),
      tactful.on('consent', () => {
        // Chosen in another tab, or by the page.
        if (this.view.kind === 'asking' && !this.#choosing && !this.#pending(tactful)) this.view = AWAY;
        this.requestUpdate();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  #open(): void {
    this.#cameFrom = focused();
    this.view = { kind: 'opened', failed: false };
    void this.#focusTitle();
  }

  #close(): void {
    const inside = this.matches(':focus-within');
    this.view = AWAY;
    if (inside && this.#cameFrom instanceof HTMLElement) this.#cameFrom.focus();
    this.#cameFrom = null;
  }

  async #choose(purpose: Purpose, made: { choice: 'in' | 'out'; event: Event }): Promise<void> {
    const tactful = this.#instance.current;
    const { choice, event } = made;
    const { kind } = this.view;
    if (!tactful || this.#choosing || kind === 'away' || kind === 'done') return;
    const byKeyboard = event.currentTarget instanceof Element && event.currentTarget.matches(':focus-visible');
    this.#choosing = true;
    try {
      await tactful.consent.set({ [purpose.id]: choice }, { mechanism: 'element' });
    } catch {
      this.view = { kind, failed: true };
      return;
    } finally {
      this.#choosing = false;
    }
    const detail = { purpose: purpose.id, state: choice };
    this.dispatchEvent(new CustomEvent('tactful-consent', { detail, bubbles: true, composed: true }));
    const more = kind === 'asking' && this.#pending(tactful);
    this.view = more ? { kind, failed: false } : { kind: 'done', choice };
    if (byKeyboard) void this.#focusTitle();
    if (!more) this.#leaveAfterNextPress();
  }

  /** The thanks go when the shopper goes on; by no clock, since people read at their own speed. */
  #leaveAfterNextPress(): void {
    const onPress = (event: Event): void => {
      if (event.composedPath().includes(this)) return;
      document.removeEventListener('pointerdown', onPress);
      if (this.view.kind === 'done') this.view = AWAY;
    };
    document.addEventListener('pointerdown', onPress);
  }

  async #focusTitle(): Promise<void> {
    try {
      await this.#texts.loaded;
    } catch {
      return; // Without words there is no sheet.
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  }
}
