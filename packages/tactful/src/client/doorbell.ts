// The channel's name and message are part of the store's format (docs/store.md).
const CHANNEL = 'tactful';
/** Rings come in bursts; one look answers them all. */
const QUIET_MS = 50;

/** Tells other tabs and readers at rest that something was written, and hears them. Carries nothing else. */
export interface DoorbellPair {
  readonly ring: () => void;
  readonly close: () => void;
}

/** A doorbell that calls back, once a burst, when somebody else rings. Silent where there are no channels. */
export function newDoorbell(heard: () => void): DoorbellPair {
  if (typeof BroadcastChannel !== 'function') return { ring: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(CHANNEL);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rev = 0;
  channel.onmessage = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      heard();
    }, QUIET_MS);
  };
  return {
    ring: () => {
      channel.postMessage({ v: 1, rev: rev++ });
    },
    close: () => {
      clearTimeout(timer);
      channel.close();
    },
  };
}
