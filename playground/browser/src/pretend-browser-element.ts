import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { pretendChrome, type PretendChrome } from './pretend-chrome.js';
import { giveChrome, loadedWindow, runScript, stagePage } from './stage.js';
import { browserTexts, type BrowserLang, type BrowserTexts } from './texts.js';

const STAGE = 'stage.html';
const EXTENSION = new URL('extension/', document.baseURI);
const file = (name: string): URL => new URL(name, EXTENSION);

/**
 * A browser window drawn in the page: one tab, a bar with the extension's icon, and a side panel in which the extension's own
 * built panel runs over a pretend `chrome`. Draws into the page itself.
 */
export class PretendBrowser extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = {
    lang: { type: String },
    address: { type: String },
    tab: { state: true },
    panelOpen: { state: true },
    looked: { state: true },
  };

  /** Where the tab starts: an address of our own origin. */
  declare address: string;
  declare lang: BrowserLang;
  declare private tab: { readonly title: string; readonly address: string };
  declare private panelOpen: boolean;
  /** Whether the icon was ever clicked: then the hint has done its work. */
  declare private looked: boolean;
  readonly #chrome: PretendChrome;
  #titles: MutationObserver | undefined;

  constructor() {
    super();
    this.address = '../index.html';
    this.lang = 'en';
    this.tab = { title: '', address: '' };
    this.panelOpen = false;
    this.looked = false;
    this.#chrome = pretendChrome({
      lang: () => this.lang,
      page: () => this.#shop?.contentWindow ?? undefined,
      run: (name) => this.#runInTab(name),
      openPanel: () => {
        this.panelOpen = true;
      },
    });
  }

  protected override createRenderRoot(): this {
    return this;
  }

  get #shop(): HTMLIFrameElement | null {
    return this.querySelector('iframe[name=shop]');
  }

  /** The background script runs from the start, as in a browser: it is what hears the click. */
  protected override firstUpdated(): void {
    const frame = this.querySelector<HTMLIFrameElement>('.background');
    if (!frame) return;
    void loadedWindow(frame).then(async (stage) => {
      giveChrome(stage, this.#chrome.inside);
      await runScript(stage, { address: file('background.js').href, type: 'module' });
      this.dataset['ready'] = '';
    });
  }

  async #runInTab(name: string): Promise<void> {
    const page = this.#shop?.contentWindow;
    if (!page) throw new Error('tab: nothing in it');
    giveChrome(page, this.#chrome.content);
    await runScript(page, { address: file(name).href, type: 'classic' });
  }

  readonly #tabLoaded = (): void => {
    const page = this.#shop?.contentWindow;
    if (!page) return;
    const follow = (): void => {
      this.tab = { title: page.document.title, address: page.location.href };
    };
    this.#titles?.disconnect();
    this.#titles = new MutationObserver(follow);
    this.#titles.observe(page.document.head, { subtree: true, childList: true, characterData: true });
    page.addEventListener('hashchange', follow);
    page.addEventListener('pagehide', this.#chrome.loading);
    follow();
    this.#chrome.loaded();
  };

  readonly #panelLoaded = ({ currentTarget }: Event): void => {
    const stage = currentTarget instanceof HTMLIFrameElement ? currentTarget.contentWindow : null;
    if (!stage) return;
    giveChrome(stage, this.#chrome.inside);
    void stagePage(stage, file('panel.html'));
  };

  readonly #click = (): void => {
    this.looked = true;
    this.#chrome.click();
  };

  readonly #closePanel = (): void => {
    this.panelOpen = false;
    this.#chrome.panelClosed();
    this.querySelector<HTMLElement>('#icon')?.focus();
  };

  readonly #otherLanguage = (): void => {
    const lang = this.lang === 'nl' ? 'en' : 'nl';
    const url = new URL(location.href);
    url.searchParams.set('lang', lang);
    // A browser learns another language by starting again.
    location.assign(url);
  };

  #bar(texts: BrowserTexts): TemplateResult {
    const go = (act: (page: Window) => void) => () => {
      const page = this.#shop?.contentWindow;
      if (page) act(page);
    };
    return html`<div class="bar" role="toolbar" aria-label=${texts.window}>
      <button
        aria-label=${texts.back}
        @click=${go((page) => {
          page.history.back();
        })}
      >
        <span aria-hidden="true">←</span>
      </button>
      <button
        aria-label=${texts.reload}
        @click=${go((page) => {
          page.location.reload();
        })}
      >
        <span aria-hidden="true">↻</span>
      </button>
      <label class="address"
        ><span class="visually-hidden">${texts.address}</span>
        <input dir="ltr" readonly .value=${this.tab.address.replace(/^https?:\/\//, '')}
      /></label>
      ${this.looked ? nothing : html`<span class="hint" aria-hidden="true">${texts.hint}</span>`}
      <button id="icon" aria-label=${texts.icon} aria-expanded=${String(this.panelOpen)} @click=${this.#click}>
        <img src=${file('icons/32.png').href} alt="" />
      </button>
    </div>`;
  }

  #panel(texts: BrowserTexts): TemplateResult {
    return html`<aside class="panel" aria-label=${texts.panel}>
      <div class="panel-head">
        <h2>${texts.panel}</h2>
        <button aria-label=${texts.close} @click=${this.#closePanel}><span aria-hidden="true">×</span></button>
      </div>
      <iframe name="panel" title=${texts.panel} src=${STAGE} @load=${this.#panelLoaded}></iframe>
    </aside>`;
  }

  protected override render(): TemplateResult {
    const texts = browserTexts(this.lang);
    return html`
      <header class="introduction">
        <h1>${texts.title}</h1>
        <p>${texts.introduction}</p>
        <nav>
          <a href="../index.html">${texts.shop}</a>
          <button class="link" lang=${this.lang === 'nl' ? 'en' : 'nl'} @click=${this.#otherLanguage}>
            ${texts.other}
          </button>
        </nav>
      </header>
      <main class="window" aria-label=${texts.window}>
        <div class="tabs">
          <span class="lights" aria-hidden="true"><span></span><span></span><span></span></span>
          <p class="tab"><bdi>${this.tab.title}</bdi></p>
        </div>
        ${this.#bar(texts)}
        <div class="view ${this.panelOpen ? 'split' : ''}">
          <div class="page">
            <iframe name="shop" title=${texts.page} src=${this.address} @load=${this.#tabLoaded}></iframe>
          </div>
          ${this.panelOpen ? this.#panel(texts) : nothing}
        </div>
      </main>
      <iframe class="background" title="" aria-hidden="true" tabindex="-1" src=${STAGE}></iframe>
    `;
  }
}
