import type {
  Account,
  ConsentStates,
  Decision,
  Event,
  GivenModel,
  Json,
  Now,
  Policy,
  ProfileRead,
  ProfileView,
  Purpose,
  QuestionVerdict,
  Task,
} from '../engine/index.js';
import type { ConsentRecord, DecisionRecord, ErasureReceipt, ExportDocument } from '../storage/format.js';

// Everything that crosses the thread boundary, and nothing that runs.

/** The running configuration, sent once. */
export interface StartRequest {
  readonly scope: string;
  readonly storage: 'persistent' | 'memory';
  /** Whether the page found a store on disk; the worker does not look again. */
  readonly stored: boolean;
  readonly now: Now;
  /** The catalog itself, or an absolute address: fetched once, without credentials. */
  readonly catalog: { readonly inline: Json } | { readonly url: string };
  readonly purposes: readonly Purpose[];
  /** Merged over the considerate defaults, which live in the worker. */
  readonly policy: Partial<Policy>;
  readonly model: GivenModel;
  /** Most offers that the catalog may have; the engine's own limit where it is missing. */
  readonly offers?: number;
}

/** What the page may show of the state of things. */
export interface Status {
  readonly storage: 'persistent' | 'memory';
  readonly worker: 'url' | 'blob' | 'main';
  readonly catalog: 'ready' | 'missing' | 'invalid';
  readonly consent: ConsentStates;
}

/** How long a class of rows is kept: `null` is until withdrawn, or no limit in number. */
export interface RetentionLine {
  readonly what: string;
  readonly days: number | null;
  readonly most: number | null;
}

/** What the worker answers to a start: the page needs the epoch to stamp its rows. */
export interface Started {
  readonly status: Omit<Status, 'worker'>;
  readonly epoch: number;
  /** Whether a store is there on disk, so that the page can open its own pen. */
  readonly stored: boolean;
  readonly history: readonly ConsentRecord[];
  /** Why memory is used instead of the disk, where it was not asked for. */
  readonly storageTrouble?: string;
  readonly retention: readonly RetentionLine[];
  /** Path, value and fix of what was wrong in the catalog, at most 20. */
  readonly problems: readonly string[];
}

/** Which rows to forget: any one of these. */
export type ForgetSelector =
  | { readonly ids: readonly string[] }
  | { readonly item: string }
  | { readonly category: string }
  | { readonly from: number; readonly to: number };

/** Which rows to read. */
export interface LogQuery {
  readonly names?: readonly string[];
  readonly since?: number;
  readonly limit?: number;
}

/** What a profile is read from, and the data-need ledger of it. */
export interface ProfileSource extends ProfileRead {
  readonly needs: ProfileView['needs'];
}

/** The calls a page can make, by name: arguments and result. */
export interface Calls {
  readonly start: (request: StartRequest) => Started;
  /** Rows that this tab has committed; those that it could not (`stored: false`) the worker keeps. */
  readonly hint: (hint: { readonly rows: readonly Event[]; readonly stored: boolean }) => void;
  /** Another tab or a reader has written. */
  readonly refresh: (request: { readonly now: Now }) => Started;
  readonly decide: (request: { readonly id: string; readonly placement: string; readonly now: Now }) => Decision;
  /** The page gave up waiting for this decision: what it reserved is free again. */
  readonly release: (request: { readonly decisionId: string }) => void;
  /** As data: the page reads the profile from it, with rules it loads when they are needed. */
  readonly profile: (request: { readonly now: Now }) => ProfileSource;
  /** What is known, or whether the question may be put now. */
  readonly ask: (request: { readonly questionId: string; readonly now: Now }) => QuestionVerdict;
  /** Unfinished work that can be picked up, the last worked on first. */
  readonly tasks: (request: { readonly now: Now }) => readonly Task[];
  readonly log: (query: LogQuery) => readonly Event[];
  readonly decisions: (query: { readonly limit: number }) => readonly DecisionRecord[];
  /** As data: the page puts it into words, in a language it loads when it is needed. */
  readonly explain: (request: { readonly decisionId: string }) => Account;
  readonly setConsent: (request: {
    readonly states: ConsentStates;
    readonly now: Now;
    readonly mechanism: string;
    readonly rememberRefusal: boolean;
  }) => Started;
  readonly forget: (request: { readonly selector: ForgetSelector; readonly now: Now }) => ErasureReceipt;
  readonly erase: (request: { readonly keep: 'rules' | 'nothing'; readonly now: Now }) => ErasureReceipt;
  readonly export: (request: { readonly now: Now }) => Omit<ExportDocument, 'profile'>;
  readonly close: (request: Record<string, never>) => void;
}

/** The name of a call. */
export type CallName = keyof Calls;

/** What a worker, or the main thread in its place, offers: every call through one door. */
export interface Host {
  readonly call: <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ) => Promise<Outcome<ReturnType<Calls[Name]>>>;
}

/** An answer as data: errors cross the thread boundary only this way, with their code. */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: CallFailure };

/** Why a call failed, as data. */
export interface CallFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly path?: string;
}

/** Every error that tactful raises. Each has an anchor in docs/errors.md. */
export type ErrorCode =
  | 'CONFIG_INVALID'
  | 'CLOSED'
  | 'WORKER_LOST'
  | 'DEADLINE_PASSED'
  | 'STORAGE_REFUSED'
  | 'STORE_NEWER'
  | 'DECISION_UNKNOWN'
  | 'STATEMENT_INVALID'
  | 'SELECTOR_INVALID'
  | 'INTERNAL';

/** What the worker says by itself: it is up. */
export const READY_MESSAGE = 'tactful:ready';

export type {
  Account,
  ConsentStates,
  Decision,
  Event,
  Explanation,
  GivenModel,
  Json,
  Level,
  Model,
  Now,
  Policy,
  ProfileView,
  Purpose,
  QuestionVerdict,
  Task,
} from '../engine/index.js';
export type { Catalog } from '../engine/index.js';
export type {
  ConsentRecord,
  DecisionRecord,
  ErasureReceipt,
  ErasureRecord,
  ExportDocument,
} from '../storage/format.js';
