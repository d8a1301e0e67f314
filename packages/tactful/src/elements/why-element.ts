import { html, LitElement, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Tactful } from '../client/index.js';
import { InstanceController } from './instance-controller.js';
import { surfaceStyles } from './surface-styles.js';
import { TextsController } from './texts-controller.js';
import { account, type Account } from './why-templates.js';
import { whyStyles } from './why-styles.js';

type Looked = 'quiet' | 'slow' | 'failed' | Account;

// Below a second a person does not need to be told that something is under way.
const SLOW_MS = 1000;

async function lookUp(tactful: Tactful, asked: { decision: string; lang: string }): Promise<Account> {
  const explanation = await tactful.explain(asked.decision, { level: 'shopper', lang: asked.lang });
  if (explanation.outcome === 'offer') return { explanation, until: undefined };
  const kept = (await tactful.decisions()).find(({ id }) => id === asked.decision);
  return { explanation, until: kept?.trace.decision.silence?.until };
}

/**
 * "Why this?": a button that tells, in place, why an offer was chosen or why nothing was said.
 *
 * It tells the reasons in sentences, the rows of the log they rest on, and at a second level how many others were considered and
 * what became of them. Everything is read when it is opened, so what was forgotten in between is not told. It shows nothing
 * until the page has an instance of tactful and a decision is named.
 *
 * @example
 * ```html
 * <tactful-why decision="d:1"></tactful-why>
 * ```
 *
 * @slot - Other words for the button, such as "Why nothing?".
 * @attr decision - The id of the decision.
 * @attr offer - The id of an offer that was considered: tells first why it was not the one.
 * @attr scope - Which instance of tactful on the page; default `default`. Read when the element enters the page.
 * @attr open - Present while the reasons are shown. Reflects.
 * @csspart button - The button.
 * @csspart panel - What it discloses.
 * @csspart verdict - Why the offer named by `offer` was not the one.
 * @csspart reasons - The reasons.
 * @csspart until - When a silence ends.
 * @csspart rows - The rows they rest on.
 * @csspart considered - Opens the counts.
 * @csspart counts - How many were considered, by what became of them.
 * @cssprop --tactful-surface - Background; default `Canvas`.
 * @cssprop --tactful-text - Text; default `CanvasText`.
 * @cssprop --tactful-muted - Lesser text.
 * @cssprop --tactful-border - Lines.
 */
export class TactfulWhy extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = {
    decision: {},
    offer: {},
    scope: {},
    open: { type: Boolean, reflect: true },
    looked: { state: true },
  };

  /** The styles inside the shadow root, for Lit. */
  static override styles: CSSResultGroup = [surfaceStyles, whyStyles];

  /** The id of the decision to explain. */
  declare decision: string | undefined;
  /** The id of an offer that was considered. */
  declare offer: string | undefined;
  /** Which instance of tactful on the page; `undefined` is the default one. */
  declare scope: string | undefined;
  /** Whether the reasons are shown. */
  declare open: boolean;

  declare private looked: Looked;
  readonly #texts = new TextsController(this);
  readonly #instance = new InstanceController(this, () => {
    if (this.open) void this.#look();
    return () => undefined;
  });
  #turn = 0;

  constructor() {
    super();
    this.open = false;
    this.looked = 'quiet';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('decision') && changed.get('decision') !== undefined) this.open = false;
    if (this.open && changed.has('open')) void this.#look();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts } = this.#texts;
    if (!texts || !this.#instance.current || this.decision === undefined) return nothing;
    return html`<button
        part="button"
        class="quiet"
        aria-expanded=${this.open ? 'true' : 'false'}
        aria-controls="panel"
        lang=${texts.lang}
        @click=${() => (this.open = !this.open)}
      >
        <slot>${texts.why.label}</slot>
      </button>
      <div part="panel" class="panel surface" id="panel" lang=${texts.lang} aria-live="polite">
        ${this.open ? this.#told(texts) : nothing}
      </div>`;
  }

  #told(texts: NonNullable<TextsController['texts']>): TemplateResult | typeof nothing {
    const { looked, offer } = this;
    if (looked === 'quiet') return nothing;
    if (looked === 'slow') return html`<p>${texts.why.loading}</p>`;
    if (looked === 'failed') return html`<p>${texts.why.failed}</p>`;
    return account(looked, { texts, offer });
  }

  async #look(): Promise<void> {
    const tactful = this.#instance.current;
    const { decision } = this;
    if (!tactful || decision === undefined) return;
    const turn = ++this.#turn;
    this.looked = 'quiet';
    const slow = setTimeout(() => {
      if (turn === this.#turn) this.looked = 'slow';
    }, SLOW_MS);
    const looked = await lookUp(tactful, { decision, lang: this.#texts.lang }).catch((): Looked => 'failed');
    clearTimeout(slow);
    if (turn === this.#turn) this.looked = looked;
  }
}
