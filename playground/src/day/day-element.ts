import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Lang } from '../language.js';
import { countVotes } from './ballot.js';
import { cardView } from './card-view.js';
import { dayQuery, langIn, readDay } from './day-address.js';
import type { DayDeeds, DayPage } from './day-page.js';
import { ballotAt, cardAt, isOpen, reduceDay, type DayAction, type DayState } from './day-state.js';
import { eveningView } from './evening-view.js';
import { cameOf, saidBy, whyOf } from './front-words.js';
import { frontsView } from './fronts-view.js';
import { halfYearView } from './half-year-view.js';
import { keyDeed } from './key-deed.js';
import { dayOf, FRONTS, standingAt } from './read-standing.js';
import { runSimulation, type Runner } from './run-simulation.js';
import { newShopperRuns, type HalfYear, type ShopperRuns } from './shopper-runs.js';
import { stripView } from './strip-view.js';
import { dayTexts } from './texts.js';
import { teacherView, toolsView, worldView } from './tools-view.js';
import { isCalm } from '../is-calm.js';

const PAGE = '#/day';
const NARROWEST = 280;
const WIDEST = 640;

const queryIn = (hash: string): string => (hash.startsWith(`${PAGE}?`) ? hash.slice(PAGE.length + 1) : '');
const isHere = (hash: string): boolean => hash === PAGE || hash.startsWith(`${PAGE}?`);

function takesKeys(target: EventTarget | undefined): 'field' | 'control' | 'page' {
  if (!(target instanceof Element)) return 'page';
  if (target.matches('input:not([type="checkbox"]), select, textarea, [contenteditable]')) return 'field';
  return target.matches('button, a, summary, input, [tabindex="0"]') ? 'control' : 'page';
}

/**
 * The page One day, three shops: a class votes at nine moments whether to speak or to hush, and sees what three shops do
 * and what comes of it.
 *
 * Everything on it follows from its address, by one seed. It keeps nothing and asks nobody. It draws into the page itself,
 * as the shop does.
 */
export class ShopDay extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = {
    lang: {},
    speak: { attribute: false },
    run: { attribute: false },
    state: { state: true },
    keys: { state: true },
    width: { state: true },
    said: { state: true },
  };

  /** The language that it speaks. */
  declare lang: Lang;
  /** Called when the address asks for another language. */
  declare speak: (lang: Lang) => void;
  /** How shoppers are let live half a year. */
  declare run: Runner;

  declare private state: DayState;
  declare private keys: boolean;
  declare private width: number;
  declare private said: string;
  #asked: Lang | undefined;
  /** Where the focus goes once all is drawn, and whether the answers are to be brought into view. */
  #focus: string | undefined;
  #show: string | undefined;
  readonly #runs: ShopperRuns = newShopperRuns(
    (request, watch) => this.run(request, watch),
    () => {
      this.#follow();
    },
  );
  #halfWas: HalfYear['kind'] = 'idle';
  readonly #sized = new ResizeObserver(([entry]) => {
    const wide = entry?.contentRect.width ?? WIDEST;
    this.width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, wide)));
  });

  constructor() {
    super();
    this.lang = 'en';
    this.speak = () => undefined;
    this.run = runSimulation;
    this.state = readDay('');
    this.keys = true;
    this.width = WIDEST;
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#arrive);
    document.addEventListener('keydown', this.#press);
    this.addEventListener('click', this.#release);
    this.#arrive();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#arrive);
    document.removeEventListener('keydown', this.#press);
    this.removeEventListener('click', this.#release);
    this.#sized.disconnect();
    this.#runs.stop();
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const page = this.#page();
    const card = cardAt(this.state);
    return html`
      ${worldView(page)} ${stripView(page)}
      ${card === undefined ? html`${eveningView(page)} ${halfYearView(page)}` : html`${cardView(card, page)} ${frontsView(page)}`}
      ${toolsView(page)} ${teacherView(page)}
      <p class="day-private">${page.texts.private}</p>
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
    this.#sized.disconnect();
    const result = this.querySelector('.day-result');
    if (result) this.#sized.observe(result);
    if (changed.has('state')) this.#showPlace();
    if (this.#show !== undefined) {
      const behavior = isCalm() ? 'auto' : 'smooth';
      this.querySelector(this.#show)?.scrollIntoView({ block: 'nearest', behavior });
      this.#show = undefined;
    }
    const focus = this.#focus;
    this.#focus = undefined;
    if (focus !== undefined) this.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true });
  }

  /** The strip alone moves, never the page: one may be voting further down. */
  #showPlace(): void {
    const strip = this.querySelector('.day-strip ol');
    const place = strip?.querySelector('[aria-current]');
    if (!strip || !place) return;
    const [all, here] = [strip.getBoundingClientRect(), place.getBoundingClientRect()];
    strip.scrollBy(here.left + here.width / 2 - all.left - all.width / 2, 0);
  }

  readonly #arrive = (): void => {
    if (!isHere(location.hash)) return;
    const query = queryIn(location.hash);
    this.state = readDay(query);
    this.said = '';
    this.#asked = langIn(query);
    this.#want();
  };

  readonly #press = (event: KeyboardEvent): void => {
    if (!this.keys || event.defaultPrevented || event.repeat || !isHere(location.hash)) return;
    const { key, ctrlKey, altKey, metaKey, isComposing } = event;
    const [target] = event.composedPath();
    const modified = ctrlKey || altKey || metaKey || isComposing;
    const rtl = getComputedStyle(this).direction === 'rtl';
    const deed = keyDeed({ key, modified, on: takesKeys(target), rtl });
    if (!deed) return;
    event.preventDefault();
    this.#act(deed);
  };

  /** A click by hand gives the keys back to the page: the next press of space is to reveal, not to click once more. */
  readonly #release = ({ detail, target }: MouseEvent): void => {
    if (detail > 0 && target instanceof Element && target.closest('button')) {
      this.querySelector<HTMLElement>('#day-title')?.focus({ preventScroll: true });
    }
  };

  #write(): void {
    history.replaceState(history.state, '', `${PAGE}?${dayQuery(this.state, this.lang)}`);
  }

  #want(): void {
    if (this.state.at === 'end') this.#runs.want(this.state);
    else this.#runs.stop();
  }

  #follow(): void {
    const now = this.#runs.stateOf(this.state);
    if (now.kind === 'done' && this.#halfWas === 'running') {
      this.said = dayTexts(this.lang).said.done(now.simulation.shoppers);
    }
    this.#halfWas = now.kind;
    this.requestUpdate();
  }

  #page(): DayPage {
    const { lang, state, keys, width } = this;
    return { lang, state, keys, width, texts: dayTexts(lang), half: this.#runs.stateOf(state), deeds: this.#deeds };
  }

  #act(action: DayAction): void {
    const before = this.state;
    const after = reduceDay(before, action);
    if (after === before) return;
    this.state = after;
    this.said = this.#tell(action, before);
    this.#write();
    this.#want();
    const opened = after.open.length > before.open.length;
    if (opened) this.#show = '.day-fronts';
    else if (after.at !== before.at) this.#show = after.at === 'end' ? '.day-evening' : '.day-card';
    if (action.do === 'restart' || action.do === 'again' || (after.at === 'end' && before.at !== 'end')) {
      this.#focus = '#day-title';
    }
  }

  #tell(action: DayAction, before: DayState): string {
    const { said, vote, world } = dayTexts(this.lang);
    const card = cardAt(this.state);
    const ballot = ballotAt(this.state, card);
    if (action.do === 'vote') return said.voted(vote[action.vote], countVotes(ballot)[action.vote]);
    if (action.do === 'undo') return said.undone(ballot.length);
    if (action.do === 'world') return world.said[this.state.world];
    if (action.do === 'restart') return said.restarted;
    return isOpen(this.state, card) && !isOpen(before, card) ? this.#answers() : '';
  }

  /** What all shops do at this card, to be heard. */
  #answers(): string {
    const { lang, state } = this;
    const texts = dayTexts(lang);
    const card = cardAt(state);
    if (card === undefined) return '';
    const day = dayOf(state, lang, { withClass: false });
    const lines = FRONTS.map((name) => {
      const now = standingAt(day, card, name)?.now;
      if (!now) return '';
      const words = [saidBy(now, lang) ?? texts.silent, whyOf(name, { outcome: now, card }, texts), cameOf(now, texts)];
      return texts.said.revealed(texts.front[name].name, words.join('. ').replaceAll('..', '.'));
    });
    return lines.join(' ');
  }

  async #copyLink(): Promise<void> {
    this.#write();
    const { copied, notCopied } = dayTexts(this.lang);
    try {
      await navigator.clipboard.writeText(location.href);
      this.said = copied;
    } catch {
      // refused, or there is no clipboard here
      this.said = notCopied;
    }
  }

  readonly #deeds: DayDeeds = {
    act: (action) => {
      this.#act(action);
    },
    copyLink: () => {
      void this.#copyLink();
    },
    useKeys: (use) => {
      this.keys = use;
    },
    run: () => {
      this.#runs.want(this.state, { again: true });
    },
    stop: () => {
      this.#runs.stop();
    },
  };
}
