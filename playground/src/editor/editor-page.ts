import type { Lang } from '../language.js';
import type { Check } from './check-draft.js';
import type { Draft, DraftAction, FieldPath } from './draft.js';
import type { FieldKind } from './fields.js';
import type { History } from './history.js';
import type { FileReading } from './read-file-text.js';
import type { Separator, TableProblem } from './spreadsheet.js';
import type { EditorTexts } from './texts.js';

/** A field that is being typed in, with what stands there: it is not put in order before it is left. */
export interface Typing {
  readonly id: string;
  readonly text: string;
}

/** Why something was not opened. */
export interface Refusal {
  /** The name of the file; empty for what was pasted. */
  readonly name: string;
  readonly file?: Extract<FileReading, { kind: 'problem' }>['problem'] | 'unreadable';
  readonly at?: number;
  readonly table?: readonly TableProblem[];
}

/** What the views can ask for. */
export interface EditorDeeds {
  readonly act: (action: DraftAction, what: string) => void;
  readonly type: (typing: Typing, path: FieldPath, kind: FieldKind) => void;
  /** Typing in a field is over. */
  readonly leave: () => void;
  readonly setValue: (path: FieldPath, value: unknown) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly startFromShop: () => void;
  readonly startEmpty: () => void;
  readonly openFile: (file: File) => void;
  readonly paste: (text: string) => void;
  readonly saveCatalog: () => void;
  readonly saveTable: () => void;
  readonly copyTable: () => void;
  readonly choose: (part: Partial<EditorChoices>) => void;
  readonly addLang: (lang: string) => boolean;
  readonly removeLang: (lang: string) => void;
  /** Opens an offer and puts the focus on one of its fields, or on its form. */
  readonly goTo: (index: number, place?: string) => void;
  readonly closeRefusal: () => void;
  readonly showAgain: () => void;
}

/** What is chosen on the page and is no part of the draft. */
export interface EditorChoices {
  readonly separator: Separator;
  readonly previewLang: string;
  readonly find: string;
  readonly allFound: boolean;
  readonly badLang: boolean;
}

/** Everything the views are drawn from. */
export interface EditorPage {
  readonly lang: Lang;
  readonly texts: EditorTexts;
  readonly history: History<Draft>;
  readonly check: Check;
  readonly typing: Typing | undefined;
  readonly choices: EditorChoices;
  readonly refusal: Refusal | undefined;
  readonly isKept: boolean;
  readonly deeds: EditorDeeds;
}
