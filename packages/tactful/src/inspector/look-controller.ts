import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LensSource, Look } from './lens-source.js';

/** Keeps the latest look of a source, and looks again when it says that something has changed. */
export class LookController implements ReactiveController {
  look: Look | undefined;
  readonly #host: ReactiveControllerHost;
  #source: LensSource | undefined;
  #stop: (() => void) | undefined;
  #asked = 0;

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

  /** Looks now. Resolves when what was found is there to be shown; an answer that was overtaken is dropped. */
  async again(): Promise<void> {
    const source = this.#source;
    if (!source) return;
    const asked = ++this.#asked;
    // Whatever a source did not foresee, the shopper must not see an empty panel.
    const look = await source.look().catch((): Look => ({ trouble: 'unreadable' }));
    if (asked !== this.#asked || source !== this.#source) return;
    this.look = look;
    this.#host.requestUpdate();
  }
}
