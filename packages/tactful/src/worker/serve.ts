import { expose } from 'comlink';
import { READY_MESSAGE, type Host, type Served } from './protocol.js';

/** Answers the calls of the page that started this worker. */
export function serve(host: Host): void {
  // Beside the calls, which wait for each other: whether this worker lives must not wait for a disk.
  const served: Served = { call: host.call, beat: () => true };
  expose(served);
  // The page waits for this word: a worker that a policy blocked says nothing, not even an error.
  globalThis.postMessage(READY_MESSAGE);
}
