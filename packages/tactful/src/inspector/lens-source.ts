import type { ConsentStates, DecisionRecord, ErasureReceipt, Event, ProfileView } from '../worker/protocol.js';

/** Where the knowledge in a row of the lens comes from. Shown on every row. */
export type Provenance = 'observed' | 'announced' | 'listed' | 'concluded';

/** One line of the lens: what, how it is known, and what it rests on. */
export interface LensRow {
  readonly id: string;
  readonly provenance: Provenance;
  /** Short and plain: `garden hose`, `Google Analytics`. Text of the page is data, never markup. */
  readonly label: string;
  readonly detail?: string;
  readonly at?: number;
  /** Ids of rows it rests on. */
  readonly evidence?: readonly string[];
}

/** What any page tells, without tactful on it. */
export interface PageReport {
  /** Companies that were told of this visit: at least these. */
  readonly companies: readonly LensRow[];
  /** What the page announces of itself: products, prices, events of its dataLayer. */
  readonly announced: readonly LensRow[];
  /** Names (never values) of cookies and of stores. */
  readonly stored: readonly LensRow[];
  /** What the engine would conclude from what was announced; nothing of it is stored. */
  readonly concluded: readonly LensRow[];
  /** The product the page shows, for the one sentence. */
  readonly product?: { readonly name: string; readonly price?: string };
}

/** What a tactful store holds, folded by the reader's own engine. */
export interface StoreReport {
  readonly scope: string;
  readonly consent: ConsentStates;
  readonly events: readonly Event[];
  readonly profile: ProfileView;
  readonly decisions: readonly DecisionRecord[];
  /** `same`: the reader's engine is the site's. `differs`: it cannot be compared. */
  readonly engine: 'same' | 'differs' | 'unknown';
}

/** Everything the lens shows. */
export interface Snapshot {
  /** Host of the page, `127.0.0.1:4173`. */
  readonly site: string;
  readonly takenAt: number;
  readonly stores: readonly StoreReport[];
  readonly page?: PageReport;
}

/** What the shopper can do from the lens. */
export type LensCommand =
  | { readonly op: 'forget'; readonly scope: string; readonly ids: readonly string[] }
  | { readonly op: 'erase'; readonly scope: string };

/** Why there is no snapshot: said in words by the lens, with what to do next. */
export type LensTrouble = 'click-icon' | 'not-a-page' | 'refused' | 'unreadable';

/** The answer of a source. */
export type Look = { readonly snapshot: Snapshot } | { readonly trouble: LensTrouble };

/** Where the lens gets what it shows: the site's own store, or an extension looking at a tab. */
export interface LensSource {
  readonly look: () => Promise<Look>;
  /** Calls back when something may have changed; returns the function that stops it. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Carries out, then proves it by reading again. */
  readonly command: (command: LensCommand) => Promise<ErasureReceipt>;
}
