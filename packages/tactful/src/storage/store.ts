import type { ConsentStates, Event, GateContext, Now, Purpose } from '../engine/index.js';
import type {
  ConfigRecord,
  ConsentRecord,
  ControlRecord,
  DecisionRecord,
  ErasureRecord,
  LedgerRecord,
  MetaRecord,
  Said,
  Segment,
} from './format.js';
import type { PlanMerge } from './merge-rows.js';
import type { Removal } from './remove-rows.js';

/** What a reservation asks for: an exposure, and whether what is already reserved leaves room for it. */
export interface Reservation {
  readonly record: LedgerRecord;
  readonly fits: (ledger: readonly LedgerRecord[]) => boolean;
  /** Whether all that was said has been read by whoever decided: told the revision, and the mark of what was said last. */
  readonly isRead?: (revision: number, said: string | undefined) => boolean;
}

/** Reserved, or the ledger that left no room. `behind`: it rests on what is not so, or not all, any more. */
export type ReservationResult =
  | { readonly reserved: true }
  | { readonly reserved: false; readonly ledger: readonly LedgerRecord[]; readonly behind?: true };

/** What a change of consent writes, in one transaction. */
export interface ConsentChange {
  readonly consent: ConsentStates;
  readonly records: readonly ConsentRecord[];
  /** Whether what was kept must go: nothing is `in` any more. Not done where the store knows of another that is. */
  readonly purge: boolean;
  /** Said by a page that starts, not by a shopper: it agrees to what is pending when it is written, never to what was refused. */
  readonly atStart?: boolean;
}

/** A command to write down what the shopper says, and who carries it out when: page and reader may both try, one does. */
export interface Saying {
  readonly record: ControlRecord;
  readonly by: 'page' | 'extension';
  readonly now: Now;
  /** What the running configuration collects for; to a reader at rest, the latest one in the store. */
  readonly purposes: readonly Purpose[];
  /** What reads it: `spokenRow`, which not every store has at hand. */
  readonly speak: (saying: Saying, gate: GateContext) => Spoken;
}

/** What became of a saying, with the row where it became one. */
export type Spoken = { readonly said: Said; readonly row: Event } | { readonly said: Said };

/** What erasing everything leaves behind. */
export interface Remainder {
  /** The bare "no"s, without dates or causes. */
  readonly rules: readonly Event[];
  readonly consent: ConsentStates;
  readonly history: readonly ConsentRecord[];
  /** Not even that there was something: what was exported before may be imported again, as on another device. */
  readonly bare?: boolean;
  /** The store itself is to be deleted next. */
  readonly goes?: boolean;
}

/** How a store is deleted. */
export interface Destruction {
  /** It was emptied: where something was chosen in it since, or it was made anew and chosen in, it stays. */
  readonly sparing?: boolean;
  /** Done just before it goes. */
  readonly about?: () => Promise<unknown>;
}

/**
 * The store as the worker sees it: every action has a name, each is one transaction.
 *
 * Every write has `meta` in its scope and checks consent and epoch inside, so that a withdrawn consent or
 * an erasure wins over any write in flight, in any tab. What may not be written is not, without an error.
 */
export interface Store {
  readonly mode: 'persistent' | 'memory';
  readonly readMeta: () => Promise<MetaRecord>;
  /** Segment keys of the current epoch; rows of another epoch are deleted on the way. */
  readonly readSegments: (known: ReadonlySet<string>) => Promise<{
    readonly added: readonly Segment[];
    readonly keys: ReadonlySet<string>;
    /** The mark of what was said last, as these rows have it. */
    readonly said?: string | undefined;
  }>;
  /** Resolves to how many rows were kept: those of this epoch whose purpose is `in` and that were not forgotten. */
  readonly appendRows: (rows: readonly Event[], epoch: number) => Promise<number>;
  /**
   * Notes outside of what keeps the rows that this one is kept, so that its loss is noticed. It is not waited for: a loss
   * within a moment stays unnoticed, and so does any where the store was changed by a choice or an erasure since `meta`.
   */
  readonly noteNewest: (id: string, meta: Pick<MetaRecord, 'epoch' | 'revision'>) => Promise<void>;
  /** Raises a purpose only where the change records its grant; the answer is what is so now. */
  readonly changeConsent: (change: ConsentChange) => Promise<MetaRecord>;
  /** Where nothing is `in` an exposure is allowed and not written down. */
  readonly reserve: (reservation: Reservation) => Promise<ReservationResult>;
  readonly settle: (decisionId: string, state: 'shown' | 'released') => Promise<void>;
  readonly readLedger: () => Promise<readonly LedgerRecord[]>;
  /** Lets go of the exposures that are past their limit at a moment, by `pastExposures`. Resolves to those that are left. */
  readonly expireLedger: (at: number) => Promise<readonly LedgerRecord[]>;
  readonly saveDecision: (record: DecisionRecord) => Promise<void>;
  readonly readDecisions: () => Promise<readonly DecisionRecord[]>;
  readonly saveConfig: (record: ConfigRecord) => Promise<void>;
  readonly readErasures: () => Promise<readonly ErasureRecord[]>;
  readonly readControl: () => Promise<readonly ControlRecord[]>;
  readonly acknowledge: (record: ControlRecord) => Promise<void>;
  /** Removes rows, with what is written together with it. Returns how many were there. */
  readonly removeRows: (ids: ReadonlySet<string>, removal?: Removal) => Promise<number>;
  /** Writes what a command says as one row, if the gate takes it, together with the acknowledgement. Once, whoever tries. */
  readonly say: (saying: Saying) => Promise<Said>;
  /** Takes in rows and erasures from elsewhere, as the plan says of what is held: all or nothing. */
  readonly merge: (plan: PlanMerge) => Promise<void>;
  /** Empties everything and raises the epoch; keeps only the remainder. */
  readonly empty: (remainder: Remainder) => Promise<number>;
  /**
   * Has the browser merge the files that held what was emptied, as far as it can be made to: nothing can be told of it.
   *
   * Emptying notes that this is to be done, so that the next start does it where this one was cut short.
   */
  readonly scrub: () => Promise<void>;
  /** Deletes the database itself. Resolves to whether the files that held it are gone as well. */
  readonly destroy: (how?: Destruction) => Promise<boolean>;
  readonly close: () => void;
}

/** The first `meta` of a store. */
export function newMeta(salt: string): MetaRecord {
  return { key: 'meta', format: 'tactful-store', v: 1, revision: 0, consent: {}, history: [], epoch: 1, salt };
}

/** Most configurations that are kept. */
export const KEPT_CONFIGS = 4;
