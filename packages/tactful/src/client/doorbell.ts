// The channel's name and message are part of the store's format (docs/store.md).
const CHANNEL = 'tactful';
/** Rings come in bursts: so long after the first one look answers them all. */
const QUIET_MS = 50;
/** Somebody who writes row after row rings no more often than this. */
const RING_EVERY_MS = 200;
/** Twenty tabs that all write must leave each other time to write: after a look a tab rests so many times as long. */
const REST = 10;
/** Well below the two seconds after which a reader takes it that nobody obeys its command. */
const MOST_REST_MS = 500;

/** Tells other tabs and readers at rest that something was written, and hears them. Carries nothing else. */
export interface DoorbellPair {
  readonly ring: () => void;
  readonly close: () => void;
}

/** Work that is asked for more often than it should be done: never twice at once, and after it there is a rest. */
export function newTurns(work: () => Promise<unknown>): { readonly ask: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restsUntil = -Infinity;
  let isRunning = false;
  let asked = 0;
  let hasEnded = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    const answered = asked;
    const from = performance.now();
    await work().catch(() => undefined);
    const to = performance.now();
    restsUntil = to + Math.min(MOST_REST_MS, REST * (to - from));
    isRunning = false;
    timer = undefined;
    if (asked > answered) ask();
  };
  const ask = (): void => {
    asked++;
    if (isRunning || hasEnded) return;
    timer ??= setTimeout(() => void run(), Math.max(QUIET_MS, restsUntil - performance.now()));
  };
  return {
    ask,
    end: () => {
      hasEnded = true;
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
