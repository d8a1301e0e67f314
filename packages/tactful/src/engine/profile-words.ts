import type { WishWhen } from './fold-tell-me.js';
import type { OfferClass } from './catalog.js';
import type { SignalGroup } from './event-names.js';
import type { DataNeed } from './data-need.js';
import type { Intent } from './intent.js';
import type { Tier } from './customer-mix.js';
import type { ProfileRow, ProfileRule, WithheldReason } from './profile-row.js';
import type { Channel, Statement } from './statement.js';
import type { SuggestionState } from './suggestion.js';
import type { PromiseState } from './promise.js';
import type { Standing } from './annoyance.js';
import type { WordedLine } from './worded-line.js';

/** What a line of the profile belongs to, in the order in which they are read. A closed list: each has words. */
export const PROFILE_SUBJECTS = ['said', 'done', 'taste', 'habits', 'worth', 'relation', 'now'] as const;

/** One of {@link PROFILE_SUBJECTS}. */
export type ProfileSubject = (typeof PROFILE_SUBJECTS)[number];

/** A line of the profile in words. */
export interface WordedRow {
  readonly subject: ProfileSubject;
  readonly what: WordedLine;
  /** How sure it is, how far it may be off, what a rule of thumb says, what it rests on, or why nothing is concluded. */
  readonly details: readonly WordedLine[];
}

/** How values of the profile become words; the engine knows no calendar, currency or language of its own. */
export interface ProfileFormat {
  /** A moment (epoch milliseconds) as people say it. */
  readonly moment: (at: number) => string;
  /** An amount in minor units, with its currency. */
  readonly amount: (minorUnits: number) => string;
  /** A share from 0 to 1. */
  readonly percent: (share: number) => string;
  /** A number with at most one decimal. */
  readonly number: (value: number) => string;
  /** A category path as its names. */
  readonly path: (categoryPath: string) => string;
  /** The title of an offer; its id where nobody knows it. */
  readonly offer: (offerId: string) => string;
  /** The public name of a relationship type that the site brought with it. */
  readonly relationship?: (type: string) => string | undefined;
}

/** How far something is from "like everything else". */
export type Lean = 'much' | 'more' | 'slightly' | 'as' | 'slightly_less' | 'less';
/** What a value is a value of, as far as that changes its name. */
export type Thing = 'category' | 'brand' | 'attribute' | 'offer_id' | 'class' | 'other';
type Mode = Extract<Statement, { readonly kind: 'mode' }>['mode'];
type Level = `${Extract<Statement, { readonly kind: 'preference' }>['level']}`;
type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The rules that conclude something, or say why not. */
export type ConcludingRule = Extract<
  ProfileRule,
  | 'affinity'
  | 'price'
  | 'conflict'
  | 'rhythm'
  | 'due'
  | 'break'
  | 'next'
  | 'frequency'
  | 'alive'
  | 'lifetime'
  | 'tier'
  | 'relationship'
  | 'we_feeling'
  | 'intent'
  | 'annoyance'
  | 'fatigue'
  | 'satiation'
>;

/** The sentences of each rule: one, or one for each case of it. */
export interface ProfileLines extends Readonly<Record<ProfileRule, string | Readonly<Record<string, string>>>> {
  readonly stated: Words<Level>;
  readonly mode: Words<Mode>;
  readonly channel: Words<'allowed' | 'refused'>;
  readonly visit: Words<'gift' | 'not_me' | 'person'>;
  readonly wish: Words<WishWhen>;
  readonly promise: Words<PromiseState>;
  readonly suggestion: Words<SuggestionState>;
  readonly affinity: Words<Lean>;
  readonly price: Words<'below' | 'usual' | 'above'>;
  readonly conflict: Words<'more_said' | 'more_done'>;
  readonly rhythm: Words<'visit' | 'purchase' | 'category'>;
  readonly break: Words<'visit' | 'purchase' | 'category' | 'looks'>;
  readonly frequency: Words<'repeats' | 'recency' | 'money'>;
  readonly tier: Words<Tier>;
  readonly we_feeling: Words<'good' | 'fair' | 'poor'>;
  readonly intent: Words<'said' | 'seems' | 'unfinished'>;
  readonly annoyance: Words<Standing['standing']>;
  readonly fatigue: Words<'inbound' | 'outbound'>;
}

/** A number in words; `{n}` is the number. */
export interface CountWords {
  readonly one: string;
  readonly other: string;
}

/** What the shopper can do about a line, as short as a button; `{thing}` and `{value}` say with what. */
export interface CorrectionWords {
  readonly preference: Words<Level>;
  readonly never: string;
  readonly relationship: Words<'chosen' | 'none'>;
  readonly channel: Words<'allowed' | 'refused'>;
  readonly quiet: Words<'until' | 'end'>;
  readonly mode: Words<Mode>;
  readonly intent: string;
  readonly goal: { readonly one: string; readonly none: string };
  readonly visit: Words<'gift' | 'not_me' | 'person'>;
  readonly life: string;
  readonly consent: string;
  readonly forget: CountWords;
  readonly task: string;
  readonly resolve: string;
  readonly next_visit: string;
  /** For a conflict: the two answers, and none yet. */
  readonly conflict: Words<'says' | 'does' | 'later'>;
}

/** Every line of the profile in one language. Slots stand in braces; see the English for all of them. */
export interface ProfileWords {
  /** BCP 47; also the language of the public names of relationship types. */
  readonly lang: 'en' | 'nl';
  readonly subject: Readonly<Record<ProfileSubject, { readonly title: string; readonly empty: string }>>;
  readonly line: ProfileLines;
  /** What was not concluded. */
  readonly withheld: Words<ConcludingRule>;
  readonly because: Words<WithheldReason>;
  /** By rule, or by rule and case. One whose slots are not all known is left out. */
  readonly details: Readonly<Partial<Record<ProfileRule | `${ProfileRule} ${string}`, readonly string[]>>>;
  readonly elicited: string;
  readonly thing: Words<Thing>;
  readonly class: Words<OfferClass>;
  readonly channel: Words<Channel>;
  readonly intent: Words<Intent>;
  /** Questions that are asked by tactful itself, and the answers to where something is bought. */
  readonly question: Words<'relationship' | 'main_shop'>;
  readonly mainShop: Words<'main' | 'sometimes' | 'rarely'>;
  readonly lean: Words<Lean>;
  readonly chance: Words<'least' | 'some' | 'most'>;
  readonly odds: Words<'some' | 'least'>;
  readonly every: CountWords;
  readonly days: CountWords;
  readonly ago: CountWords & { readonly today: string };
  readonly rows: CountWords;
  readonly hiatus: Words<'still' | 'gone'>;
  /** In place of what has no name. */
  readonly nameless: string;
  /** For what no rule of this version makes. */
  readonly other: string;
  readonly provenance: Words<ProfileRow['provenance']>;
  /** On what a line rests: `{rows}`, and for a fact `{provenance}`. */
  readonly basis: Words<ProfileRow['kind']>;
  readonly correction: CorrectionWords;
  /** The data-need ledger: `{signal}`, `{rows}`, `{purpose}` and `{decisions}`. */
  readonly need: Words<DataNeed['verdict']> & { readonly title: string; readonly empty: string };
  readonly decisions: CountWords;
  readonly signal: Words<SignalGroup>;
}

/** With what a line is put into words. */
export interface ProfileWording {
  readonly words: ProfileWords;
  readonly format: ProfileFormat;
}

/** An action as it is put into words, with the rule of the line that it answers, which may have words of its own for it. */
export interface CorrectionWording extends ProfileWording {
  readonly rule?: ProfileRule;
}
