import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LensSource, Look } from './lens-source.js';

/** Keeps the latest look of a source, and looks again when it says that something has changed. */
export class LookController implements ReactiveController {
  look: Look | undefined;
  readonly #host: ReactiveControllerHost;
  #source: LensSource | undefined;
  #stop: (() => void) | undefined;
  #asked = 0;
  #latest: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Looks through another source, or through none. */
  use(source: LensSource | undefined): void {
    this.#stop?.();
    this.#source = source;
    this.look = undefined;
    this.#begin();
  }

  hostConnected(): void {
    if (!this.#stop) this.#begin();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #begin(): void {
    this.#stop = this.#source?.subscribe(() => void this.again());
    void this.again();
  }

  /** Looks now. Resolves when the newest look is there to be shown; an answer that was overtaken is dropped. */
  again(): Promise<void> {
    this.#latest = this.#ask();
    return this.#latest;
  }

  async #ask(): Promise<void> {
    const source = this.#source;
    if (!source) return;
    const asked = ++this.#asked;
    // Whatever a source did not foresee, the shopper must not see an empty panel.
    const look = await source.look().catch((): Look => ({ trouble: 'unreadable' }));
    if (asked !== this.#asked) {
      await this.#latest;
      return;
    }
    if (source !== this.#source) return;
    this.look = look;
    this.#host.requestUpdate();
  }
}
