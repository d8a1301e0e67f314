import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { storeIn, type ErasureCard } from './erasure-card.js';
import type { LensSource } from './lens-source.js';

/** What was seen when it looked last. */
export interface Watched {
  /** Epoch milliseconds of the device's clock; `undefined` before the first look. */
  readonly lookedAt: number | undefined;
  /** Rows that were erased and can be read again. */
  readonly back: number;
  /** Rows that came since: of what the shopper said or did afterwards. */
  readonly fresh: number;
  /** The last look did not succeed. */
  readonly blind: boolean;
  readonly over: boolean;
}

/** How often it looks, and for how long. */
export interface WatchTimes {
  readonly everyMs: number;
  readonly forMs: number;
}

const TIMES: WatchTimes = { everyMs: 5000, forMs: 600_000 };
const NOT_YET: Watched = { lookedAt: undefined, back: 0, fresh: 0, blind: false, over: false };

/** After an erasure: looks again and again, and says whether anything of it has come back. */
export class WatchController implements ReactiveController {
  watched: Watched = NOT_YET;
  readonly #host: ReactiveControllerHost;
  readonly #times: WatchTimes;
  #card: ErasureCard | undefined;
  #source: LensSource | undefined;
  /** What was there right after: of what the shopper forbade, only the bare rule stays. */
  #left: ReadonlySet<string> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #stop: (() => void) | undefined;
  #until = 0;

  constructor(host: ReactiveControllerHost, times: WatchTimes = TIMES) {
    this.#host = host;
    this.#times = times;
    host.addController(this);
  }

  /** Watches what a card says is gone; nothing without one. */
  use(card: ErasureCard | undefined, source: LensSource | undefined): void {
    this.#end();
    this.#card = card;
    this.#source = source;
    this.#left = undefined;
    this.watched = NOT_YET;
    if (!card || !source) return;
    this.#until = Date.now() + this.#times.forMs;
    this.#begin();
  }

  hostConnected(): void {
    if (this.#card && !this.watched.over) this.#begin();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #begin(): void {
    this.#end();
    this.#timer = setInterval(() => void this.#look(), this.#times.everyMs);
    this.#stop = this.#source?.subscribe(() => void this.#look());
    void this.#look();
  }

  #end(): void {
    clearInterval(this.#timer);
    this.#stop?.();
    this.#stop = undefined;
  }

  async #look(): Promise<void> {
    const [card, source] = [this.#card, this.#source];
    if (!card || !source) return;
    const look = await source.look().catch((): undefined => undefined);
    if (card !== this.#card) return;
    const over = Date.now() >= this.#until;
    if (over) this.#end();
    if (!look || 'trouble' in look || look.snapshot.unreadable.includes(card.scope)) {
      this.watched = { ...this.watched, blind: true, over };
    } else {
      const ids = (storeIn(look, card.scope)?.events ?? []).map(({ id }) => id);
      this.#left ??= new Set(ids.filter((id) => !card.erased.has(id)));
      const left = this.#left;
      this.watched = {
        lookedAt: Date.now(),
        back: ids.filter((id) => card.erased.has(id)).length,
        fresh: ids.filter((id) => !card.erased.has(id) && !left.has(id)).length,
        blind: false,
        over,
      };
    }
    this.#host.requestUpdate();
  }
}
