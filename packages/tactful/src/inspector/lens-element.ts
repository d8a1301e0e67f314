import {
  html,
  LitElement,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { CommandController } from './command-controller.js';
import type { LensActions, LensState } from './lens-actions.js';
import type { LensSource, Snapshot } from './lens-source.js';
import { LENS_COLOURS } from './lens-colours.js';
import { LENS_STYLES } from './lens-styles.js';
import { LensTextsController } from './lens-texts-controller.js';
import type { LensTab, LensView } from './lens-view.js';
import type { LensTexts } from './lens-words.js';
import { LookController } from './look-controller.js';
import { renderTrouble, renderView } from './render-lens.js';
import type { Drawing } from './render-phrase.js';
import { ROW_STYLES } from './row-styles.js';
import { WHY_STYLES } from './why-styles.js';
import { YOU_STYLES } from './you-styles.js';
import { viewSnapshot } from './view-snapshot.js';

/** Rows shown of a section before one asks for more: of a subject of the profile the first few say most. */
const PAGE = 200;
const PAGE_OF_SUBJECT = 6;

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
    chosen: { state: true },
    pages: { state: true },
    unfolded: { state: true },
  };
  /** The element's own styles. */
  static override styles: CSSResult[] = [LENS_COLOURS, LENS_STYLES, ROW_STYLES, YOU_STYLES, WHY_STYLES];

  /** Where to look. Another source starts over. */
  declare source: LensSource | undefined;
  declare private filter: string;
  declare private erasing: string | undefined;
  declare private chosen: LensTab | undefined;
  declare private pages: ReadonlyMap<string, number>;
  declare private unfolded: ReadonlySet<string>;
  readonly #words: LensTextsController = new LensTextsController(this);
  readonly #look: LookController = new LookController(this);
  readonly #commands: CommandController = new CommandController(this, {
    source: () => this.source,
    words: () => this.#words.texts?.words,
    view: () => this.#view(),
    look: () => this.#look.look,
    again: () => this.again(),
  });
  #viewed: { readonly snapshot: Snapshot; readonly texts: LensTexts; readonly view: LensView } | undefined;

  constructor() {
    super();
    this.source = undefined;
    this.filter = '';
    this.erasing = undefined;
    this.chosen = undefined;
    this.pages = new Map();
    this.unfolded = new Set();
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
      void this.#commands.run({ op: 'forget', scope, ids: [id] }).then(place);
    },
    correct: (command, button) => {
      const place = this.#placeOf(button);
      void this.#commands.run(command).then(place);
    },
    undo: () => {
      void this.#commands.undo().then(() => {
        this.#focusSoon('[role="tab"][aria-selected="true"]');
      });
    },
    askErase: (scope) => {
      this.erasing = scope;
      this.#focusSoon(scope === undefined ? '[data-do="ask-erase"]' : '[data-do="keep"]');
    },
    erase: (scope) => {
      void this.#commands.run({ op: 'erase', scope }).then(() => {
        this.erasing = undefined;
        // With the last row its section may be gone: the receipt is there, or what was there before.
        this.#focusSoon('tactful-receipt, [data-section="held"] h3, [role="tab"][aria-selected="true"]');
      });
    },
    more: (section) => {
      this.pages = new Map([...this.pages, [section, (this.pages.get(section) ?? 1) + 1]]);
    },
    filter: (text) => {
      this.filter = text;
    },
    again: () => {
      this.#commands.clear();
      void this.again();
    },
    unfold: (key, open) => {
      if (this.unfolded.has(key) === open) return;
      this.unfolded = new Set(open ? [...this.unfolded, key] : [...this.unfolded].filter((one) => one !== key));
    },
    choose: (tab) => {
      this.chosen = tab;
      this.#focusSoon(`#tab-${tab}`);
    },
  };

  #focusSoon(selector: string): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
    });
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

  #drawing(texts: LensTexts, view: LensView | undefined): Drawing {
    const { filter, erasing, pages, chosen, unfolded } = this;
    const { busy, changed } = this.#commands;
    // A part that is not there any more gives way to the first, and is back when it is.
    const tab = view?.tabs.find((one) => one === chosen) ?? view?.first ?? 'you';
    const state: LensState = {
      filter,
      tab,
      changed,
      unfolded,
      busy,
      erasing,
      shown: (section, tab) => (tab === 'you' ? PAGE_OF_SUBJECT : PAGE) * (pages.get(section) ?? 1),
    };
    return { words: texts.words, state, actions: this.#actions };
  }

  /** Worked out once for each look: typing in the filter must not fold anything again. */
  #view(): LensView | undefined {
    const { texts } = this.#words;
    const { look } = this.#look;
    if (!texts || !look || 'trouble' in look) return undefined;
    const { snapshot } = look;
    if (this.#viewed?.snapshot !== snapshot || this.#viewed.texts !== texts)
      this.#viewed = { snapshot, texts, view: viewSnapshot(snapshot, texts) };
    return this.#viewed.view;
  }

  #receipt({ words, actions }: Drawing): TemplateResult {
    const { receipt, undoable } = this.#commands;
    return html`<div class="receipt">
      <p role="status">${receipt}</p>
      ${undoable ? html`<button class="small-button" data-do="undo" @click=${actions.undo}>${words.receipt.undo}</button>` : nothing}
    </div>`;
  }

  #card(): TemplateResult | typeof nothing {
    const { card } = this.#commands;
    if (!card) return nothing;
    const putAway = (): void => {
      this.#commands.putAway();
      this.#focusSoon('[role="tab"][aria-selected="true"], h2');
    };
    return html`<tactful-receipt
      .card=${card}
      .source=${this.source}
      @tactful-receipt-closed=${putAway}
    ></tactful-receipt>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts } = this.#words;
    if (!texts) return nothing;
    const { look } = this.#look;
    const view = this.#view();
    const drawing = this.#drawing(texts, view);
    const { words } = texts;
    return html`<article
      class="lens"
      part="lens"
      lang=${words.lang}
      aria-busy=${String(this.#commands.busy)}
      data-state=${!look ? 'loading' : 'trouble' in look ? 'trouble' : 'ready'}
    >
      <div class="top">
        <h2>${words.heading}</h2>
        ${view ? html`<button class="small-button" data-do="again" @click=${this.#actions.again}>${words.again}</button>` : nothing}
      </div>
      ${this.#card()}
      ${view ? renderView(view, drawing) : look && 'trouble' in look ? renderTrouble(look.trouble, drawing) : html`<p class="sentence">${words.loading}</p>`}
      ${this.#receipt(drawing)}
    </article>`;
  }
}
