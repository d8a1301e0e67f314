import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { closestLang } from './closest-lang.js';
import { loadTexts, type Texts } from './texts.js';

/**
 * The words in the language that an element stands in, loaded before anything is shown and again when the page's `lang` changes.
 *
 * `texts` is undefined until they are there: the element then says nothing. `loaded` rejects when they cannot be had.
 */
export class TextsController implements ReactiveController {
  texts: Texts | undefined;
  /** The language around the element, which may be one without texts. */
  lang = 'en';
  loaded: Promise<void> = Promise.resolve();
  readonly #host: ReactiveControllerHost & Element;
  readonly #page = new MutationObserver(() => this.#load());

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#page.observe(document.documentElement, { attributeFilter: ['lang'] });
    this.#load();
  }

  hostDisconnected(): void {
    this.#page.disconnect();
  }

  #load(): void {
    this.lang = closestLang(this.#host);
    const wanted = this.lang;
    this.loaded = loadTexts(wanted).then((texts) => {
      if (wanted !== this.lang) return;
      this.texts = texts;
      this.#host.requestUpdate();
    });
    this.loaded.catch(() => undefined); // whoever awaits it hears of it; without words the element stays silent
  }
}
