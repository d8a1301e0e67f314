import { newTurns } from './turns.js';

// The channel's name and message are part of the store's format (docs/store.md).
const CHANNEL = 'tactful';
/** Somebody who writes row after row rings no more often than this. */
const RING_EVERY_MS = 200;

/** Tells other tabs and readers at rest that something was written, and hears them. Carries nothing else. */
export interface DoorbellPair {
  readonly ring: () => void;
  readonly close: () => void;
}

/** A doorbell that calls back when somebody else rings, once for a burst. Silent where there are no channels. */
export function newDoorbell(heard: () => Promise<unknown>): DoorbellPair {
  if (typeof BroadcastChannel !== 'function') return { ring: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(CHANNEL);
  const looks = newTurns(heard);
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let isOwed = false;
  let rev = 0;
  channel.onmessage = looks.ask;
  const ringNow = (): void => {
    isOwed = false;
    channel.postMessage({ v: 1, rev: rev++ });
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      quiet = undefined;
      settle();
    }, RING_EVERY_MS);
  };
  const settle = (): void => {
    if (isOwed) ringNow();
  };
  addEventListener('pagehide', settle);
  return {
    ring: () => {
      if (quiet === undefined) ringNow();
      else isOwed = true;
    },
    close: () => {
      removeEventListener('pagehide', settle);
      settle();
      clearTimeout(quiet);
      looks.end();
      channel.close();
    },
  };
}
