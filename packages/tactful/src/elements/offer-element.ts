import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Decision, OfferResponse, Receipt, Tactful } from '../client/index.js';
import { InstanceController } from './instance-controller.js';
import { offerStyles } from './offer-styles.js';
import { card, note, type Answer } from './offer-templates.js';
import { offerView, type OfferView } from './offer-view.js';
import { SeenController } from './seen-controller.js';
import { surfaceStyles } from './surface-styles.js';
import { TextsController } from './texts-controller.js';

interface Offered {
  readonly kind: 'offer';
  readonly decision: Decision;
  readonly offerId: string;
  readonly view: OfferView;
}

type State =
  | { readonly kind: 'default' | 'closed' | 'empty' }
  | Offered
  | {
      readonly kind: 'answered';
      readonly was: Offered;
      readonly answer: Answer;
      readonly receipt: Receipt;
      readonly failed: boolean;
    };

const DEFAULT: State = { kind: 'default' };
const NOT_KEPT: Receipt = { kept: false, reason: 'storage-lost' };

/**
 * A place for one offer, which shows the shop's own content unless something better was chosen for this shopper.
 *
 * The element is as high as `block-size` says, or as the shop's own content needs, and stays so when an offer comes or goes:
 * nothing moves unless the shopper opens "Why this?". It never shows anything over other content, never takes the focus and
 * never changes by itself once the shopper has touched it. On a page without tactful, or when anything fails, the shop's own
 * content stays.
 *
 * It decides when it enters the page, when consent changes, and when `decision-key` changes or `refresh()` is called. Its width
 * comes from the page. Until the class is defined only the page can keep its place free:
 * `tactful-offer:not(:defined) { display: block; min-block-size: 12rem }`.
 *
 * @example
 * ```html
 * <tactful-offer placement="home" block-size="12rem"><a href="/new">New this week</a></tactful-offer>
 * ```
 *
 * @slot - The shop's own content. Shown until an offer is chosen, and again when it is closed.
 * @attr placement - Which placement of the catalogue this is.
 * @attr scope - Which instance of tactful on the page; default `default`. Read when the element enters the page.
 * @attr block-size - The height that is reserved, as a CSS length; default `12rem`.
 * @attr decision-key - Anything that names the view. A new value is a new moment, and a new decision.
 * @fires tactful-decision - A decision was made; `detail` is the Decision. Bubbles, composed.
 * @fires tactful-opened - The shopper follows the offer's link; `detail` is `{ decisionId, offerId, url }`. Bubbles, composed; cancelling it
 * keeps the browser from following.
 * @csspart card - The offer.
 * @csspart image - Its image.
 * @csspart label - The words that say it was picked.
 * @csspart title - Its title.
 * @csspart text - Its text.
 * @csspart action - Its link.
 * @csspart answer - "Not for me" and "Never this".
 * @csspart close - "Not now".
 * @csspart note - What is said after an answer.
 * @csspart undo - Takes the answer back.
 * @cssprop --tactful-offer-block-size - The height that is reserved; goes before `block-size`, so that media queries can set it.
 * @cssprop --tactful-surface - Background; default `Canvas`.
 * @cssprop --tactful-text - Text; default `CanvasText`.
 * @cssprop --tactful-muted - Lesser text.
 * @cssprop --tactful-border - Border.
 * @cssprop --tactful-accent - Background of the link; default the text's colour.
 * @cssprop --tactful-on-accent - Text of the link; default the surface.
 * @cssprop --tactful-radius - Rounding; default `0.75rem`.
 */
export class TactfulOffer extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = {
    placement: {},
    scope: {},
    blockSize: { attribute: 'block-size' },
    decisionKey: { attribute: 'decision-key' },
    state: { state: true },
  };

  /** The styles inside the shadow root, for Lit. */
  static override styles: CSSResultGroup = [surfaceStyles, offerStyles];

  /** Which placement of the catalogue this is. */
  declare placement: string;
  /** Which instance of tactful on the page; `undefined` is the default one. */
  declare scope: string | undefined;
  /** The height that is reserved, as a CSS length. */
  declare blockSize: string | undefined;
  /** Names the view; a new value asks for a new decision, even after the shopper has touched the old one. */
  declare decisionKey: string | undefined;

  declare private state: State;
  readonly #texts = new TextsController(this);
  readonly #seen = new SeenController(this);
  readonly #instance = new InstanceController(this, (tactful) => {
    const follow = (): void => this.#follow(tactful);
    tactful.ready.then(follow, follow);
    return tactful.on('consent', follow);
  });
  #consent: string | undefined;
  #touched = false;
  #turn = 0;

  constructor() {
    super();
    this.placement = '';
    this.state = DEFAULT;
    for (const touch of ['pointerdown', 'keydown', 'focusin'])
      this.addEventListener(touch, () => (this.#touched = true));
  }

  /** Asks for a new decision, unless the shopper has touched what is there. Resolves when it has been made, whatever it was. */
  async refresh(): Promise<void> {
    const tactful = this.#instance.current;
    if (!tactful || !this.#free()) return;
    const turn = ++this.#turn;
    try {
      await this.#texts.loaded;
      const decision = await tactful.decide(this.placement);
      if (turn === this.#turn && this.#free()) this.#show(decision);
    } catch {
      // The shop's own content is the answer to every failure.
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || !(changed.has('decisionKey') || changed.has('placement'))) return;
    this.#touched = false;
    void this.refresh();
  }

  protected override render(): TemplateResult {
    const { state, blockSize } = this;
    const shop = state.kind === 'default' || state.kind === 'closed';
    return html`<div
      class="box"
      tabindex=${state.kind === 'closed' ? -1 : nothing}
      .style=${blockSize === undefined ? '' : `--_reserve:${blockSize}`}
    >
      <slot class=${shop ? '' : 'aside'}></slot>
      ${this.#own()}
    </div>`;
  }

  #own(): TemplateResult | typeof nothing {
    const { state } = this;
    const { texts } = this.#texts;
    if (!texts) return nothing;
    if (state.kind === 'answered') return note(texts, { ...state, onUndo: () => void this.#undo(state) });
    if (state.kind !== 'offer') return nothing;
    return card({
      view: state.view,
      texts,
      decisionId: state.decision.id,
      scope: this.scope,
      onLink: (event) => this.#open(state, event),
      onNotNow: () => this.#close(state),
      onAnswer: (answer) => void this.#answer(state, answer),
    });
  }

  #free(): boolean {
    return this.isConnected && !this.#touched;
  }

  #follow(tactful: Tactful): void {
    const states = tactful.consent.get();
    const consent = JSON.stringify(states);
    if (consent === this.#consent) return;
    this.#consent = consent;
    if (this.state !== DEFAULT && !Object.values(states).includes('in')) {
      // What rests on what was just erased does not stay, touched or not.
      this.#touched = false;
      this.#replace(DEFAULT);
    }
    void this.refresh();
  }

  #show(decision: Decision): void {
    this.dispatchEvent(new CustomEvent('tactful-decision', { detail: decision, bubbles: true, composed: true }));
    const offer = decision.offers[0];
    const view = offer && offerView(offer, this.#texts.lang, this.#instance.current?.describe().images);
    this.#seen.stop();
    if (!offer || !view) {
      this.#replace(decision.silence?.leave === 'empty' ? { kind: 'empty' } : DEFAULT);
      return;
    }
    const offered: Offered = { kind: 'offer', decision, offerId: offer.offerId, view };
    this.#replace(offered);
    void this.updateComplete.then(() =>
      requestAnimationFrame(() => {
        if (this.state !== offered || !this.isConnected) return;
        void this.#respond(offered, 'shown');
        this.#seen.watch(() => void this.#respond(offered, 'seen'));
      }),
    );
  }

  async #respond({ decision, offerId }: Offered, response: OfferResponse): Promise<Receipt> {
    return this.#write((tactful) => tactful.respond(decision.id, offerId, response));
  }

  async #write(write: (tactful: Tactful) => Promise<Receipt>): Promise<Receipt> {
    const tactful = this.#instance.current;
    try {
      return tactful ? await write(tactful) : NOT_KEPT;
    } catch {
      return NOT_KEPT; // said to the shopper where it matters: in the note
    }
  }

  #open(offered: Offered, event: MouseEvent): void {
    // The main button and the middle one follow a link; the others do not.
    if (event.button > 1) return;
    void this.#respond(offered, 'opened');
    const { decision, offerId, view } = offered;
    const detail = { decisionId: decision.id, offerId, url: view.link?.href };
    const opened = new CustomEvent('tactful-opened', { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(opened)) event.preventDefault();
  }

  #close(offered: Offered): void {
    void this.#respond(offered, 'dismissed');
    this.#replace({ kind: 'closed' });
  }

  async #answer(offered: Offered, answer: Answer): Promise<void> {
    const { offerId } = offered;
    const receipt = await (answer === 'never'
      ? this.#write((tactful) => tactful.declare({ kind: 'never', offerId }))
      : this.#respond(offered, answer));
    if (this.state === offered) this.#replace({ kind: 'answered', was: offered, answer, receipt, failed: false });
  }

  async #undo(answered: Extract<State, { kind: 'answered' }>): Promise<void> {
    const { receipt, was } = answered;
    const undone = receipt.kept
      ? await this.#instance.current?.forget({ ids: [receipt.id] }).catch(() => undefined)
      : true;
    if (this.state === answered) this.#replace(undone ? was : { ...answered, failed: true });
  }

  /** The focus stays in this place when the button that had it goes; it is never taken from elsewhere. */
  #replace(state: State): void {
    const inside = this.matches(':focus-within');
    this.state = state;
    if (state.kind !== 'offer') this.#seen.stop();
    if (inside)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus());
  }
}
