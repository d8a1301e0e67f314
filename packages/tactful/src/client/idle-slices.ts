import type { Host } from '../worker/protocol.js';

/** A page that is never idle is answered all the same. */
const LONGEST_WAIT_MS = 200;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      resolve();
    };
    if (typeof requestIdleCallback === 'function') requestIdleCallback(go, { timeout: LONGEST_WAIT_MS });
    else setTimeout(go);
  });

/** A host on this thread that begins each call when the page has nothing else to do, or after 200 ms; in their order. */
export function inIdleSlices(host: Host): Host {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    call: (name, argument) => {
      const answer = tail.then(idle).then(() => host.call(name, argument));
      tail = answer;
      return answer;
    },
  };
}
