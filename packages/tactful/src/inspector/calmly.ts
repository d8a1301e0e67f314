/** At most four looks a second, however often anybody rings. */
const REST_MS = 250;

/** A bell that anybody may ring as often as they like. */
export interface CalmBell {
  /** Asks for a call soon; asking again before it came changes nothing. */
  readonly ring: () => void;
  /** Forgets a call that has not come yet. */
  readonly stop: () => void;
}

/** Turns any number of rings into one call at the end of each quarter of a second in which there was one. */
export function calmly(changed: () => void): CalmBell {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    ring: () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        changed();
      }, REST_MS);
    },
    stop: () => {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
