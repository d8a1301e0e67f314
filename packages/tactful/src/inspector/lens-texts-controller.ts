import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { closestLang } from '../elements/closest-lang.js';
import { loadLensTexts, type LensTexts } from './lens-words.js';

/** The words of the lens in the language it stands in, loaded before anything is shown and again when that changes. */
export class LensTextsController implements ReactiveController {
  texts: LensTexts | undefined;
  readonly #host: ReactiveControllerHost & Element;
  readonly #changes: MutationObserver = new MutationObserver(() => void this.#load());
  #wanted = '';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const element of [document.documentElement, this.#host])
      this.#changes.observe(element, { attributeFilter: ['lang'] });
    void this.#load();
  }

  hostDisconnected(): void {
    this.#changes.disconnect();
  }

  async #load(): Promise<void> {
    const lang = closestLang(this.#host);
    this.#wanted = lang;
    const texts = await loadLensTexts(lang);
    if (lang !== this.#wanted) return;
    this.texts = texts;
    this.#host.requestUpdate();
  }
}
