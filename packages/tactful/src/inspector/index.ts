import { openWhenAsked } from './open-lens.js';

export { readPage, type PageProduct } from '../client/read-page.js';
export {
  DOORBELL_CHANNEL,
  readAtRest,
  storedScopes,
  type ConfigRecord,
  type ControlRecord,
  type ErasureReceipt,
  type LedgerRecord,
  type MetaRecord,
  type StoreContents,
  type Said,
  type SayingAction,
} from '../storage/index.js';
export { calmly, type CalmBell } from './calmly.js';
export { cleanText } from './clean-text.js';
export { defineLens } from './define-lens.js';
export { erasureCard, eraseWithCard, type ErasureCard } from './erasure-card.js';
export type { TactfulLens } from './lens-element.js';
export type { TactfulReceipt } from './receipt-element.js';
export type {
  Amount,
  AnnouncedRow,
  CompanyRow,
  LensCommand,
  LensReceipt,
  LensSource,
  LensTrouble,
  Look,
  PageReport,
  Provenance,
  Snapshot,
  StoredPlace,
  StoredRow,
  StoreReport,
} from './lens-source.js';
export type { HostOwner, PageMaterial } from './page-material.js';
export { closeLens, openLens } from './open-lens.js';
export { readPageMaterial, readStoreContents } from './read-received.js';
export { reportPage } from './report-page.js';
export { reportStore } from './report-store.js';
export { storeSource, type StoreSourceOptions } from './store-source.js';
export { takeCommand } from './take-command.js';

void openWhenAsked();
