import type {
  Catalog,
  ConsentRecord,
  ConsentStates,
  Decision,
  DecisionRecord,
  ErasureReceipt,
  Event,
  Explanation,
  ExportDocument,
  ForgetSelector,
  Json,
  Level,
  LogQuery,
  GivenModel,
  Now,
  Policy,
  ProfileView,
  Purpose,
  QuestionVerdict,
  Status,
  Task,
} from '../worker/protocol.js';
import type { Receipt, Statement } from '../engine/event.js';
import type { Description } from './describe.js';

/** What became of an offer on the page. */
export type OfferResponse = 'shown' | 'seen' | 'opened' | 'accepted' | 'dismissed' | 'not_for_me' | 'complained';

/** Where consent comes from: asked by `<tactful-consent>`, or decided by the page beforehand. */
export type ConsentOption = 'prompt' | ConsentStates;

/** How to set up tactful on a page. Everything but `catalog` has a considerate default. */
export interface TactfulOptions {
  /** The catalogue itself, or its address: one request a page, without credentials. */
  readonly catalog: Catalog | URL | string | { readonly [key: string]: Json };
  /** Default: one purpose, `personalization`, over on-site behaviour. */
  readonly purposes?: readonly Purpose[];
  /** Merged over the considerate defaults; a policy can only be stricter or looser within them, never above law. */
  readonly policy?: Partial<Policy>;
  /** The file that `tactful fit` wrote, as it is, or figures of your own in place of the elicited defaults. */
  readonly model?: GivenModel;
  /** Default `'prompt'`: nothing is kept until the shopper has chosen. */
  readonly consent?: ConsentOption;
  /** `[a-z0-9][a-z0-9_-]{0,47}`; default `default`. One profile per scope and origin. */
  readonly scope?: string;
  /** `'persistent'` (default) falls back to memory and says so in `health()`. */
  readonly storage?: 'persistent' | 'memory';
  /** Remember a refusal as one strictly necessary record, so as not to ask again. Default true. */
  readonly rememberRefusal?: boolean;
  /** The address of `tactful/worker.js` on the page's own origin, where the bundler does not place it. */
  readonly worker?: URL | string;
  readonly limits?: { readonly offers?: number };
  /** What time it is. For playgrounds and tests; default: the device's clock. */
  readonly clock?: () => Now;
  readonly debug?: boolean;
}

/** Counts that add up: everything offered to the log was kept or dropped for a reason. */
export interface Health {
  readonly status: Status;
  readonly offered: number;
  readonly kept: number;
  readonly dropped: Readonly<Record<string, number>>;
  /** Why a documented fallback is in use, by part. */
  readonly degraded: Readonly<Partial<Record<'storage' | 'worker' | 'catalog', string>>>;
  /** What was wrong in the catalogue: path, value, fix. */
  readonly problems: readonly string[];
}

/** The events of `on()` with what listeners get. */
export interface TactfulEvents {
  readonly decision: Decision;
  readonly profile: null;
  readonly consent: ConsentStates;
  readonly status: Status;
}

/** Consent, as the shopper gave it; withdrawing is as easy as granting. */
export interface ConsentControl {
  /** The state of every purpose, as this tab believes it now. */
  readonly get: () => ConsentStates;
  /** Resolves when the choice is stored; withdrawing has then removed what was kept for the purpose. */
  readonly set: (states: ConsentStates, options?: { readonly mechanism?: string }) => Promise<void>;
  /** Every choice with what was shown, when and how. */
  readonly history: () => readonly ConsentRecord[];
  /** Asks `<tactful-consent>` to show itself, from anywhere. */
  readonly open: () => void;
}

/** Which decision to explain, to whom, in which language: the page's unless told. */
export interface ExplainOptions {
  readonly decisionId: string;
  readonly level?: Level;
  readonly lang?: string;
}

/** The library on a page. No promise hangs; nothing rejects for "nothing to say". */
export interface Tactful {
  readonly scope: string;
  readonly purposes: readonly Purpose[];
  readonly ready: Promise<Status>;
  readonly consent: ConsentControl;
  /**
   * Offers an event to the log. Safe in the last task before navigation: written at once, in this task.
   *
   * Names that Segment, Shopify, Matomo or schema.org use are understood too (`Product Viewed` is `view_item`), but only
   * GA4's own are written in the task of the call.
   */
  readonly track: (name: string, params?: { readonly [key: string]: unknown }) => Promise<Receipt>;
  /** The next best offer for a placement, or silence with its reason. Never rejects. */
  readonly decide: (placement: string, options?: { readonly deadlineMs?: number }) => Promise<Decision>;
  /** Reports what became of an offer. */
  readonly respond: (decisionId: string, offerId: string, response: OfferResponse) => Promise<Receipt>;
  /** Records what the shopper says. Rejects `STATEMENT_INVALID` for what is no statement. */
  readonly declare: (statement: Statement) => Promise<Receipt>;
  /** Every fact and conclusion with its provenance and the rows it rests on, as of now. */
  readonly profile: () => Promise<ProfileView>;
  /**
   * The known answer to a question, or whether it may be put now. "It may" is written down as put: asked once, on any page
   * or tab, until the answer or refusal expires.
   */
  readonly ask: (questionId: string) => Promise<QuestionVerdict>;
  /** Records an answer, or that the shopper would rather not say. */
  readonly answer: (
    questionId: string,
    value: string | number | boolean | { readonly declined: true },
  ) => Promise<Receipt>;
  /** Begins or goes on with work that must not be lost, or ends it. While it is open nothing interrupts it. */
  readonly task: (
    id: string,
    step: { readonly state: 'started' | 'ended'; readonly title?: string; readonly expires?: number },
  ) => Promise<Receipt>;
  /** Unfinished work, begun on any tab, the last worked on first. */
  readonly tasks: () => Promise<readonly Task[]>;
  /** Rows of the log, newest first. */
  readonly log: (query?: LogQuery) => Promise<readonly Event[]>;
  /** The accounts of decisions, newest first; 50 unless told. At most 500 are kept. */
  readonly decisions: (query?: { readonly limit?: number }) => Promise<readonly DecisionRecord[]>;
  /** A decision in words, for one of three readers. Rejects `DECISION_UNKNOWN`. The language is the page's unless told. */
  readonly explain: (decisionId: string, options?: Omit<ExplainOptions, 'decisionId'>) => Promise<Explanation>;
  /** Purposes, signals and retention in words, from the running configuration. */
  readonly describe: () => Description;
  /** Removes rows and everything concluded from them; they cannot come back. Resolves once it was read again. */
  readonly forget: (selector: ForgetSelector) => Promise<ErasureReceipt>;
  /** Removes everything. `'rules'` (default) keeps the bare "no"s without dates; `'nothing'` deletes the database. */
  readonly erase: (options?: { readonly keep?: 'rules' | 'nothing' }) => Promise<ErasureReceipt>;
  /** Everything held, as one JSON document for the shopper to keep. */
  readonly export: () => Promise<ExportDocument>;
  /** Whether everything works, what does not and why, and counts that add up. */
  readonly health: () => Health;
  /** Returns the function that stops listening. A listener that throws does not stop the others. */
  readonly on: <Name extends keyof TactfulEvents>(
    name: Name,
    listener: (detail: TactfulEvents[Name]) => void,
  ) => () => void;
  /** Ends this instance; calls still waiting reject with `CLOSED`. What is stored stays. */
  readonly close: () => void;
}
