export { openAppender, newReplica } from './append.js';
export { commandAck, eraseAtRest, forgetAtRest, leaveCommand, sayAtRest } from './command-at-rest.js';
export {
  databaseName,
  DOORBELL_CHANNEL,
  type ConfigRecord,
  type ConsentRecord,
  type ControlRecord,
  type DecisionRecord,
  type ErasureReceipt,
  type LedgerRecord,
  type MetaRecord,
  type Said,
  type SayingAction,
  type StoreContents,
} from './format.js';
export { openMemoryStore } from './memory-store.js';
export { openStore } from './open.js';
export { openPersistentStore } from './persistent-store.js';
export { readAtRest, storedScopes } from './read-at-rest.js';
export { shownDecision } from './shown-decision.js';
export { storeExists } from './store-exists.js';
export { newMeta, type Store } from './store.js';
export { ringOnce } from './ring-once.js';
