import type {
  Account,
  Catalog,
  ConsentStates,
  Decision,
  DecisionTrace,
  Direction,
  Event,
  GivenModel,
  GivenPolicy,
  Json,
  Now,
  ProfileRead,
  ProfileView,
  Purpose,
  QuestionVerdict,
  Task,
} from '../engine/index.js';
import type { SecondLook } from '../engine/account.js';
import type { Memory, RunningShop } from '../engine/replay-decision.js';
import type { Wish } from '../engine/fold-tell-me.js';
import type { CatalogPlace } from '../engine/catalog-types.js';
import type { Signals } from '../engine/moment-signal.js';
import type { OutboundReading } from '../engine/outbound-intent.js';
import type { Audience } from '../engine/decide-input.js';
import type { Channel } from '../engine/statement.js';
import type {
  ConsentRecord,
  DecisionRecord,
  ErasureReceipt,
  ExportDocument,
  ImportReceipt,
} from '../storage/format.js';

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
  readonly policy: GivenPolicy;
  readonly model: GivenModel;
  /** Where children may be among the shoppers nothing personal is said. */
  readonly audience?: Audience;
  /** What the shop sells, where the catalog does not say. */
  readonly sector?: string | undefined;
  /** Most offers that the catalog may have; the engine's own limit where it is missing. */
  readonly offers?: number;
  /** `'reveal'`: pictures of offers may have an address. */
  readonly images?: 'reveal' | undefined;
  /** Absolute address of the worker's second file, for a worker that does not have it at hand. */
  readonly later?: string;
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
  /** What the browser lost of what was kept, noticed in this session: `data loss: ` and how much. */
  readonly loss?: { readonly name: string; readonly at: number } | undefined;
  readonly retention: readonly RetentionLine[];
  /** Path, value and fix of what was wrong in the catalog, at most 20. */
  readonly problems: readonly string[];
  /** The second file did not come: there is no catalog, and what is read with it cannot be asked. */
  readonly alone?: true;
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

/** A stored decision with everything it was made from, the catalog not compiled: what runs cannot cross threads. */
export interface Recalled {
  readonly trace: DecisionTrace;
  readonly shop: Omit<RunningShop, 'catalog'> & { readonly catalog: Catalog };
  readonly memory: Memory;
}

/** What a wish is about. */
export type WishAbout = Pick<Wish, 'facet' | 'value'>;

/** The calls a page can make, by name: arguments and result. */
export interface Calls {
  readonly start: (request: StartRequest) => Started;
  /**
   * Rows that this tab has committed; those that it could not (`stored: false`) the worker keeps. How many are kept.
   *
   * Rows of another epoch than the store's are nothing.
   */
  readonly hint: (hint: {
    readonly rows: readonly Event[];
    readonly stored: boolean;
    /** What the tab believed when it wrote them; the worker's own belief where it is missing. */
    readonly epoch?: number;
  }) => number;
  /** This page came back. `look`: another tab or a reader has written, so somebody has a store, also where none is known. */
  readonly refresh: (request: { readonly now: Now; readonly look?: boolean }) => Started;
  readonly decide: (request: {
    readonly id: string;
    readonly placement: string;
    /** A slot where it is missing. */
    readonly channel?: Channel;
    /** `requested`: the shopper pressed "show me", or opened the page of offers. */
    readonly direction?: Direction;
    /** So many offers at most, 1 to 3; one where it is missing. */
    readonly most?: number;
    readonly now: Now;
  }) => Decision;
  /** The page gave up waiting for this decision: what it reserved is free again. */
  readonly release: (request: { readonly decisionId: string }) => void;
  /** As data: the page reads the profile from it, with rules it loads when they are needed. */
  readonly profile: (request: { readonly now: Now }) => ProfileSource;
  /** What is known, or whether the question may be put now. */
  readonly ask: (request: { readonly questionId: string; readonly now: Now }) => QuestionVerdict;
  /** Whether anything of the kind can be had now. */
  readonly available: (request: { readonly about: WishAbout; readonly now: Now }) => boolean;
  /** What a decision at a moment to come would say, anywhere on the page or through a channel. It is not kept. */
  readonly prospect: (request: {
    readonly channel: Channel;
    readonly now: Now;
  }) => Pick<DecisionTrace, 'decision' | 'shortlist'>;
  /** With what an outbound decision is handed over. */
  readonly outbound: (request: { readonly decision: Decision; readonly now: Now }) => OutboundReading;
  /** Unfinished work that can be picked up, the last worked on first. */
  readonly tasks: (request: { readonly now: Now }) => readonly Task[];
  readonly log: (query: LogQuery) => readonly Event[];
  /** The places of the catalog, as they are: the page looks for itself, so that no position is sent. */
  readonly places: (request: Record<string, never>) => readonly CatalogPlace[];
  /** What was said of the moment, and the labels of places: held while it lasts, never written down. */
  readonly sense: (heard: Partial<Signals>) => void;
  readonly decisions: (query: { readonly limit: number }) => readonly DecisionRecord[];
  /** With what a decision is made again. The page does that, so that nobody's decision waits for thirty others. */
  readonly recall: (request: { readonly decisionId: string }) => Recalled;
  /** As data: the page puts it into words, in a language it loads when it is needed. */
  readonly explain: (request: {
    readonly decisionId: string;
    /** What deciding again found, where it was asked for. */
    readonly second?: SecondLook | undefined;
  }) => Account;
  readonly setConsent: (request: {
    readonly states: ConsentStates;
    readonly now: Now;
    readonly mechanism: string;
    readonly rememberRefusal: boolean;
    /** The browser's Global Privacy Control was on when the choice was made. */
    readonly gpc?: boolean;
    /** Said by a page that starts: it raises nothing that was refused, also where that comes to light only now. */
    readonly atStart?: boolean;
  }) => Started;
  readonly forget: (request: { readonly selector: ForgetSelector; readonly now: Now }) => ErasureReceipt;
  readonly erase: (request: { readonly keep: 'rules' | 'nothing'; readonly now: Now }) => ErasureReceipt;
  readonly export: (request: { readonly now: Now }) => Omit<ExportDocument, 'profile'>;
  /** The text of an export, opened already: read where nobody waits for a frame. */
  readonly import: (request: { readonly text: string; readonly now: Now }) => ImportReceipt;
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

/** What a worker serves: its calls, and a beat of its heart, answered whenever it is not in the middle of something. */
export interface Served extends Host {
  readonly beat: () => true | Promise<true>;
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
  | 'IMPORT_INVALID'
  | 'IMPORT_TOO_LARGE'
  | 'EXPORT_NEWER'
  | 'PASSPHRASE_NEEDED'
  | 'PASSPHRASE_WRONG'
  | 'CRYPTO_MISSING'
  | 'INTERNAL';

/** What the worker says by itself: it is up. */
export const READY_MESSAGE = 'tactful:ready';
/** And that the store went under its hands: deleted by another tab, or with the site's data. */
export const GONE_MESSAGE = 'tactful:gone';

export type {
  Account,
  ConsentStates,
  Decision,
  Event,
  Explanation,
  GivenModel,
  GivenPolicy,
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
export type { SecondLook } from '../engine/account.js';
export type {
  ConsentRecord,
  DecisionRecord,
  ErasureReceipt,
  ErasureRecord,
  ExportDocument,
  ImportReceipt,
  ImportRefusal,
} from '../storage/format.js';
export type { MomentKind, Signals, Weather } from '../engine/moment-signal.js';
export type { Moment } from '../engine/next-good-moment.js';
export type { OutboundIntent } from '../engine/outbound-intent.js';
export type { Channel } from '../engine/statement.js';
