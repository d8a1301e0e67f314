// For tests of what is left: listeners of window and document, and timers, seen as they come and go.

/** What came since and has not gone. */
export interface Leftovers {
  /** The names of events that somebody listens to on window or document. */
  readonly listeners: () => readonly string[];
  readonly timers: () => number;
  readonly stop: () => void;
}

type Add = EventTarget['addEventListener'];

/** Sees listeners and timers from now on, until it is stopped. */
export function seeLeftovers(): Leftovers {
  const listeners: { readonly target: unknown; readonly type: string; readonly listener: unknown }[] = [];
  const timers = new Set<unknown>();
  const clocks = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const set = clocks.setTimeout.bind(globalThis);
  const clear = clocks.clearTimeout.bind(globalThis);
  const hear = (target: Window | Document): void => {
    const add = target.addEventListener.bind(target) as Add;
    const remove = target.removeEventListener.bind(target) as Add;
    Object.assign(target, {
      addEventListener: (...[type, listener, options]: Parameters<Add>) => {
        listeners.push({ target, type, listener });
        add(type, listener, options);
      },
      removeEventListener: (...[type, listener, options]: Parameters<Add>) => {
        const index = listeners.findIndex((each) => each.target === target && each.listener === listener);
        if (index >= 0) listeners.splice(index, 1);
        remove(type, listener, options);
      },
    });
  };
  hear(window);
  hear(document);
  Object.assign(globalThis, {
    setTimeout: (act: () => void, ms?: number) => {
      const timer = set(() => {
        timers.delete(timer);
        act();
      }, ms);
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer: number) => {
      timers.delete(timer);
      clear(timer);
    },
  });
  return {
    listeners: () => listeners.map(({ type }) => type),
    timers: () => timers.size,
    stop: () => {
      for (const target of [window, document]) {
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      }
      Object.assign(globalThis, clocks);
    },
  };
}
