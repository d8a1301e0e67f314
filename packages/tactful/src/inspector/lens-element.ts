import {
  html,
  LitElement,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { LensActions, LensState } from './lens-actions.js';
import type { LensCommand, LensSource, Snapshot } from './lens-source.js';
import { LENS_COLOURS } from './lens-colours.js';
import { LENS_STYLES } from './lens-styles.js';
import { LensTextsController } from './lens-texts-controller.js';
import type { LensView } from './lens-view.js';
import type { LensTexts } from './lens-words.js';
import { LookController } from './look-controller.js';
import { renderTrouble, renderView } from './render-lens.js';
import type { Drawing } from './render-row.js';
import { ROW_STYLES } from './row-styles.js';
import { viewSnapshot } from './view-snapshot.js';

/** Rows shown of a section before one asks for more. */
const PAGE = 200;

/**
 * The lens: what a page tells, what is held, concluded and decided about the shopper, and why. One element for the shop, the
 * extension and the pretend browser; where it looks is its `source`.
 *
 * It is never empty: without a source, and in every trouble, it says what to do next. Text of the page is only ever text.
 *
 * @attr lang - BCP 47; Dutch for `nl`, else English. Without it the language of the page around it.
 * @csspart lens - everything in it.
 * @cssprop --tactful-lens-font - the font; default the system's.
 */
export class TactfulLens extends LitElement {
  static override properties: PropertyDeclarations = {
    source: { attribute: false },
    filter: { state: true },
    erasing: { state: true },
    busy: { state: true },
    receipt: { state: true },
    pages: { state: true },
  };
  /** The element's own styles. */
  static override styles: CSSResult[] = [LENS_COLOURS, LENS_STYLES, ROW_STYLES];

  /** Where to look. Another source starts over. */
  declare source: LensSource | undefined;
  declare private filter: string;
  declare private erasing: string | undefined;
  declare private busy: boolean;
  declare private receipt: string;
  declare private pages: ReadonlyMap<string, number>;
  readonly #words: LensTextsController = new LensTextsController(this);
  readonly #look: LookController = new LookController(this);
  #viewed: { readonly snapshot: Snapshot; readonly texts: LensTexts; readonly view: LensView } | undefined;

  constructor() {
    super();
    this.source = undefined;
    this.filter = '';
    this.erasing = undefined;
    this.busy = false;
    this.receipt = '';
    this.pages = new Map();
  }

  /** Looks again now. Resolves when what was found is shown. */
  async again(): Promise<void> {
    await this.#look.again();
    await this.updateComplete;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('source')) this.#look.use(this.source);
  }

  readonly #actions: LensActions = {
    forget: ({ scope, id }, button) => {
      const place = this.#placeOf(button);
      void this.#carryOut({ op: 'forget', scope, ids: [id] }).then(place);
    },
    askErase: (scope) => {
      this.erasing = scope;
      void this.updateComplete.then(() => {
        this.#focus(scope === undefined ? '[data-do="ask-erase"]' : '[data-do="keep"]');
      });
    },
    erase: (scope) => {
      void this.#carryOut({ op: 'erase', scope }).then(() => {
        this.erasing = undefined;
        void this.updateComplete.then(() => {
          this.#focus('[data-section="held"] h3');
        });
      });
    },
    more: (section) => {
      this.pages = new Map([...this.pages, [section, (this.pages.get(section) ?? 1) + 1]]);
    },
    filter: (text) => {
      this.filter = text;
    },
    again: () => {
      this.receipt = '';
      void this.again();
    },
    goTo: (section) => {
      this.#focus(`#title-${CSS.escape(section)}`);
    },
  };

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Where the focus goes when a row with its button has gone: to the next row's button, else to the heading. */
  #placeOf(button: EventTarget | null): () => void {
    const row = button instanceof Element ? button.closest('li') : null;
    const list = row?.parentElement;
    const index = list ? [...list.children].indexOf(row) : -1;
    const section = row?.closest('section');
    return () => {
      if (row?.isConnected === true) return;
      const next = list?.isConnected === true ? (list.children[index] ?? list.children[index - 1]) : undefined;
      const target =
        next?.querySelector<HTMLElement>('[data-do="forget"]') ?? section?.querySelector<HTMLElement>('h3');
      target?.focus();
    };
  }

  async #carryOut(command: LensCommand): Promise<void> {
    const { source } = this;
    const words = this.#words.texts?.words;
    if (this.busy || !source || !words) return;
    this.busy = true;
    this.receipt = words.receipt.working;
    const receipt = await source.command(command).then(
      ({ removed, verified }) => (verified ? words.receipt.gone(removed) : words.receipt.still(removed)),
      // Whatever the source could not do, the shopper is told that nothing was done.
      () => words.receipt.failed,
    );
    // The rows first: a receipt beside what it says is gone would not be believed.
    await this.again();
    this.receipt = receipt;
    this.busy = false;
  }

  #drawing(texts: LensTexts): Drawing {
    const { filter, busy, erasing, pages } = this;
    const state: LensState = { filter, busy, erasing, shown: (section) => PAGE * (pages.get(section) ?? 1) };
    return { words: texts.words, state, actions: this.#actions };
  }

  /** Worked out once for each look: typing in the filter must not fold anything again. */
  #view(snapshot: Snapshot, texts: LensTexts): LensView {
    if (this.#viewed?.snapshot !== snapshot || this.#viewed.texts !== texts)
      this.#viewed = { snapshot, texts, view: viewSnapshot(snapshot, texts) };
    return this.#viewed.view;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts } = this.#words;
    if (!texts) return nothing;
    const { look } = this.#look;
    const drawing = this.#drawing(texts);
    return html`<article
      class="lens"
      part="lens"
      lang=${texts.words.lang}
      aria-busy=${String(this.busy)}
      data-state=${!look ? 'loading' : 'trouble' in look ? 'trouble' : 'ready'}
    >
      <h2>${texts.words.heading}</h2>
      ${!look ? html`<p class="sentence">${texts.words.loading}</p>` : 'trouble' in look ? renderTrouble(look.trouble, drawing) : renderView(this.#view(look.snapshot, texts), drawing)}
      <p class="receipt" role="status">${this.receipt}</p>
    </article>`;
  }
}
