import type {
  Catalog,
  Channel,
  ConsentRecord,
  ConsentStates,
  Decision,
  DecisionRecord,
  ErasureReceipt,
  Event,
  Explanation,
  ExportDocument,
  ForgetSelector,
  ImportReceipt,
  Json,
  Level,
  LogQuery,
  GivenModel,
  GivenPolicy,
  Moment,
  Now,
  OutboundIntent,
  ProfileView,
  Purpose,
  QuestionVerdict,
  Status,
  Task,
} from '../worker/protocol.js';
import type { Receipt, Statement } from '../engine/event.js';
import type { ImportFile } from './carry.js';
import type { Description } from './describe.js';
import type { GoodMomentOptions } from './good-moment.js';
import type { Trouble } from './page-life.js';
import type { Signal } from './read-signal.js';
import type { TellMe } from './read-tell-me.js';
import type { SealedExport } from './seal.js';

/** What became of an offer on the page. */
export type OfferResponse = 'shown' | 'seen' | 'opened' | 'accepted' | 'dismissed' | 'not_for_me' | 'complained';

/** What became of a signal. `ids` are the rows that it left in the log, often none. */
export type SignalReceipt =
  { readonly kept: true; readonly ids: readonly string[] } | Extract<Receipt, { readonly kept: false }>;

/** Where consent comes from: asked by `<tactful-consent>`, or decided by the page beforehand. */
export type ConsentOption = 'prompt' | ConsentStates;

/** How to set up tactful on a page. Everything but `catalog` has a considerate default. */
export interface TactfulOptions {
  /** The catalogue itself, or its address: one request a page, without credentials. */
  readonly catalog: Catalog | URL | string | { readonly [key: string]: Json };
  /** Default: one purpose, `personalization`, over on-site behaviour. */
  readonly purposes?: readonly Purpose[];
  /**
   * Laid over the considerate defaults field by field, at any depth; a policy can only be stricter or looser within them,
   * never above law.
   */
  readonly policy?: GivenPolicy;
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
  /** `'child-possible'`: where children may be among the shoppers nothing personal is said, and nothing is kept. */
  readonly audience?: 'general' | 'child-possible';
  /** `gambling`, `alcohol`, `tobacco`, `credit` and `medicine` carry bans; default: what the catalog says. */
  readonly sector?: string;
  /** The address of `tactful/worker.js` on the page's own origin, `worker-later.js` beside it, where no bundler places them. */
  readonly worker?: URL | string;
  /**
   * `'inline'` (default): a picture of an offer lies in the catalogue, or is one that the page holds; nothing is asked for.
   * `'reveal'`: it may have an address as well. The request for it reveals the decision: whoever serves it learns which
   * offer was chosen for this device, and so something of the profile. It goes without a referrer, to another site
   * without cookies.
   */
  readonly images?: 'inline' | 'reveal';
  readonly limits?: { readonly offers?: number };
  /** What time it is. For playgrounds and tests; default: the device's clock. */
  readonly clock?: () => Now;
  /** Tells the console of every decision with its reasons, and of what is wrong in what the shop gave. Default false. */
  readonly debug?: boolean;
}

/**
 * Counts that add up, since the page began: offered = kept + dropped + waiting, at every moment and also when the worker was
 * lost in between.
 */
export interface Health {
  readonly status: Status;
  readonly offered: number;
  readonly kept: number;
  /** By reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** On their way to the disk. At most 10,000 of what `track()` offers. */
  readonly waiting: number;
  /** How often the worker was lost and begun anew; more than three times in ten minutes and the page's own thread serves. */
  readonly restarts: number;
  /** The last thing that went wrong and was met. */
  readonly lastError?: Trouble;
  /** What the browser lost of what was kept, noticed on this page. What is left, and all that can be known, is used. */
  readonly lastLoss?: { readonly name: string; readonly at: number };
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
  /** What may be sent by the host's own code, and when not; from then on it counts as shown. */
  readonly outbound: OutboundIntent;
}

/** Consent, as the shopper gave it; withdrawing is as easy as granting. */
export interface ConsentControl {
  /** The state of every purpose, as this tab believes it now. */
  readonly get: () => ConsentStates;
  /**
   * Resolves when the choice is stored; withdrawing has then removed what was kept for the purpose.
   *
   * Call it for what the shopper chose, and nothing else: `mechanism` names the control they used, and goes on record
   * (`call` where nothing is named). Under Global Privacy Control a call that names none raises nothing.
   */
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
  /** Decides again, to tell what would have made the difference: `instead`. Takes the page as long as some thirty decisions. */
  readonly again?: boolean;
  /** Decides again, to tell what became of this offer: `verdict`. */
  readonly offerId?: string;
}

/** Exports as a document, or sealed where there is a passphrase. */
export interface ExportCall {
  (options?: { readonly passphrase?: undefined }): Promise<ExportDocument>;
  (options: { readonly passphrase: string }): Promise<SealedExport>;
  (options?: { readonly passphrase?: string | undefined }): Promise<ExportDocument | SealedExport>;
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
  /**
   * Takes in where the shopper is, or what the moment is like. Never rejects.
   *
   * A position is turned into places of the catalog on the page and let go: it reaches no worker and no store. In a quiet
   * place it leaves "quiet until", in another that it was entered and left. Needs a purpose that is `in` and lists the
   * signals `place`, or `moment` for the rest. A moment lasts 30 minutes, weather the day, both on this page only.
   */
  readonly sense: (signal: Signal) => Promise<SignalReceipt>;
  /**
   * The next best offer for a placement, or silence with its reason. Rejects `CONFIG_INVALID` for what is no option, and
   * nothing else.
   *
   * `requested`: the shopper pressed "show me", or opened the page of offers; that lifts how often the site wants to speak,
   * for this answer. `most`: so many offers at most, 1 to 3; one unless told.
   *
   * For another `channel` than a slot it is another decision, with rules of its own. tactful sends nothing: what may be
   * sent is handed to the listeners of `on('outbound')`.
   */
  readonly decide: (
    placement: string,
    options?: {
      readonly deadlineMs?: number;
      readonly channel?: Channel;
      readonly requested?: boolean;
      readonly most?: number;
    },
  ) => Promise<Decision>;
  /** Reports what became of an offer. */
  readonly respond: (decisionId: string, offerId: string, response: OfferResponse) => Promise<Receipt>;
  /** Records what the shopper says. Rejects `STATEMENT_INVALID` for what is no statement. */
  readonly declare: (statement: Statement) => Promise<Receipt>;
  /**
   * Writes down what the shopper asks to be told, or takes it back with `cancel`. Rejects `STATEMENT_INVALID`.
   *
   * It stays on the device, is told once before all else that may be said (`YOU_ASKED`), and lapses after a year. `back_in_stock`
   * for what can be had now is not kept: `not-needed`.
   *
   * @example
   * ```ts
   * await tactful.tellMe({ about: { product: 'hose-25' }, when: { below: 1995 } });
   * ```
   */
  readonly tellMe: (wish: TellMe, options?: { readonly cancel?: boolean }) => Promise<Receipt>;
  /**
   * When, and through what, the next contact would be welcome, or with a silence reason what stands in the way until when.
   *
   * `null` where nobody is expected in that time. Rejects `CONFIG_INVALID` for what is no option.
   */
  readonly nextGoodMoment: (options?: GoodMomentOptions) => Promise<Moment | null>;
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
  /**
   * Begins or goes on with work that must not be lost, or ends it. While it is open nothing interrupts it. Rejects
   * `STATEMENT_INVALID` for what is neither.
   */
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
  /**
   * Everything held, as one JSON document for the shopper to keep or to carry to another device: `tactful-export@1`.
   *
   * With a passphrase of at least 8 characters as a document that only it opens. Rejects `CRYPTO_MISSING` outside a secure
   * context.
   *
   * @example
   * ```ts
   * const file = new Blob([JSON.stringify(await tactful.export({ passphrase }))], { type: 'application/json' });
   * ```
   */
  readonly export: ExportCall;
  /**
   * Takes in what `export()` made, here or on another device: the union of both, and what was erased on either stays away.
   *
   * All of the file or nothing. Raises no consent: a row comes in only where its purpose is `in` here. Once is enough:
   * whoever imports again adds nothing. Rejects `IMPORT_INVALID`, `IMPORT_TOO_LARGE`, `EXPORT_NEWER`, `PASSPHRASE_NEEDED`,
   * `PASSPHRASE_WRONG` or `CRYPTO_MISSING`, and has changed nothing then.
   */
  readonly import: (file: ImportFile, options?: { readonly passphrase?: string | undefined }) => Promise<ImportReceipt>;
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
