/** A minute, in seconds. */
export const MINUTE = 60;

/** Counts a minute down from its first click. */
export interface Countdown {
  /** The second at which a click happens, from 0 to 60; the first one starts the clock. */
  readonly stamp: () => number;
  /** Whole seconds that are left; nothing before the first click. */
  readonly left: () => number | undefined;
  readonly stop: () => void;
}

/** A countdown by a clock in milliseconds; `onTick` is called now and then while it runs. */
export function newCountdown(clock: () => number, onTick: () => void): Countdown {
  let start: number | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;
  const passed = (): number => (start === undefined ? 0 : (clock() - start) / 1000);
  return {
    stamp: () => {
      if (start === undefined) {
        start = clock();
        ticking = setInterval(onTick, 250);
      }
      return Math.min(MINUTE, Math.floor(passed()));
    },
    left: () => (start === undefined ? undefined : Math.max(0, Math.ceil(MINUTE - passed()))),
    stop: () => {
      clearInterval(ticking);
      start = undefined;
    },
  };
}
