export { AppendError, openAppender, newReplica, type Appender } from './append.js';
export { commandAck, eraseAtRest, forgetAtRest, leaveCommand } from './command-at-rest.js';
export {
  databaseName,
  DOORBELL_CHANNEL,
  STORE_FORMAT,
  STORE_NAMES,
  STORE_VERSION,
  type ConfigRecord,
  type ConsentRecord,
  type ControlRecord,
  type DecisionRecord,
  type Doorbell,
  type ErasureReceipt,
  type ErasureRecord,
  type ExportDocument,
  type LedgerRecord,
  type MetaRecord,
  type Segment,
  type StoreContents,
  type StoreName,
} from './format.js';
export { openMemoryStore } from './memory-store.js';
export { openStore, type StoreDatabase, type StoreSchema } from './open.js';
export { openPersistentStore } from './persistent-store.js';
export { readAtRest, storedScopes } from './read-at-rest.js';
export { storeExists } from './store-exists.js';
export {
  newMeta,
  RESERVATION_MS,
  type ConsentChange,
  type Remainder,
  type Reservation,
  type ReservationResult,
  type Store,
} from './store.js';
