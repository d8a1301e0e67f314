import { expose } from 'comlink';
import { GONE_MESSAGE, READY_MESSAGE, type Host, type Served } from './protocol.js';

const UNREADABLE = /bad serialized structured data|The object could not be cloned/;

/**
 * What Firefox reports by itself where a damaged file holds what cannot be read. Whoever asked for it has an error already;
 * reported further it would count as the end of this worker, and as an error of the page.
 */
function keepToOneself(event: ErrorEvent): void {
  if (UNREADABLE.test(event.message)) event.preventDefault();
}

/** Answers the calls of the page that started this worker. */
export function serve(host: Host): void {
  globalThis.addEventListener('error', keepToOneself);
  // Beside the calls, which wait for each other: whether this worker lives must not wait for a disk.
  const served: Served = { call: host.call, beat: () => true };
  expose(served);
  // The page waits for this word: a worker that a policy blocked says nothing, not even an error.
  globalThis.postMessage(READY_MESSAGE);
}

/** Tells the page, which may have no connection of its own to hear it by, that the store is gone. */
export function sayGone(): void {
  globalThis.postMessage(GONE_MESSAGE);
}
