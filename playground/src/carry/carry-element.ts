import { css, html, LitElement, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ErrorCode, Tactful } from 'tactful';
import type { Lang } from '../language.js';
import { saveExport } from './save-export.js';
import { carryTexts, type CarryTexts } from './carry-texts.js';

function codeOf(error: unknown): ErrorCode | undefined {
  return error instanceof Error && error.name === 'TactfulError'
    ? (error as Error & { code: ErrorCode }).code
    : undefined;
}

/** Saves what tactful holds as a file, and takes such a file in: with a passphrase where the shopper types one. */
export class ShopCarry extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    tactful: { attribute: false },
    speech: { attribute: false },
    said: { state: true },
    busy: { state: true },
  };
  static override readonly styles: CSSResult = css`
    :host {
      display: block;
    }
    h2 {
      margin-block: 0 0.5rem;
      font-size: 1.25rem;
    }
    p {
      margin-block: 0 0.75rem;
      max-inline-size: var(--measure);
    }
    label {
      display: block;
      margin-block-end: 0.25rem;
    }
    input[type='password'] {
      box-sizing: border-box;
      inline-size: min(100%, 22rem);
      min-block-size: 2.75rem;
      padding: 0.5rem 0.75rem;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: var(--card);
      color: var(--ink);
      font: inherit;
    }
    .hint,
    output {
      color: var(--muted);
      font-size: 0.9375rem;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
    }
    button {
      min-block-size: 2.75rem;
      padding: 0.5rem 1rem;
      border: 1px solid var(--line-strong);
      border-radius: var(--radius);
      background: transparent;
      color: var(--ink);
      font: inherit;
      cursor: pointer;
    }
    :focus-visible {
      outline: 2px solid var(--moss);
      outline-offset: 3px;
    }
    output {
      display: block;
      min-block-size: 1.5em;
    }
  `;

  declare tactful: Tactful | undefined;
  declare speech: Lang;
  declare protected said: string;
  declare protected busy: boolean;

  constructor() {
    super();
    this.speech = 'en';
    this.said = '';
    this.busy = false;
  }

  #field(selector: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(selector);
  }

  #passphrase(): string | undefined {
    const typed = this.#field('#passphrase')?.value ?? '';
    return typed === '' ? undefined : typed;
  }

  async #try(work: (tactful: Tactful, texts: CarryTexts) => Promise<string>): Promise<void> {
    const { tactful } = this;
    if (!tactful || this.busy) return;
    const texts = carryTexts(this.speech);
    this.busy = true;
    this.said = texts.working;
    try {
      this.said = await work(tactful, texts);
      const field = this.#field('#passphrase');
      if (field) field.value = '';
    } catch (error) {
      this.said = texts.failed(codeOf(error));
    } finally {
      this.busy = false;
    }
  }

  readonly #save = (): void => {
    void this.#try(async (tactful, { saved }) => {
      await saveExport(tactful, this.#passphrase());
      return saved;
    });
  };

  readonly #choose = (): void => {
    this.#field('#file')?.click();
  };

  readonly #chosen = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    // The same file may be chosen again, with its passphrase.
    const forget = (): void => {
      field.value = '';
    };
    if (file) void this.take(file).finally(forget);
  };

  /** Takes in a file, as if it had been chosen. */
  async take(file: File): Promise<void> {
    await this.#try(async (tactful, { done }) => done(await tactful.import(file, { passphrase: this.#passphrase() })));
  }

  override render(): TemplateResult {
    const texts = carryTexts(this.speech);
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.title}</h2>
      <p>${texts.text}</p>
      <p>
        <label for="passphrase">${texts.passphrase}</label>
        <input id="passphrase" type="password" autocomplete="off" aria-describedby="hint" />
      </p>
      <p id="hint" class="hint">${texts.hint}</p>
      <p class="actions">
        <button type="button" id="save" aria-disabled=${String(this.busy)} @click=${this.#save}>${texts.save}</button>
        <button type="button" id="choose" aria-disabled=${String(this.busy)} @click=${this.#choose}>
          ${texts.choose}
        </button>
        <input id="file" type="file" accept="application/json,.json" hidden @change=${this.#chosen} />
      </p>
      <output role="status">${this.said}</output>
    </section>`;
  }
}
