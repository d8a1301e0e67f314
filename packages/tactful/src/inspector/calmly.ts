/** At most four looks a second, however often anybody rings. */
const REST_MS = 250;

/** Turns any number of rings into one call at the end of each quarter of a second in which there was one. */
export function calmly(changed: () => void): { readonly ring: () => void; readonly stop: () => void } {
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
