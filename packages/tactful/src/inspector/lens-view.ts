import type { LensCommand, Provenance } from './lens-source.js';
import type { SectionName } from './lens-words.js';
import type { Phrase } from './phrase.js';

// What the lens shows, in words of one language, before it becomes elements. Pure data: the same in the shop, in the
// extension and in the pretend browser.

/** What the lens is parted into, in the order in which it is read. */
export const LENS_TABS = ['you', 'decisions', 'log', 'page'] as const;

/** One of {@link LENS_TABS}. */
export type LensTab = (typeof LENS_TABS)[number];

/** Something the shopper can do about a line. */
export interface ViewAction {
  readonly label: Phrase;
  readonly command: LensCommand;
}

/** What is said and what is done of one thing: in words, and from -2 (less than the rest) to 2. */
export interface ViewSides {
  readonly says: { readonly text: Phrase; readonly level: number };
  readonly does: { readonly text: Phrase; readonly level: number };
}

/** One line: what, how it is known, and what it rests on. */
export interface ViewRow {
  readonly key: string;
  readonly what: Phrase;
  /** `withheld`: could have been concluded, and was not. */
  readonly provenance: Provenance | 'withheld';
  /** In place of the words for how it is known. */
  readonly chip?: string;
  /** How sure a conclusion is, from 0 to 1, and in words. */
  readonly sure?: { readonly share: number; readonly text: Phrase };
  readonly sides?: ViewSides;
  /** What can be done about it, the likeliest first. */
  readonly actions?: readonly ViewAction[];
  /** Short facts, in one line. */
  readonly details: readonly Phrase[];
  /** Whole sentences, each in a line of its own. */
  readonly says?: readonly Phrase[];
  readonly when?: { readonly iso: string; readonly text: string };
  /** Whole sentences that are told when somebody asks what it rests on. */
  readonly explains?: readonly Phrase[];
  /** Rows it rests on; empty where it rests on rows that are gone. */
  readonly evidence?: readonly ViewRow[];
  /** Why it came out so, for a decision. */
  readonly account?: ViewAccount;
  /** The row of a store that can be forgotten. */
  readonly forget?: { readonly scope: string; readonly id: string };
}

/** What somebody weighed, term by term: the values sum to the total. */
export interface ViewSum {
  readonly what: Phrase;
  readonly terms: readonly { readonly name: string; readonly value: number; readonly text: string }[];
  readonly total: string;
}

/** The shortlist of a decision, what the best of it weighed, and the count of all candidates by verdict. */
export interface ViewAccount {
  /** "Why nothing?" */
  readonly title: string;
  readonly candidates: readonly { readonly what: Phrase; readonly verdict: string; readonly score: string }[];
  readonly verdicts: readonly { readonly verdict: string; readonly count: number }[];
  readonly sums: readonly ViewSum[];
  /** Of a silence: what would have made the difference. It decides many times over, so only for who looks. */
  readonly instead?: () => readonly Phrase[];
}

/** A heading with its rows. */
export interface ViewSection {
  readonly name: SectionName;
  readonly tab: LensTab;
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
  /** The parts there are; the first is shown until another is chosen. */
  readonly tabs: readonly LensTab[];
  readonly first: LensTab;
  /** The page in one sentence, and each store in one. */
  readonly sentences: readonly Phrase[];
  readonly sections: readonly ViewSection[];
  readonly stores: readonly ViewStore[];
  readonly warnings: readonly Phrase[];
}
