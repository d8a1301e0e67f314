export { readAffinities, type Affinity, type AffinityBase, type AffinityReader } from './affinity.js';
export { conditionAttributes } from './attributes.js';
export { overallSpent, offerSpent, type Spent } from './caps.js';
export {
  isPromotional,
  OFFER_CLASSES,
  productId,
  type Catalog,
  type CatalogProblem,
  type Content,
  type Offer,
  type OfferClass,
} from './catalog.js';
export { categoryPrefixes, itemCategories } from './category-path.js';
export { DAY_MS, durationMs, HOUR_MS, localDay, MINUTE_MS, SECOND_MS, VISIT_GAP_MS, type Now } from './clock.js';
export {
  compileCatalog,
  type CapWindow,
  type CompiledCatalog,
  type CompiledOffer,
  type TasteGroup,
} from './compile-catalog.js';
export { compileCondition, ConditionError, type Test } from './condition.js';
export { addAnchored, decayFactor, NOTHING, readAnchored, type Anchored } from './decay.js';
export { decide, silentTrace, type DecideInput } from './decide.js';
export type {
  Candidate,
  ChosenOffer,
  Contribution,
  Decision,
  DecisionTrace,
  Direction,
  FeatureEffect,
  Ground,
  Silence,
} from './decision.js';
export { exp, exp2, ln, sigmoid } from './dmath.js';
export {
  CONTACT_EVENT_NAMES,
  CONTEXT_EVENT_NAMES,
  GA4_EVENT_NAMES,
  isContact,
  isEventName,
  isTracked,
  originOf,
  RELATION_EVENT_NAMES,
  SIGNAL_GROUPS,
  signalGroup,
  STATED_EVENT_NAMES,
  type ContactName,
  type ContextName,
  type EventName,
  type Ga4Name,
  type RelationName,
  type SignalGroup,
  type StatedName,
  type TrackedEventName,
} from './event-names.js';
export {
  admitOwn,
  admitTracked,
  type Admission,
  type Event,
  type EventDraft,
  type GateContext,
  type Origin,
  type Receipt,
} from './event.js';
export { currencyExponent, toMinorUnits, type Refusal } from './admit-params.js';
export { EVENT_WEIGHTS, evidenceKey, LONG_VIEW, VISIT_LIMIT, type Evidence, type Facet } from './evidence.js';
export { accountFor, type Account, type AccountReason } from './account.js';
export { explainDecision } from './explain.js';
export { wordAccount, type Explanation, type Format, type ReasonText } from './word-account.js';
export { sentenceFrom } from './sentence-from.js';
export type { Wording } from './wording.js';
export { foldLog, growingFold, type GrowingFold } from './fold.js';
export type { Contact, ContactState } from './fold-contacts.js';
export type { FoldConfig } from './fold-part.js';
export type { Purchase, ShoppingState } from './fold-shopping.js';
export type { Said, StatementState } from './fold-statements.js';
export type { LearnedTaste, PriceMoments, TasteState } from './fold-taste.js';
export type { Folded } from './folded.js';
export { gapSurvival, missedRun, surpriseBits, type GapBelief } from './gap-surprise.js';
export { canonicalJson, fingerprint } from './hash.js';
export type { Item } from './item.js';
export { asJson, type Json, type JsonObject } from './json.js';
export {
  aliveProbability,
  expectedPurchases,
  expectedSpend,
  type Estimate,
  type PurchaseModel,
  type PurchaseSummary,
  type SpendModel,
} from './lifetime-value.js';
export { localText, type LocalText } from './local-text.js';
export { gapQuantile } from './next-gap.js';
export {
  nextNeeds,
  type Need,
  type NeedPopulation,
  type NeedPurchase,
  type NeedQuestion,
  type NeedRate,
} from './next-need.js';
export { canonicalLog, compareEvents } from './order.js';
export { parseMoment } from './parse-moment.js';
export { DEFAULT_MODEL, DEFAULT_POLICY, type Cap, type Model, type Policy } from './policy.js';
export { profileView, type ProfileView } from './profile.js';
export type {
  EstimateUnit,
  ProfileEstimate,
  ProfileRead,
  ProfileRow,
  ProfileRule,
  WithheldReason,
} from './profile-row.js';
export { allowedPurpose, defaultPurposes, type ConsentState, type ConsentStates, type Purpose } from './purpose.js';
export { readCatalog, type CatalogReading } from './read-catalog.js';
export { readModel, type FitAccount, type ModelReading, type PopulationModel } from './read-model.js';
export {
  CHOICE_REASONS,
  ENDED_BY,
  LEAVE_DEFAULT_REASONS,
  LEAVE_EMPTY_REASONS,
  leaveOf,
  OFFER_ONLY_VERDICTS,
  REASON_CODES,
  shopperCanEnd,
  SILENCE_REASONS,
  type ChoiceReason,
  type Ending,
  type Leave,
  type OfferVerdict,
  type ReasonCode,
  type SilenceReason,
} from './reason.js';
export { expiredIds, RETENTION, retentionClass, type RetentionClass } from './retention.js';
export { betaBelow, hypergeometric, lnGamma } from './special-functions.js';
export { readStatement, type Channel, type ShopperAction, type Statement, type StatedRow } from './statement.js';
export { readTaste, type GroupTaste, type Taste } from './taste.js';
export {
  harmOf,
  offerScore,
  offerUtility,
  staying,
  utilityBasis,
  type Score,
  type Utility,
  type UtilityBasis,
} from './utility.js';
export { visitAt, type Visit } from './visit.js';
export { ENGINE_VERSION } from './version.js';
export { LANGUAGES, sentence, SLOT_NAMES, type Level, type SentenceRequest, type Slots } from './words.js';
