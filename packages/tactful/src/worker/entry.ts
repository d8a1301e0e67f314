import { expose } from 'comlink';
import { createHost } from './host.js';
import { READY_MESSAGE } from './protocol.js';

expose(createHost());
// The page waits for this word: a worker that a policy blocked says nothing, not even an error.
globalThis.postMessage(READY_MESSAGE);
