import type { ShopEvent } from './route-events.js';

/** Whatever takes the shop's events: tactful, once it is there. */
export interface Listener {
  readonly track: (name: string, params: Readonly<Record<string, unknown>>) => unknown;
}

/** Passes the shop's events on. */
export interface Teller {
  readonly tell: (events: readonly ShopEvent[]) => void;
  /** From now on events go here, those that waited first; to nobody when the library is missing. */
  readonly connect: (listener: Listener | undefined) => void;
}

/** Events that may wait for the library: what one page and a few clicks tell. */
const WAITING = 40;

/**
 * A teller that nobody listens to yet. Once connected, an event is passed on in the task in which it happened, so that the
 * last one before a page is left is not lost. Nothing that a listener does can hold up the shop.
 */
export function newTeller(): Teller {
  let state: 'waiting' | 'nobody' | Listener = 'waiting';
  let waiting: readonly ShopEvent[] = [];
  const tell = (events: readonly ShopEvent[]): void => {
    if (state === 'waiting') waiting = [...waiting, ...events].slice(-WAITING);
    if (typeof state === 'string') return;
    for (const { name, params } of events) state.track(name, params);
  };
  return {
    tell,
    connect: (listener) => {
      state = listener ?? 'nobody';
      const late = waiting;
      waiting = [];
      tell(late);
    },
  };
}
