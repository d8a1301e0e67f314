/** How long a step may take: promise N6. */
const HANG_MS = 5000;

/** What became of it. */
export type Outcome = 'done' | 'refused' | 'hung';

/** Does something, and tells whether that was done, was refused, or did not end in time. */
export function outcomeOf(act: () => Promise<unknown>): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve('hung');
    }, HANG_MS);
    act()
      .then(
        () => {
          resolve('done');
        },
        () => {
          resolve('refused');
        },
      )
      .finally(() => {
        clearTimeout(timer);
      });
  });
}
