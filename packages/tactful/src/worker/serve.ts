import { expose } from 'comlink';
import { READY_MESSAGE, type Host } from './protocol.js';

/** Answers the calls of the page that started this worker. */
export function serve(host: Host): void {
  expose(host);
  // The page waits for this word: a worker that a policy blocked says nothing, not even an error.
  globalThis.postMessage(READY_MESSAGE);
}
