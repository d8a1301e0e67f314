import type { SectionName } from './lens-words.js';
import type { Provenance } from './lens-source.js';
import type { Phrase } from './phrase.js';

// What the lens shows, in words of one language, before it becomes elements. Pure data: the same in the shop, in the
// extension and in the pretend browser.

/** One line: what, how it is known, and what it rests on. */
export interface ViewRow {
  readonly key: string;
  readonly what: Phrase;
  readonly provenance: Provenance;
  /** Short facts, in one line. */
  readonly details: readonly Phrase[];
  /** Whole sentences, each in a line of its own. */
  readonly says?: readonly Phrase[];
  readonly when?: { readonly iso: string; readonly text: string };
  /** Rows it rests on; empty where it rests on rows that are gone. */
  readonly evidence?: readonly ViewRow[];
  /** Why it came out so, for a decision. */
  readonly account?: ViewAccount;
  /** The row of a store that can be forgotten. */
  readonly forget?: { readonly scope: string; readonly id: string };
}

/** The shortlist of a decision and the count of all candidates by verdict. */
export interface ViewAccount {
  readonly candidates: readonly { readonly what: Phrase; readonly verdict: string; readonly score: string }[];
  readonly counts: Phrase;
}

/** A heading with its rows. */
export interface ViewSection {
  readonly name: SectionName;
  /** The scope of its store; absent for what concerns the page. */
  readonly scope?: string;
  readonly title: string;
  readonly notes: readonly Phrase[];
  readonly empty: string;
  readonly rows: readonly ViewRow[];
}

/** A store that can be emptied. */
export interface ViewStore {
  readonly scope: string;
  readonly rows: number;
}

/** Everything the lens shows for one snapshot. */
export interface LensView {
  readonly site: string;
  /** The page in one sentence, and each store in one. */
  readonly sentences: readonly Phrase[];
  readonly sections: readonly ViewSection[];
  readonly stores: readonly ViewStore[];
  readonly warnings: readonly Phrase[];
}
