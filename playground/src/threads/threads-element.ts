import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Lang } from '../language.js';
import { newCountdown, type Countdown } from './countdown.js';
import { dragNote } from './drag-note.js';
import { openCards, readTheWall, type WallReading } from './read-wall.js';
import { shelfView } from './shelf-view.js';
import type { Step } from './step.js';
import { drawThreads, lostThreads, measureThreads, type Thread } from './strings.js';
import { threadsTexts } from './texts.js';
import { TOMORROW } from './bin-view.js';
import { langIn, readWall, wallQuery } from './wall-address.js';
import { sameEnd, type StringEnd, type WallDeeds, type WallPage } from './wall-page.js';
import { MOST_STEPS, reduceWall, type WallAction, type WallState } from './wall-state.js';
import { teacherView, walksView, wallView } from './wall-view.js';
import { stepText } from './wall-words.js';
import { isCalm } from '../is-calm.js';

const PAGE = '#/threads';
/** How long a string takes to fall; css/threads.css says the same. */
const FALL_MS = 700;

const queryIn = (hash: string): string => (hash.startsWith(`${PAGE}?`) ? hash.slice(PAGE.length + 1) : '');
const isHere = (hash: string): boolean => hash === PAGE || hash.startsWith(`${PAGE}?`);

/**
 * The page Threads: sixty seconds in the shop become notes on a wall, conclusions are tied to them by strings, and what
 * hangs on a note falls with it.
 *
 * Everything on it follows from the address. It keeps nothing and asks nobody: the engine runs in the page, on a log that
 * is nowhere else. It draws into the page itself, as the shop does.
 */
export class ShopThreads extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = {
    lang: {},
    speak: { attribute: false },
    clock: { attribute: false },
    state: { state: true },
    lit: { state: true },
    held: { state: true },
    dragged: { state: true },
    left: { state: true },
    noted: { state: true },
    said: { state: true },
  };

  /** The language that it speaks. */
  declare lang: Lang;
  /** Called when the address asks for another language. */
  declare speak: (lang: Lang) => void;
  /** Milliseconds that only rise, for the sixty seconds. */
  declare clock: () => number;

  declare private state: WallState;
  declare private lit: StringEnd | undefined;
  declare private held: StringEnd | undefined;
  declare private dragged: number | undefined;
  declare private left: number | undefined;
  declare private noted: string;
  declare private said: string;
  #reading: { readonly of: WallState; readonly lang: Lang; readonly reading: WallReading } | undefined;
  #countdown: Countdown | undefined;
  #threads: readonly Thread[] = [];
  #falling: readonly Thread[] = [];
  #focus: string | undefined;
  /** The language of the address, until it was asked for. */
  #asked: Lang | undefined;
  readonly #sized = new ResizeObserver(() => {
    this.#draw();
  });

  readonly #turnedRound = new MutationObserver(() => {
    this.#draw();
  });

  constructor() {
    super();
    this.lang = 'en';
    this.speak = () => undefined;
    this.clock = () => performance.now();
    this.state = readWall('');
    this.noted = '';
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#arrive);
    addEventListener('scroll', this.#follow, { passive: true });
    this.#turnedRound.observe(document.documentElement, { attributeFilter: ['dir'] });
    this.#arrive();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#arrive);
    removeEventListener('scroll', this.#follow);
    this.#countdown?.stop();
    this.#sized.disconnect();
    this.#turnedRound.disconnect();
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const page = this.#page();
    return html`
      ${teacherView(page)} ${walksView(page)} ${this.state.hung ? wallView(page) : shelfView(page)}
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const asked = this.#asked;
    this.#asked = undefined;
    // what follows from an update is an update of its own
    if (asked !== undefined && asked !== this.lang) {
      queueMicrotask(() => {
        this.speak(asked);
      });
    } else if (changed.has('lang') && changed.get('lang') !== undefined) this.#write();
    this.#draw();
    const board = this.querySelector('.wall-board');
    this.#sized.disconnect();
    if (board) this.#sized.observe(board);
    const focus = this.#focus;
    this.#focus = undefined;
    if (focus === undefined) return;
    queueMicrotask(() => {
      this.querySelector<HTMLElement>(focus)?.focus();
    });
  }

  /** What is sticky moves along while the rest scrolls. */
  readonly #follow = (): void => {
    requestAnimationFrame(() => {
      if (this.isConnected) this.#draw();
    });
  };

  readonly #arrive = (): void => {
    if (!isHere(location.hash)) return;
    const query = queryIn(location.hash);
    this.state = readWall(query);
    this.#begin();
    this.#asked = langIn(query);
  };

  /** Nothing of what was done on another wall stays. */
  #begin(): void {
    this.#countdown?.stop();
    this.#countdown = newCountdown(
      () => this.clock(),
      () => {
        this.#tick();
      },
    );
    this.#threads = [];
    this.#falling = [];
    Object.assign(this, { lit: undefined, held: undefined, dragged: undefined, left: undefined, noted: '', said: '' });
  }

  #tick(): void {
    this.left = this.#countdown?.left();
    if (this.left !== 0 || this.state.hung) return;
    this.#act({ do: 'hang' });
    this.said = threadsTexts(this.lang).shelf.over;
  }

  #write(): void {
    history.replaceState(history.state, '', `${PAGE}?${wallQuery(this.state, this.lang)}`);
  }

  #readNow(): WallReading {
    const known = this.#reading;
    if (known?.of === this.state && known.lang === this.lang) return known.reading;
    const reading = readTheWall(this.state, this.lang);
    this.#reading = { of: this.state, lang: this.lang, reading };
    return reading;
  }

  #openNames(): readonly string[] {
    return openCards(this.state, [TOMORROW, ...this.#readNow().cards.map(({ name }) => name)]);
  }

  #page(): WallPage {
    const { lang, state, lit, held, dragged, left, noted } = this;
    return {
      lang,
      state,
      held,
      dragged,
      left,
      noted,
      lit: lit ?? held,
      texts: threadsTexts(lang),
      reading: this.#readNow(),
      open: new Set(this.#openNames()),
      deeds: this.#deeds,
    };
  }

  #act(action: WallAction): void {
    this.state = reduceWall(this.state, action);
    // what is followed may be gone in a moment
    this.lit = undefined;
    if (action.do === 'hang') {
      this.#countdown?.stop();
      this.#focus = '#wall-title';
    }
    this.#write();
  }

  #click(step: Omit<Step, 'at'>): void {
    const { shelf } = threadsTexts(this.lang);
    if (this.state.own.length >= MOST_STEPS) {
      this.noted = shelf.full;
      return;
    }
    const at = this.#countdown?.stamp() ?? 0;
    this.left = this.#countdown?.left();
    this.state = reduceWall(this.state, { do: 'click', step: { ...step, at } });
    this.noted = shelf.noted(stepText({ ...step, at }, this.lang));
  }

  #drop(note: number): void {
    const { notes, gone } = this.#readNow();
    const left = notes.map(({ number }) => number).filter((number) => !gone.includes(number) && number !== note);
    const next = left.find((number) => number > note) ?? left[left.length - 1];
    this.#act({ do: 'drop', note });
    this.held = undefined;
    const fell = this.#readNow().receipt?.fell.length ?? 0;
    this.said = threadsTexts(this.lang).said.dropped(note, fell);
    this.#focus = next === undefined ? '.wall-undo' : `[data-note="${String(next)}"] .wall-note-face`;
  }

  #restore(action: WallAction, note: number | undefined): void {
    if (note === undefined) return;
    this.#act(action);
    this.said = threadsTexts(this.lang).said.back(note);
    this.#focus = `[data-note="${String(note)}"] .wall-note-face`;
  }

  #turn(card: string): void {
    const open = this.#openNames();
    this.#act({ do: 'turn', card, open });
    const place = `[data-card="${card}"]`;
    const heading = card === TOMORROW ? '#wall-offer-title' : `${place} .wall-what`;
    this.#focus = open.includes(card) ? `${place} .wall-back` : heading;
  }

  #startDrag(event: PointerEvent, number: number): void {
    const note = this.querySelector<HTMLElement>(`.wall-note[data-note="${String(number)}"]`);
    if (!note) return;
    const told = {
      onLift: () => {
        this.dragged = number;
      },
      onMove: () => {
        this.#draw();
      },
      onEnd: (inBin: boolean) => {
        this.dragged = undefined;
        if (inBin) this.#drop(number);
        else this.#draw();
      },
    };
    dragNote(event, { note, binOf: () => this.querySelector('.wall-bin'), told });
  }

  async #copyLink(): Promise<void> {
    this.#write();
    const { copied, notCopied } = threadsTexts(this.lang);
    try {
      await navigator.clipboard.writeText(location.href);
      this.said = copied;
    } catch {
      // refused, or there is no clipboard here
      this.said = notCopied;
    }
  }

  /** Strings are measured, not laid out: they hang between what the browser has placed. */
  #draw(): void {
    const board = this.querySelector('.wall-board');
    const layer = this.querySelector<HTMLElement>('.wall-strings');
    if (!board || !layer) return;
    const hangs = getComputedStyle(layer).display !== 'none';
    const threads = hangs ? measureThreads({ board, layer }, this.#readNow().cards) : [];
    const lost = lostThreads(this.#threads, threads);
    this.#threads = threads;
    if (lost.length > 0 && hangs && !isCalm()) this.#letFall(lost);
    drawThreads(layer, { threads, falling: this.#falling, lit: this.lit ?? this.held });
  }

  #letFall(lost: readonly Thread[]): void {
    this.#falling = [...this.#falling, ...lost];
    setTimeout(() => {
      this.#falling = this.#falling.filter((thread) => !lost.includes(thread));
      this.#draw();
    }, FALL_MS);
  }

  readonly #deeds: WallDeeds = {
    act: (action) => {
      this.#act(action);
    },
    click: (step) => {
      this.#click(step);
    },
    follow: (end) => {
      if (this.dragged === undefined) this.lit = end;
    },
    focus: ({ target }, end) => {
      if (target instanceof Element && target.matches(':focus-visible')) this.lit = end;
    },
    hold: (end) => {
      this.held = sameEnd(this.held, end) ? undefined : end;
    },
    drop: (note) => {
      this.#drop(note);
    },
    putBack: (note) => {
      this.#restore({ do: 'put-back', note }, note);
    },
    undo: () => {
      this.#restore({ do: 'undo' }, this.state.gone[this.state.gone.length - 1]);
    },
    turn: (card) => {
      this.#turn(card);
    },
    startDrag: (event, note) => {
      this.#startDrag(event, note);
    },
    copyLink: () => {
      void this.#copyLink();
    },
    seeReceipt: () => {
      this.querySelector<HTMLElement>('#wall-receipt')?.focus();
    },
  };
}
