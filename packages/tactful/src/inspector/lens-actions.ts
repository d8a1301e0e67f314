import type { LensCommand } from './lens-source.js';
import type { LensTab } from './lens-view.js';

/** What the parts of the lens can ask of the whole. */
export interface LensActions {
  readonly forget: (row: { readonly scope: string; readonly id: string }, button: EventTarget | null) => void;
  /** Corrects, removes or forbids a line. */
  readonly correct: (command: LensCommand, button: EventTarget | null) => void;
  /** Takes back what was said last. */
  readonly undo: () => void;
  /** Asks before erasing a scope; `undefined` takes the question back. */
  readonly askErase: (scope: string | undefined) => void;
  readonly erase: (scope: string) => void;
  /** Shows the next page of rows of a section. */
  readonly more: (section: string) => void;
  readonly filter: (text: string) => void;
  readonly again: () => void;
  /** Remembers that the account of a decision is open, or not any more. */
  readonly unfold: (key: string, open: boolean) => void;
  /** Brings a part of the lens into sight, with the focus on its tab. */
  readonly choose: (tab: LensTab) => void;
}

/** What the parts of the lens are drawn with. */
export interface LensState {
  readonly filter: string;
  readonly tab: LensTab;
  /** Keys of the rows that the last command has changed, for a moment. */
  readonly changed: ReadonlySet<string>;
  /** Keys of the rows whose account is open. */
  readonly unfolded: ReadonlySet<string>;
  /** A command is under way: no second one may start. */
  readonly busy: boolean;
  /** The scope whose erasure is being asked about. */
  readonly erasing: string | undefined;
  /** How many rows of a section are shown. */
  readonly shown: (section: string, tab: LensTab) => number;
}
