/** What the parts of the lens can ask of the whole. */
export interface LensActions {
  readonly forget: (row: { readonly scope: string; readonly id: string }, button: EventTarget | null) => void;
  /** Asks before erasing a scope; `undefined` takes the question back. */
  readonly askErase: (scope: string | undefined) => void;
  readonly erase: (scope: string) => void;
  /** Shows the next page of rows of a section. */
  readonly more: (section: string) => void;
  readonly filter: (text: string) => void;
  readonly again: () => void;
  readonly goTo: (section: string) => void;
}

/** What the parts of the lens are drawn with. */
export interface LensState {
  readonly filter: string;
  /** A command is under way: no second one may start. */
  readonly busy: boolean;
  /** The scope whose erasure is being asked about. */
  readonly erasing: string | undefined;
  /** How many rows of a section are shown. */
  readonly shown: (section: string) => number;
}
