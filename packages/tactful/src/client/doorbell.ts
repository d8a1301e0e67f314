// The channel's name and message are part of the store's format (docs/store.md).
const CHANNEL = 'tactful';
/** Rings come in bursts: so long after the first one look answers them all. */
const QUIET_MS = 50;
/** Somebody who writes row after row rings no more often than this. */
const RING_EVERY_MS = 200;
/** Twenty tabs that all write must leave each other time to: after a look a tab rests so many times as long. */
const REST = 10;
const MOST_REST_MS = 2000;

/** Tells other tabs and readers at rest that something was written, and hears them. Carries nothing else. */
export interface DoorbellPair {
  readonly ring: () => void;
  readonly close: () => void;
}

/** Work that is asked for more often than it should be done: never twice at once, and after it there is a rest. */
export function newTurns(work: () => Promise<unknown>): { readonly ask: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rested = -Infinity;
  let isRunning = false;
  let isAsked = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    const from = performance.now();
    await work().catch(() => undefined);
    const to = performance.now();
    rested = to + Math.min(MOST_REST_MS, REST * (to - from));
    isRunning = false;
    timer = undefined;
    if (isAsked) ask();
  };
  const ask = (): void => {
    isAsked = isRunning;
    if (!isRunning) timer ??= setTimeout(() => void run(), Math.max(QUIET_MS, rested - performance.now()));
  };
  return {
    ask,
    end: () => {
      isAsked = false;
      clearTimeout(timer);
    },
  };
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
    quiet = setTimeout(() => {
      quiet = undefined;
      if (isOwed) ringNow();
    }, RING_EVERY_MS);
  };
  return {
    ring: () => {
      if (quiet === undefined) ringNow();
      else isOwed = true;
    },
    close: () => {
      if (isOwed) ringNow();
      clearTimeout(quiet);
      looks.end();
      channel.close();
    },
  };
}
