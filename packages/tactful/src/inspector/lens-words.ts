import type {
  ConsentState,
  DataNeed,
  ProfileSubject,
  ProfileWords,
  Refusal,
  ShopperAction,
  SignalGroup,
} from '../engine/index.js';
import { loadTexts, type Texts } from '../elements/texts.js';
import type { LensTrouble, Provenance, StoredPlace } from './lens-source.js';
import type { LensTab } from './lens-view.js';

/** A section of the lens with words of its own. */
export type OwnSection =
  'conflicts' | 'rest' | 'needs' | 'held' | 'decided' | 'companies' | 'announced' | 'stored' | 'possible';

/** A section of the lens; those of the profile have the profile's words. */
export type SectionName = OwnSection | ProfileSubject;

/** Every word of the lens in one language. In braces: what is filled in, as text, never as markup. */
export interface LensWords {
  readonly lang: string;
  readonly heading: string;
  readonly loading: string;
  readonly again: string;
  readonly filter: string;
  readonly filterNone: string;
  readonly more: (left: number) => string;
  readonly trouble: Readonly<Record<LensTrouble, { readonly what: string; readonly next: string }>>;
  readonly tabs: Readonly<Record<LensTab, string>>;
  /** What is known of the shopper, line by line. */
  readonly profile: ProfileWords;
  readonly provenance: Readonly<Record<Provenance | 'withheld', string>>;
  readonly section: Readonly<
    Record<OwnSection, { readonly title: string; readonly note: string; readonly empty: string }>
  >;
  readonly sentence: {
    readonly told: (companies: number) => string;
    readonly toldNobody: string;
    /** `{product}` alone, and with `{price}`. */
    readonly announces: string;
    readonly announcesPriced: string;
    readonly announcesEvents: string;
    readonly announcesNothing: string;
    readonly holds: (rows: number) => string;
    readonly holdsNothing: string;
    readonly lastSilent: string;
    readonly lastOffered: string;
    readonly lastNothing: string;
  };
  readonly company: { readonly hosts: string; readonly category: Readonly<Record<string, string>> };
  readonly announcedBy: {
    readonly product: string;
    readonly event: string;
    readonly source: Readonly<Record<'json-ld' | 'microdata' | 'data-layer', string>>;
  };
  readonly place: Readonly<Record<StoredPlace, string>>;
  readonly consent: { readonly none: string; readonly state: Readonly<Record<ConsentState, string>> };
  readonly engine: { readonly differs: string; readonly unknown: string };
  readonly unreadable: string;
  readonly you: {
    readonly nothing: string;
    /** What will appear, for who has agreed. */
    readonly soon: string;
    /** `{percent}`. */
    readonly sure: string;
    readonly says: string;
    readonly does: string;
    readonly more: string;
    readonly changed: string;
    /** Spoken name of a button: `{action}` and `{row}`. */
    readonly action: string;
    readonly why: string;
    readonly need: Readonly<Record<DataNeed['verdict'], string>>;
    readonly forgetNeed: string;
    readonly forgetRows: (rows: number) => string;
  };
  readonly evidence: (rows: number) => string;
  readonly evidenceMore: (rows: number) => string;
  readonly decision: {
    readonly offered: string;
    readonly silent: string;
    readonly place: string;
    readonly until: string;
    readonly left: Readonly<Record<'default' | 'empty', string>>;
    readonly endedBy: Readonly<Record<ShopperAction['do'], string>>;
    readonly whyNothing: string;
    readonly whyThis: string;
    /** Where deciding again came to something else. */
    readonly differs: string;
    /** In place of a button for what was done already. */
    readonly done: string;
    /** `{what}`: the caption of a sum. */
    readonly worth: string;
    readonly term: string;
    readonly value: string;
    readonly total: string;
    readonly all: string;
    readonly considered: string;
    readonly candidate: string;
    readonly verdict: string;
    readonly score: string;
    readonly scoreNote: string;
    readonly silence: string;
    readonly unreadable: string;
  };
  readonly forget: string;
  /** Spoken name of a row's button: `{row}`. */
  readonly forgetRow: string;
  readonly erase: {
    readonly ask: string;
    readonly question: (rows: number) => string;
    readonly yes: string;
    readonly no: string;
  };
  readonly receipt: {
    readonly gone: (rows: number) => string;
    readonly still: (rows: number) => string;
    readonly failed: string;
    readonly working: string;
    /** A row was written, and found again: the line it became, where it is one by itself. */
    readonly said: (line: string) => string;
    /** Written, and not found again. */
    readonly unsaid: string;
    /** The gate did not take it. */
    readonly refused: Readonly<Record<Refusal['reason'], string>>;
    readonly undo: string;
  };
  /** The receipt of an erasure. */
  readonly card: {
    readonly title: string;
    readonly site: string;
    readonly when: string;
    readonly removed: string;
    readonly rows: (rows: number) => string;
    readonly group: Readonly<Record<SignalGroup, string>>;
    readonly decisions: string;
    readonly nothing: string;
    readonly proof: string;
    readonly verified: string;
    readonly unverified: string;
    readonly grade: string;
    readonly grades: Readonly<Record<'reachable' | 'file', string>>;
    readonly watch: string;
    /** `{moment}`: when it looked last. */
    readonly watching: string;
    readonly watched: string;
    readonly looking: string;
    readonly blind: string;
    readonly absent: string;
    readonly back: (rows: number) => string;
    readonly fresh: (rows: number) => string;
    readonly save: string;
    readonly saved: (name: string) => string;
    readonly file: string;
    readonly note: string;
    readonly close: string;
  };
  /** For whoever builds with it: what the library says of itself. */
  readonly health: {
    readonly title: string;
    readonly well: string;
    readonly trouble: (count: number) => string;
    readonly none: string;
    readonly empty: string;
    readonly sum: (offered: number, rest: string) => string;
    readonly kept: string;
    readonly dropped: string;
    readonly waiting: string;
    readonly holds: string;
    readonly broken: string;
    readonly reason: Readonly<Record<string, string>>;
    readonly parts: {
      readonly storage: string;
      readonly worker: string;
      readonly catalog: string;
      readonly restarts: string;
      readonly lastLoss: string;
      readonly lastError: string;
      readonly degraded: string;
      readonly problems: string;
    };
    readonly storage: Readonly<Record<'persistent' | 'memory', string>>;
    readonly worker: Readonly<Record<'url' | 'blob' | 'main', string>>;
    readonly catalog: Readonly<Record<'ready' | 'missing' | 'invalid', string>>;
    readonly noLoss: string;
    readonly noError: string;
    readonly noProblem: string;
    readonly more: (left: number) => string;
  };
  readonly close: string;
  readonly blind: string;
}

/** All that the lens can say in a language: its own words and those it shares with the elements. */
export interface LensTexts {
  readonly words: LensWords;
  readonly texts: Texts;
}

/** The words of a language: Dutch for `nl` and everything under it, else English. A file of its own, fetched when first needed. */
export async function loadLensTexts(lang: string): Promise<LensTexts> {
  const [words, texts] = await Promise.all([
    /^nl(?:-|$)/i.test(lang)
      ? import('./lens-words-nl.js').then(({ LENS_WORDS_NL }) => LENS_WORDS_NL)
      : import('./lens-words-en.js').then(({ LENS_WORDS_EN }) => LENS_WORDS_EN),
    loadTexts(lang),
  ]);
  return { words, texts };
}
