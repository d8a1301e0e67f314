export { createTactful } from './create-tactful.js';
export { currentTactful, onConsentOpen } from './registry.js';
export { TactfulError } from './tactful-error.js';
export type { ImportFile } from './carry.js';
export type { Description } from './describe.js';
export type { GoodMomentOptions } from './good-moment.js';
export type { Position } from './locate.js';
export type { Trouble } from './page-life.js';
export type { Signal } from './read-signal.js';
export type { TellMe } from './read-tell-me.js';
export type { SealedExport } from './seal.js';
export type {
  ConsentControl,
  ConsentOption,
  ExportCall,
  ExplainOptions,
  Health,
  OfferResponse,
  SignalReceipt,
  Tactful,
  TactfulEvents,
  TactfulOptions,
} from './tactful.js';
export type {
  CallFailure,
  Catalog,
  ConsentRecord,
  ConsentStates,
  Decision,
  DecisionRecord,
  ErasureReceipt,
  ErasureRecord,
  ErrorCode,
  Event,
  Explanation,
  ExportDocument,
  ForgetSelector,
  GivenModel,
  GivenPolicy,
  ImportReceipt,
  ImportRefusal,
  Json,
  Level,
  LogQuery,
  Model,
  MomentKind,
  Now,
  Policy,
  ProfileView,
  Purpose,
  QuestionVerdict,
  RetentionLine,
  Status,
  Task,
  Weather,
} from '../worker/protocol.js';
export type { Receipt, ShopperAction, Statement } from '../engine/event.js';
