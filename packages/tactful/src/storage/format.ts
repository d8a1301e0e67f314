import type {
  Catalog,
  ConsentStates,
  DecisionTrace,
  Erasure,
  Event,
  Exposure,
  Json,
  Model,
  Policy,
  Purpose,
  Refusal,
  ShopperAction,
} from '../engine/index.js';

/** The name every reader looks for. The version behind it grows only by additive upgrades. */
export const STORE_FORMAT = 'tactful-store';
/** The version of the format, and of the IndexedDB database. Readers refuse newer ones by name. */
export const STORE_VERSION = 1;
/** Every object store of the database, in the order in which they are made. */
export const STORE_NAMES = [
  'meta',
  'events',
  'erasures',
  'snapshots',
  'decisions',
  'ledger',
  'configs',
  'control',
] as const;

/** The database of a scope. */
export function databaseName(scope: string): string {
  return `tactful:${scope}`;
}

/** One choice about a purpose: what was shown, when, and how the choice was made. */
export interface ConsentRecord {
  readonly purpose: string;
  readonly state: 'in' | 'out';
  readonly at: number;
  readonly offset: number;
  /** Fingerprint of the purpose's sentences, in every language they exist in. */
  readonly textHash: string;
  /** Which control it was: `element`, `call`, `extension`, `gpc`. */
  readonly mechanism: string;
  /** Version of the library that asked. */
  readonly version: string;
  /** Chosen while the browser's Global Privacy Control was on. */
  readonly gpc?: true;
}

/** The one record of store `meta`: key `meta`. */
export interface MetaRecord {
  readonly key: 'meta';
  readonly format: typeof STORE_FORMAT;
  readonly v: number;
  /** Grows with every choice, removal, erasure, import and command. */
  readonly revision: number;
  readonly consent: ConsentStates;
  readonly history: readonly ConsentRecord[];
  /** Rows of another epoch are nothing: no reader returns them. Withdrawal and erasure raise it. */
  readonly epoch: number;
  /** 64 random bits as hexadecimal digits. */
  readonly salt: string;
  /** Files of this lineage that were exported before this epoch are not taken in: everything was erased since. 0: none. */
  readonly since?: number;
  /** 16 bits as hexadecimal digits; where it is missing they follow from `salt`. See `lineageOf`. */
  readonly lineage?: string;
  /** What was emptied may still be in the browser's files; whoever opens the store next has them merged. */
  readonly unscrubbed?: boolean;
  /** It was emptied and is to be deleted; whoever opens it next does that, unless something was chosen in it since. */
  readonly goes?: boolean;
}

/** A run of rows of one replica; `track` writes runs of one. Key: `id`. */
export interface Segment {
  /** `replica:from`, the id of the first row. */
  readonly id: string;
  /** Counter of the last row. */
  readonly to: number;
  readonly at: number;
  /** The epoch that the writing tab believed. */
  readonly epoch: number;
  readonly rows: readonly Event[];
}

/** What must not come back. Holds no erased word. Key: `id`. Those of earlier versions have `ids` alone. */
export type ErasureRecord = Erasure;

/** A stored decision: the account of {@link DecisionTrace}. Key: `id`. */
export interface DecisionRecord {
  readonly id: string;
  readonly at: number;
  readonly epoch: number;
  readonly trace: DecisionTrace;
}

/** An exposure as it is kept. Key: `id`, the decision's. */
export interface LedgerRecord extends Exposure {
  readonly epoch: number;
}

/** What a reader needs to fold and replay. Key: `hash`. At most 4 are kept. */
export interface ConfigRecord {
  readonly hash: string;
  readonly engineVersion: string;
  readonly at: number;
  readonly catalog: Catalog;
  readonly policy: Policy;
  readonly model: Model;
  readonly purposes: readonly Purpose[];
}

/** What of a {@link ShopperAction} becomes one row of the log: a statement, the end of a task, a complaint that is settled. */
export type SayingAction = Extract<ShopperAction, { readonly do: 'declare' | 'task' | 'resolve' }>;

/** What became of a saying: the id of the row it became, or why it became none. */
export type Said = { readonly added: string } | { readonly refused: Refusal['reason'] };

/**
 * A command that a reader at rest (the extension) leaves for the page, and what became of it. Key: `id`.
 *
 * A page leaves a command alone whose `op` it does not know.
 */
export interface ControlRecord {
  readonly id: string;
  readonly op: 'forget' | 'erase' | 'declare';
  readonly ids: readonly string[];
  readonly keep: 'rules' | 'nothing';
  /** For `declare`: what is said. Goes when the command is acknowledged, so that forgetting the row leaves no word of it. */
  readonly action?: SayingAction;
  readonly at: number;
  /** For `declare`: minutes east of UTC of whoever says it. */
  readonly offset?: number;
  readonly by: 'shopper';
  readonly ack?: {
    readonly at: number;
    readonly removed: number;
    readonly by: 'page' | 'extension';
    /** For `declare`. */
    readonly said?: Said;
  };
}

/** What was removed, and whether reading again found nothing. */
export interface ErasureReceipt {
  readonly removed: number;
  readonly at: number;
  /** True when the rows were looked for afterwards and were not there. */
  readonly verified: boolean;
  /** `reachable`: no reader finds it. `file`: its bytes are gone from the disk as well. */
  readonly grade: 'reachable' | 'file';
}

/** Everything a store holds, as a reader at rest finds it. */
export interface StoreContents {
  readonly scope: string;
  readonly meta: MetaRecord;
  readonly events: readonly Event[];
  readonly decisions: readonly DecisionRecord[];
  readonly ledger: readonly LedgerRecord[];
  readonly configs: readonly ConfigRecord[];
  readonly control: readonly ControlRecord[];
}

/** The doorbell: rung after a commit on BroadcastChannel `tactful`; carries nothing worth reading. */
export interface Doorbell {
  readonly v: 1;
  readonly rev: number;
}

/** The name of the doorbell's channel. */
export const DOORBELL_CHANNEL = 'tactful';

/** The name of the document that `export()` makes. */
export const EXPORT_FORMAT = 'tactful-export';
/** The version of that document. Readers refuse newer ones by name. */
export const EXPORT_VERSION = 1;

/**
 * A document that says what a store holds, for the shopper to keep or to carry to another device; versioned, and described
 * by `schema/export.schema.json`.
 *
 * Equal logs are equal bytes, but for `made`: rows are in canonical order, erasures by id, fields in the order of the types. An import reads
 * `events` and `erasures`; the rest is for the shopper to read.
 */
export interface ExportDocument {
  readonly format: typeof EXPORT_FORMAT;
  readonly v: typeof EXPORT_VERSION;
  readonly exportedAt: number;
  readonly scope: string;
  /** Which store it was made by: 16 bits that many stores share, and the epoch it was in. Missing where nothing is stored. */
  readonly made?: { readonly lineage: string; readonly epoch: number };
  readonly consent: readonly ConsentRecord[];
  readonly events: readonly Event[];
  readonly erasures: readonly Erasure[];
  readonly decisions: readonly DecisionRecord[];
  readonly ledger: readonly LedgerRecord[];
  readonly profile: Json;
}

/** Why a row of a file was not taken in. */
export type ImportRefusal =
  | 'no-consent'
  | 'not-needed'
  | 'personal-data'
  /** It would raise a consent or a permission: that is only ever given by hand. */
  | 'raises-consent'
  /** An erasure, here or in the file, meets it. */
  | 'erased'
  /** The file was saved here before everything was erased here. `erase({ keep: 'nothing' })` lets it in again. */
  | 'erased-since'
  /** Older than such rows are kept, or more of them than are kept. */
  | 'expired'
  /** More than a day ahead of this device's clock. */
  | 'not-yet';

/** What an import did. Every row of the file is counted once in `added`, `known` or `refused`. */
export interface ImportReceipt {
  readonly at: number;
  readonly added: number;
  /** Rows that were here already. */
  readonly known: number;
  readonly refused: Readonly<Partial<Record<ImportRefusal, number>>>;
  /** Rows of this device that went, because an erasure of the file meets them. */
  readonly removed: number;
}
