/** Listeners by name. One that throws does not stop the others: its error is reported to the page. */
export interface Emitter<Details> {
  readonly on: <Name extends keyof Details>(name: Name, listener: (detail: Details[Name]) => void) => () => void;
  /** Whether anybody listens. */
  readonly has: (name: keyof Details) => boolean;
  readonly emit: <Name extends keyof Details>(name: Name, detail: Details[Name]) => void;
}

/** An emitter without listeners. */
export function newEmitter<Details>(): Emitter<Details> {
  const listeners: { [Name in keyof Details]?: Set<(detail: Details[Name]) => void> } = {};
  return {
    on: (name, listener) => {
      const known = (listeners[name] ??= new Set());
      known.add(listener);
      return () => {
        known.delete(listener);
      };
    },
    has: (name) => (listeners[name]?.size ?? 0) > 0,
    emit: (name, detail) => {
      for (const listener of listeners[name] ?? []) {
        try {
          listener(detail);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
