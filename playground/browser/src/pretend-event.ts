/** What `chrome` calls an event: listeners that come and go. */
export interface PretendEvent<Listener extends (...given: never[]) => unknown> {
  readonly addListener: (listener: Listener) => void;
  readonly removeListener: (listener: Listener) => void;
  /** Those who listen now. */
  readonly listeners: () => readonly Listener[];
  readonly clear: () => void;
}

/** An event without listeners. */
export function pretendEvent<Listener extends (...given: never[]) => unknown>(): PretendEvent<Listener> {
  const known = new Set<Listener>();
  return {
    addListener: (listener) => void known.add(listener),
    removeListener: (listener) => void known.delete(listener),
    listeners: () => [...known],
    clear: () => {
      known.clear();
    },
  };
}
