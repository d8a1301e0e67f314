import type { ConsentStates, Event, Explanation } from '../client/index.js';

/** Every word that the elements say in one language. What a shop says (titles, purposes) is not in here. */
export interface Texts {
  /** BCP 47, for the `lang` attribute of what is said. */
  readonly lang: string;
  readonly offer: {
    readonly picked: string;
    readonly notNow: string;
    readonly notForMe: string;
    readonly never: string;
    /** What happened after each of the two answers. */
    readonly answered: { readonly not_for_me: string; readonly never: string };
    /** The same when the answer could not be written down. */
    readonly notKept: string;
    readonly undo: string;
    readonly undoFailed: string;
  };
  readonly why: {
    readonly label: string;
    readonly loading: string;
    readonly failed: string;
    readonly rows: string;
    readonly noRows: string;
    readonly considered: string;
    readonly until: (moment: string) => string;
    readonly verdicts: Readonly<Record<keyof Explanation['counts'], string>>;
    /** What the shopper or the page did, as the first words of a row. */
    readonly events: Readonly<Record<Event['name'], string>>;
  };
  readonly consent: {
    readonly title: string;
    readonly agree: string;
    readonly refuse: string;
    readonly later: string;
    readonly close: string;
    readonly shop: string;
    readonly you: string;
    readonly state: Readonly<Record<ConsentStates[string], string>>;
    readonly withdrawing: string;
    readonly details: string;
    readonly signals: string;
    readonly requests: string;
    readonly nowhere: string;
    /** Instead of that where pictures of offers are fetched. */
    readonly revealed: string;
    readonly signal: Readonly<Record<string, string>>;
    readonly kept: Readonly<Record<string, string>>;
    readonly days: (days: number) => string;
    readonly untilWithdrawn: string;
    readonly most: (rows: string) => string;
    readonly done: Readonly<Record<'in' | 'out', string>>;
    readonly change: string;
    readonly failed: string;
  };
}

/**
 * The words for a language: Dutch for `nl` and everything under it, else English.
 *
 * Each language is a file of its own that is fetched when first needed, from where the library itself comes.
 */
export async function loadTexts(lang: string): Promise<Texts> {
  return /^nl(?:-|$)/i.test(lang) ? (await import('./texts-nl.js')).TEXTS_NL : (await import('./texts-en.js')).TEXTS_EN;
}
