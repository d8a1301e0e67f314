import type { Health } from '../client/index.js';
import type {
  CompiledCatalog,
  ConsentStates,
  Event,
  explainDecision,
  ProfileRow,
  ProfileView,
} from '../engine/index.js';
import type { DecisionRecord, ErasureReceipt, Said, SayingAction } from '../storage/index.js';

/**
 * Where the knowledge in a row of the lens comes from, said in words on every row.
 *
 * `observed`: seen by tactful or by the reader itself. `stated`: the shopper said it. `announced`: the page says so, which is
 * a claim. `listed`: a name from a list of companies. `concluded`: worked out by the engine.
 */
export type Provenance = 'observed' | 'stated' | 'announced' | 'listed' | 'concluded';

/** A price as a page announces it: decimal, in the currency's own unit. */
export interface Amount {
  readonly value: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** A company that was told of this visit: its servers were asked for something. */
export interface CompanyRow {
  readonly id: string;
  /** `listed`: the hosts were seen, the name comes from a list. `observed`: only a domain is known. */
  readonly provenance: 'listed' | 'observed';
  readonly name: string;
  readonly category?: string;
  readonly hosts: readonly string[];
}

/** Something that the page announces about itself. */
export interface AnnouncedRow {
  readonly id: string;
  readonly provenance: 'announced';
  readonly by: 'json-ld' | 'microdata' | 'data-layer';
  /** The page's own name of an event; absent for a product that is merely described. */
  readonly event?: string;
  readonly name?: string;
  readonly price?: Amount;
  readonly brand?: string;
  readonly category?: readonly string[];
}

/** Where a name was found: never what is kept under it. */
export type StoredPlace = 'cookie' | 'local' | 'session' | 'database';

/** The name of a cookie or of something stored. */
export interface StoredRow {
  readonly id: string;
  readonly provenance: 'observed';
  readonly place: StoredPlace;
  readonly name: string;
}

/** What any page tells, without tactful on it. */
export interface PageReport {
  /** At least these: redirects, web sockets and what runs inside frames and workers cannot be seen. */
  readonly companies: readonly CompanyRow[];
  readonly announced: readonly AnnouncedRow[];
  readonly stored: readonly StoredRow[];
  /** What the engine would conclude from what was announced; nothing of it is stored. Evidence: ids of `announced`. */
  readonly concluded: readonly ProfileRow[];
  /** The product the page is about, for the one sentence. */
  readonly product?: { readonly name: string; readonly price?: Amount };
}

/** With what the engine decides once more, to tell what would have made the difference. */
export type Recall = NonNullable<Parameters<typeof explainDecision>[1]['recall']>;

/** What a tactful store holds, folded by the reader's own engine. */
export interface StoreReport {
  readonly scope: string;
  readonly consent: ConsentStates;
  /** Newest first. */
  readonly events: readonly Event[];
  readonly profile: ProfileView;
  /** Newest first. */
  readonly decisions: readonly DecisionRecord[];
  /** What may be said here, for the titles of offers; empty where the store holds none that can be read. */
  readonly catalog: CompiledCatalog;
  /** `same`: the reader's engine is the site's. `differs`: it cannot be compared. `unknown`: nothing to compare with. */
  readonly engine: 'same' | 'differs' | 'unknown';
  /** Only where the engine is the same. */
  readonly recall?: Recall;
}

/** Everything the lens shows. */
export interface Snapshot {
  /** Host of the page, `127.0.0.1:4173`. */
  readonly site: string;
  readonly takenAt: number;
  readonly stores: readonly StoreReport[];
  /** Stores that are there and could not be read: of a newer format, or storage did not answer. */
  readonly unreadable: readonly string[];
  readonly page?: PageReport;
}

/** What the shopper can do from the lens. */
export type LensCommand =
  | { readonly op: 'forget'; readonly scope: string; readonly ids: readonly string[] }
  | { readonly op: 'erase'; readonly scope: string }
  | { readonly op: 'declare'; readonly scope: string; readonly action: SayingAction };

/** What became of a command, proven by reading again; `said` for what was to be written down. */
export interface LensReceipt extends ErasureReceipt {
  readonly said?: Said;
}

/** Why there is no snapshot: said in words by the lens, with what to do next. */
export type LensTrouble = 'click-icon' | 'not-a-page' | 'refused' | 'unreadable';

/** The answer of a source. */
export type Look = { readonly snapshot: Snapshot } | { readonly trouble: LensTrouble };

/** Where the lens gets what it shows: the site's own store, or an extension looking at a tab. */
export interface LensSource {
  /** Never rejects for what the lens has words for; a rejection is shown as `unreadable`. */
  readonly look: () => Promise<Look>;
  /** Calls back when something may have changed, at most four times a second; returns the function that stops it. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Carries out, then proves it by reading again. Rejects when it could not be done. */
  readonly command: (command: LensCommand) => Promise<LensReceipt>;
  /** What the page's own instance says of itself; absent where none is at hand, as in an extension. */
  readonly health?: () => Health;
}
