export {
  readAffinities,
  type Affinity,
  type AffinityBase,
  type AffinityReader,
  type Leaning,
  type Leanings,
} from './affinity.js';
export { type GroupIndex, type IndexedValue } from './group-index.js';
export { annoyanceAt, leaving, standingAt, staying, type Standing } from './annoyance.js';
export type { Asked } from './asked.js';
export { conditionAttributes } from './attributes.js';
export type { BaseRates, GroupRates } from './base-rates.js';
export { attribute, type Attribution } from './attribution.js';
export { overallSpent, offerSpent, type OverallLimits, type Spent } from './caps.js';
export {
  isOpenToAll,
  isPromotional,
  OFFER_CLASSES,
  productId,
  type Catalog,
  type CatalogPlace,
  type CatalogProblem,
  type Choice,
  type Content,
  type Frequency,
  type FrequencyCap,
  type Hours,
  type Incident,
  type Norms,
  type Offer,
  type OfferClass,
  type OfferGroup,
  type Person,
  type Product,
  type Question,
  type ShopPromise,
  type Suppression,
  type Template,
} from './catalog.js';
export { categoryPrefixes, itemCategories } from './category-path.js';
export { DAY_MS, durationMs, HOUR_MS, localDay, MINUTE_MS, SECOND_MS, VISIT_GAP_MS, type Now } from './clock.js';
export {
  catalogFacts,
  compileCatalog,
  type Bundle,
  type CapWindow,
  type CatalogFacts,
  type CompiledCatalog,
  type CompiledIncident,
  type CompiledOffer,
  type OpenOffer,
  type TasteGroup,
} from './compile-catalog.js';
export {
  compileCondition,
  conditionCount,
  ConditionError,
  type History,
  type HistoryRow,
  type Test,
} from './condition.js';
export {
  ALWAYS_BANNED,
  BANS,
  FAILURE_RESPONSES,
  FAVOURS,
  meetContracts,
  type Ban,
  type Contract,
  type FailureResponse,
  type Favour,
} from './conduct.js';
export { addAnchored, decayFactor, NOTHING, readAnchored, type Anchored } from './decay.js';
export { adviseNextStep } from './category-mix.js';
export { readHabits, type ClockHabit, type HabitName } from './clock-habit.js';
export {
  customerMix,
  nextStep,
  tierOf,
  type CustomerMix,
  type MixQuestion,
  type NextStep,
  type StepCandidate,
  type Tier,
} from './customer-mix.js';
export {
  activeByHiatus,
  customerValue,
  HIATUS_GAPS,
  type CustomerValue,
  type ValueQuestion,
} from './customer-value.js';
export {
  decide,
  silentTrace,
  type Audience,
  type ConsentChoice,
  type DecideInput,
  type Opportunity,
} from './decide.js';
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
export { translateEvent } from './event-aliases.js';
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
export { admitImported, type ImportedRow } from './admit-imported.js';
export type { Refusal } from './admit-params.js';
export { currencyExponent, toMinorUnits } from './currency.js';
export {
  erasureOfAll,
  erasureOfIds,
  erasureOfValue,
  type DigestOf,
  type ErasedFacet,
  type Erasure,
  type IdRange,
  type UnseenRows,
} from './erasure.js';
export {
  EVENT_WEIGHTS,
  evidenceKey,
  LONG_VIEW,
  VISIT_LIMIT,
  type AttributeFacet,
  type Evidence,
  type Facet,
  type LearnedFacet,
} from './evidence.js';
export { accountFor, type Account, type AccountReason } from './account.js';
export { explainDecision, type ExplainDecision } from './explain.js';
export { wordAccount, type Explanation, type Format, type ReasonText } from './word-account.js';
export { sentenceFrom } from './sentence-from.js';
export type { Wording } from './wording.js';
export { fatigueAt, type Fatigue } from './fatigue.js';
export type { AnnoyanceState, Strike } from './fold-annoyance.js';
export type { Answer, AnswerState, Put } from './fold-answers.js';
export type { FatigueState, Touch } from './fold-fatigue.js';
export {
  intentAt,
  unfinishedIntent,
  type IntentReading,
  type IntentState,
  type Unfinished,
  type VisitIntent,
} from './fold-intent.js';
export type { ResponseState } from './fold-responses.js';
export type { ShopperState } from './fold-shopper.js';
export type { Task, TaskState } from './fold-tasks.js';
export type { WishState } from './fold-wishes.js';
export { foldLog, growingFold, type GrowingFold } from './fold.js';
export type { FoldConfig } from './fold-part.js';
export type { Habit, HabitState } from './fold-habits.js';
export type { Promised, RelationState, Suggested } from './fold-relation.js';
export type { Purchase, ShoppingState } from './fold-shopping.js';
export type { HabitDay, HabitDays, RhythmState, VisitShare } from './fold-rhythm.js';
export type { Said, StatementState } from './fold-statements.js';
export type { Heard, HeardState } from './fold-heard.js';
export type { LearnedTaste, PriceMoments, TasteState, Unlearned } from './fold-taste.js';
export type { Folded } from './folded.js';
export { gapSurvival, missedRun, surpriseBits, type GapBelief } from './gap-surprise.js';
export { canonicalJson, fingerprint } from './hash.js';
export type { Intent, Intents } from './intent.js';
export type { IntentSignal } from './intent-signal.js';
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
export { median } from './median.js';
export { mourningUntil, PROTECTIONS, protections, type Protection } from './life-event.js';
export { localText, type LocalText } from './local-text.js';
export { gapQuantile } from './next-gap.js';
export type { NeedCycles } from './need-cycle.js';
export {
  nextNeeds,
  type Need,
  type NeedPopulation,
  type NeedPurchase,
  type NeedQuestion,
  type NeedRate,
} from './next-need.js';
export { mergeLogs, visibleEvents, type Log } from './log.js';
export { canonicalLog, compareEvents, timeAsReceived } from './order.js';
export { parseMoment } from './parse-moment.js';
export {
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  DEVIATIONS,
  type Cap,
  type Deviation,
  type Model,
  type Policy,
  type PolicyBan,
  type QuietHours,
} from './policy.js';
export {
  contractPolicy,
  effectivePolicy,
  invitedPolicy,
  shopperPolicy,
  type PolicyBounds,
} from './effective-policy.js';
export { expandTemplates } from './expand-templates.js';
export { OUTCOMES, type Contact, type ContactState, type Outcome, type OutcomeName } from './fold-contacts.js';
export { type TellMeState, type Wish, type WishFacet, type WishWhen } from './fold-tell-me.js';
export { historyOf, type HistoryState } from './fold-history.js';
export { grantsEndedBy, type BrokenGrant, type Grant, type GrantCondition, GRANT_CONDITIONS } from './grant.js';
export { isReachable } from './is-reachable.js';
export { lawAllows, normFor, REVIEWED_NORMS, type NormPack, type Recipient } from './norm-pack.js';
export { NORM_SOURCES, type NormSource } from './norm-sources.js';
export { NORMS_UNREVIEWED } from './norms-unreviewed.js';
export { STRICT_NORM } from './norms-strict.js';
export { meetPolicies } from './policy-meet.js';
export {
  MOMENTS,
  momentEffect,
  NO_SIGNALS,
  signalsAt,
  SKIES,
  type MomentKind,
  type Signals,
  type Weather,
} from './moment-signal.js';
export {
  nextGoodMoment,
  prospectOf,
  type GoodMomentQuery,
  type Moment,
  type Prospect,
  type Search,
  type Tried,
} from './next-good-moment.js';
export { outboundIntent, type OutboundIntent, type OutboundReading } from './outbound-intent.js';
export { permissionIn, type Permission, type Refused } from './permission.js';
export { preferredChannel, type ChannelRead } from './preferred-channel.js';
export { previousOffset, type OffsetState } from './fold-offset.js';
export { quietHoursUntil, type QuietQuestion } from './quiet-hours.js';
export { sectorPolicy, SECTORS } from './sector-bans.js';
export { situationOf, type Situation } from './situation.js';
export { suppressedUntil, type Suppress } from './suppress.js';
export { canBeHad, isThere, openWishes, tellMeDue, wishReader, type DueWish, type WishReading } from './tell-me.js';
export { secondLook, type Recall } from './second-look.js';
export type { AskedWith } from './asked-with.js';
export { type Memory, type RunningShop } from './replay-decision.js';
export { verdictFor, type VerdictOn } from './loser-verdict.js';
export { type Change, type Counterfactual } from './counterfactual.js';
export type { SumFeature, SumTerm, SumText } from './word-sums.js';
export type { InsteadText } from './word-instead.js';
export type { AccountWording, VerdictText } from './word-account.js';
export type { SecondLook } from './account.js';
export { nextPermission, RUNGS, type LadderQuestion, type NextPermission, type Rung } from './trust-ladder.js';
export { slate, likeness, type Ranked } from './slate.js';
export { slotPrice } from './slot-price.js';
export { silenceUtility, type SilenceRead, type SilenceUtility } from './silence-utility.js';
export { visitChance, waitValue } from './wait-for-them.js';
export { visitChances, visitOutlook, type VisitOutlook } from './visit-outlook.js';
export { dataNeeds, type DataNeed } from './data-need.js';
export { profileView, type ProfileView } from './profile.js';
export {
  PROFILE_RULES,
  WITHHELD_REASONS,
  type EstimateUnit,
  type ProfileEstimate,
  type ProfileRead,
  type ProfileRow,
  type ProfileRule,
  type WithheldReason,
} from './profile-row.js';
export type { VisitMark } from './visit-mark.js';
export { PROFILE_WORDS_EN } from './profile-words-en.js';
export { PROFILE_WORDS_NL } from './profile-words-nl.js';
export {
  PROFILE_SUBJECTS,
  type ConcludingRule,
  type CorrectionWording,
  type CorrectionWords,
  type CountWords,
  type Lean,
  type ProfileFormat,
  type ProfileLines,
  type ProfileSubject,
  type ProfileWording,
  type ProfileWords,
  type Thing,
  type WordedRow,
} from './profile-words.js';
export { plainLine, type LineSlot, type WordedLine } from './worded-line.js';
export { wordBasis, wordNeed } from './word-basis.js';
export { wordCorrection } from './word-correction.js';
export { wordRow } from './word-row.js';
export { permissionsEndedBy, promiseState, type EndedPermission, type PromiseState } from './promise.js';
export { askable, type NotAskable, type QuestionVerdict } from './question.js';
export { allowedPurpose, defaultPurposes, type ConsentState, type ConsentStates, type Purpose } from './purpose.js';
export { readMoment, readRow, type RowReading } from './read-row.js';
export { purchaseSummary, type Rfm } from './purchase-summary.js';
export { purchaseQuantile } from './purchase-range.js';
export { readCatalog, type CatalogReading, type CatalogLimits } from './read-catalog.js';
export { readTypePack, type TypePackReading } from './read-type-pack.js';
export { wholeModel, type GivenModel } from './whole-model.js';
export type { GivenPolicy } from './whole-policy.js';
export { readModel, type FitAccount, type FittedSpend, type ModelReading, type PopulationModel } from './read-model.js';
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
export { relationshipFeatures } from './relationship-features.js';
export { RELATIONSHIP_FEATURES, type RelationshipFeature, type TypePack } from './relationship-type.js';
export {
  activeContract,
  mayAskRelationship,
  plausibleTypes,
  readRelationship,
  RELATIONSHIP_QUESTION,
  type Relationship,
  type RelationshipBase,
  type RelationshipQuestion,
} from './relationship.js';
export { expiredIds, RETENTION, retentionClass, shortened, type Retention, type RetentionClass } from './retention.js';
export {
  scoreTypes,
  type FeatureReading,
  type FeatureReadings,
  type Plausibility,
  type Scorecard,
} from './scorecard.js';
export { SHIPPED_TYPES } from './shipped-types.js';
export { dueCategories, visitWithin, type Due } from './replenishment.js';
export { gapBelief, regularity } from './rhythm.js';
export { rhythmAlert, rhythmBreaks, type RhythmBreak } from './rhythm-alert.js';
export { betaBelow, hypergeometric, lnGamma, normalDistribution } from './special-functions.js';
export { readStatement, type Channel, type ShopperAction, type Statement, type StatedRow } from './statement.js';
export { askAgain, precedence, type AskAgain, type Precedence } from './stated-preference.js';
export { suggestionState, type SuggestionState } from './suggestion.js';
export { openTasks, taskInFocus } from './task.js';
export { jensenShannon, tasteConflicts, type TasteConflict } from './taste-conflict.js';
export { readTaste, type GroupTaste, type OfferTaste, type Taste } from './taste.js';
export { type UsualPrice } from './usual-price.js';
export { harmOf, type Score, type Utility, type UtilityBasis } from './utility.js';
export { mayRead, neededSignals, USES, usesOf, type Use } from './uses.js';
export { valueOfAsking, worthAsking, type Askable, type Asking, type AskingReason } from './value-of-asking.js';
export { visitAt, type Visit } from './visit.js';
export { mayReachOut, weFeeling, type WeFeeling } from './we-feeling.js';
export { ENGINE_VERSION } from './version.js';
export { LANGUAGES, sentence, SLOT_NAMES, type Level, type SentenceRequest, type Slots } from './words.js';
export type { AccountWords, InsteadWords, TermWords } from './account-words.js';
export { type OfferColumns } from './offer-columns.js';
export { type OfferLots } from './offer-lots.js';
export { type Attribute } from './item-attributes.js';
export { type Exposure } from './ledger-contacts.js';
export { type GrantState } from './fold-grants.js';
export { CHANNELS, directionOf } from './channels.js';
