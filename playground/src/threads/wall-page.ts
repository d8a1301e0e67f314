import type { Lang } from '../language.js';
import type { Step } from './step.js';
import type { ThreadsTexts } from './texts.js';
import type { WallAction, WallState } from './wall-state.js';
import type { WallReading } from './read-wall.js';

/** One end of the strings that are followed now. */
export type StringEnd = { readonly note: number } | { readonly card: string };

/** What the views can ask of the page. */
export interface WallDeeds {
  readonly act: (action: WallAction) => void;
  readonly click: (step: Omit<Step, 'at'>) => void;
  /** Follows the strings of one end; nothing follows none. */
  readonly follow: (end: StringEnd | undefined) => void;
  /** The same for the focus, where one can see it. */
  readonly focus: (event: FocusEvent, end: StringEnd) => void;
  /** Goes on following them after the pointer has left; a second time stops. */
  readonly hold: (end: StringEnd) => void;
  readonly drop: (note: number) => void;
  readonly putBack: (note: number) => void;
  readonly undo: () => void;
  readonly turn: (card: string) => void;
  readonly startDrag: (event: PointerEvent, note: number) => void;
  readonly copyLink: () => void;
  readonly seeReceipt: () => void;
}

/** Everything the views are drawn from. */
export interface WallPage {
  readonly lang: Lang;
  readonly texts: ThreadsTexts;
  readonly state: WallState;
  readonly reading: WallReading;
  /** Names of the cards that lie open. */
  readonly open: ReadonlySet<string>;
  readonly lit: StringEnd | undefined;
  readonly held: StringEnd | undefined;
  /** The note that is in the hand. */
  readonly dragged: number | undefined;
  /** Whole seconds that are left; nothing before the first click. */
  readonly left: number | undefined;
  /** What was last said about a click on the shelf. */
  readonly noted: string;
  readonly deeds: WallDeeds;
}

/** Whether two ends are one. */
export function sameEnd(a: StringEnd | undefined, b: StringEnd | undefined): boolean {
  if (!a || !b) return false;
  return 'note' in a ? 'note' in b && a.note === b.note : 'card' in b && a.card === b.card;
}

/** Whether the string between a note and a card is among those that are followed. */
export function isFollowed(
  lit: StringEnd | undefined,
  ends: { readonly note: number; readonly card: string },
): boolean {
  return lit !== undefined && ('note' in lit ? lit.note === ends.note : lit.card === ends.card);
}
