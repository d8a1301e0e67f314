import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { currentTactful, type Tactful } from '../client/index.js';

/** An element that works with the instance of one scope. */
export type ScopedHost = ReactiveControllerHost & Element & { readonly scope: string | undefined };

/**
 * The page's instance of the host's scope, for as long as the host is in the page.
 *
 * `onFound` runs once for every time the host is connected, when the page has created the instance, and returns what undoes it.
 * Without an instance nothing ever runs.
 */
export class InstanceController implements ReactiveController {
  current: Tactful | undefined;
  readonly #host: ScopedHost;
  readonly #onFound: (tactful: Tactful) => () => void;
  #stop: (() => void) | undefined;
  #connections = 0;

  constructor(host: ScopedHost, onFound: (tactful: Tactful) => () => void) {
    this.#host = host;
    this.#onFound = onFound;
    host.addController(this);
  }

  hostConnected(): void {
    const connection = ++this.#connections;
    currentTactful(this.#host.scope).then(
      (tactful) => {
        if (connection !== this.#connections) return;
        this.current = tactful;
        this.#stop = this.#onFound(tactful);
        this.#host.requestUpdate();
      },
      () => undefined, // a page without the library keeps what it has
    );
  }

  hostDisconnected(): void {
    this.#connections += 1;
    this.#stop?.();
    this.#stop = undefined;
  }
}
