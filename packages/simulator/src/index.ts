export { replay, type ReplayedDecision, type ReplaySetting } from './replay.js';
export { basketSteps, pageViewSteps, type ReplayStep } from './replay-steps.js';
export { spreadOf, summarizeReplay, type ReplaySummary, type SilenceCount, type Spread } from './replay-summary.js';
export type { HitCount, HitReport } from './hits.js';
export { readEvents, type EventsReading, type RefusedRow } from './read-events.js';
export { completeJourneyCatalog, type ProductRow } from './complete-journey-catalog.js';
export { busiestHousehold, householdPurchases, type TransactionRow } from './complete-journey-baskets.js';
