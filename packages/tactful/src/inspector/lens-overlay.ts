import { css, html, LitElement, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LENS_COLOURS } from './lens-colours.js';
import type { LensSource } from './lens-source.js';
import { LensTextsController } from './lens-texts-controller.js';

/**
 * The lens over a page that did not make room for it: at the side of a wide window, at the foot of a narrow one.
 *
 * Above it stands what the library says of itself. The page stays as it is and can be used beside it. Escape, while the focus is inside, and the button close it; the focus
 * then goes back to where it came from.
 */
export class LensOverlay extends LitElement {
  static override properties: PropertyDeclarations = { source: { attribute: false } };
  /** The element's own styles. */
  static override styles: CSSResult[] = [
    LENS_COLOURS,
    css`
      :host {
        position: fixed;
        inset-block: 0;
        inset-inline-end: 0;
        inline-size: min(27rem, 100%);
        z-index: 2147483647;
        color-scheme: light dark;
      }
      aside {
        display: flex;
        flex-direction: column;
        block-size: 100%;
        background: var(--paper);
        color: var(--ink);
        border-inline-start: 1px solid var(--line);
        box-shadow: 0 0 1.5rem rgb(0 0 0 / 22%);
      }
      .bar {
        display: flex;
        flex: none;
        align-items: center;
        justify-content: space-between;
        padding: 0.375rem 0.5rem 0.375rem 0.875rem;
        background: var(--sunk);
        border-block-end: 1px solid var(--line);
        font:
          600 0.8125rem/1.4 system-ui,
          sans-serif;
      }
      :host(:dir(rtl)) .bar {
        padding: 0.375rem 0.875rem 0.375rem 0.5rem;
      }
      button {
        min-height: 2rem;
        padding: 0.125rem 0.75rem;
        border: 1px solid var(--soft);
        border-radius: 0.375rem;
        background: var(--paper);
        color: var(--ink);
        font: inherit;
        font-weight: 400;
        cursor: pointer;
      }
      :focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      .body {
        flex: 1 1 auto;
        min-block-size: 0;
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      @media (max-width: 40rem) {
        :host {
          inset-block-start: auto;
          inset-inline: 0;
          inline-size: auto;
          block-size: min(34rem, 62dvh);
        }
        aside {
          border-inline-start: 0;
          border-block-start: 1px solid var(--line);
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** Where the lens looks. */
  declare source: LensSource | undefined;
  readonly #texts: LensTextsController = new LensTextsController(this);
  #back: HTMLElement | undefined;

  constructor() {
    super();
    this.source = undefined;
    this.addEventListener('focusin', ({ relatedTarget }) => {
      // From outside, or from nowhere: what moves within the lens is not heard here.
      if (relatedTarget instanceof HTMLElement) this.#back = relatedTarget;
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      this.close();
    });
  }

  /** Puts the focus inside, to come back to where it is now. */
  async enter(): Promise<void> {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement !== document.body) this.#back = activeElement;
    while (!this.#texts.texts) await new Promise((resolve) => setTimeout(resolve, 16));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  /** Takes it off the page; the focus goes back where it came from if it was inside. */
  close(): void {
    const inside = this.matches(':focus-within');
    this.remove();
    if (inside && this.#back?.isConnected === true) this.#back.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.#texts.texts?.words;
    if (!words) return nothing;
    return html`<aside aria-label="tactful" lang=${words.lang}>
      <div class="bar">
        <span>tactful</span>
        <button
          @click=${() => {
            this.close();
          }}
        >
          ${words.close}
        </button>
      </div>
      <div class="body">
        <tactful-health .source=${this.source}></tactful-health>
        <tactful-lens .source=${this.source}></tactful-lens>
      </div>
    </aside>`;
  }
}
