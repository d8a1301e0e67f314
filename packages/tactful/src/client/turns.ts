/** Rings come in bursts: so long after the first one look answers them all. */
const QUIET_MS = 50;
/** Twenty tabs that all write must leave each other time to write: after a look a tab rests so many times as long. */
const REST = 10;
/** Well below the two seconds after which a reader takes it that nobody obeys its command. */
const MOST_REST_MS = 500;

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
