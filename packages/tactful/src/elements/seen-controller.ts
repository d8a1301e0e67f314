import type { ReactiveController, ReactiveControllerHost } from 'lit';

const HALF = 0.5;
const SECOND_MS = 1000;

/** Tells when at least half of the host has been in sight for a second without a break, in a page that is itself in sight. */
export class SeenController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #onSeen: (() => void) | undefined;
  #inSight = false;
  #timer: number | undefined;
  #observer: IntersectionObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** Calls back once, for the last thing that was asked to be watched. */
  watch(onSeen: () => void): void {
    this.stop();
    this.#onSeen = onSeen;
    this.hostConnected();
  }

  stop(): void {
    this.hostDisconnected();
    this.#onSeen = undefined;
  }

  hostConnected(): void {
    if (!this.#onSeen || this.#observer) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#inSight = (entries.at(-1)?.intersectionRatio ?? 0) >= HALF;
        this.#judge();
      },
      { threshold: HALF },
    );
    this.#observer.observe(this.#host);
    document.addEventListener('visibilitychange', this.#judge);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#inSight = false;
    document.removeEventListener('visibilitychange', this.#judge);
    this.#judge();
  }

  readonly #judge = (): void => {
    window.clearTimeout(this.#timer);
    if (!this.#inSight || document.hidden) return;
    this.#timer = window.setTimeout(() => {
      const onSeen = this.#onSeen;
      this.stop();
      onSeen?.();
    }, SECOND_MS);
  };
}
