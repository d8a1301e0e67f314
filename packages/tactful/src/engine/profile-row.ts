import type { CatalogFacts } from './compile-catalog.js';
import type { Folded } from './folded.js';
import type { Model, Policy } from './policy.js';
import type { Now } from './clock.js';
import type { ShopperAction } from './statement.js';

/** Every rule that makes a line of the profile. A closed list: each has words in every language. */
export const PROFILE_RULES = [
  // what the shopper said, did and was shown
  'stated',
  'never',
  'mode',
  'quiet',
  'channel',
  'goal',
  'life',
  'visit',
  'wish',
  'answer',
  'declined',
  'purchase',
  'task',
  'complaint',
  'promise',
  'suggestion',
  'said_relationship',
  'feedback',
  'signal',
  // what is concluded from it
  'affinity',
  'price',
  'conflict',
  'rhythm',
  'due',
  'break',
  'next',
  'frequency',
  'alive',
  'lifetime',
  'tier',
  'relationship',
  'we_feeling',
  'intent',
  'annoyance',
  'fatigue',
  'satiation',
] as const;

/** One of {@link PROFILE_RULES}. */
export type ProfileRule = (typeof PROFILE_RULES)[number];

/** Why nothing is concluded where something could have been. A closed list: each has words in every language. */
export const WITHHELD_REASONS = [
  'few',
  'unsure',
  'sensitive',
  'gift',
  'not_me',
  'no_model',
  'beyond_fit',
  'not_computable',
] as const;

/** One of {@link WITHHELD_REASONS}. */
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** What an estimate is counted in. `ratio` is to what is usual, `minor` money in minor units, `moment` epoch milliseconds. */
export type EstimateUnit =
  'probability' | 'share' | 'days' | 'moment' | 'minor' | 'purchases' | 'bits' | 'ratio' | 'score' | 'index';

/** A number that a rule worked out, with how far it may be off, and the simple rival beside it. */
export interface ProfileEstimate {
  readonly value: number;
  readonly unit: EstimateUnit;
  /** A central 80 % interval, where there is one. */
  readonly low?: number;
  readonly high?: number;
  /** What a rule of thumb says of the same thing, in the same unit. */
  readonly rival?: { readonly name: 'hiatus' | 'last_gap' | 'everybody'; readonly value: number };
  /** Rests on numbers that experts chose, not fitted ones. */
  readonly elicited?: true;
}

/** One fact or conclusion about the shopper, or a conclusion that was withheld, with what it rests on. */
export interface ProfileRow {
  /** What it is about, as `rule facet value`. Not unique where one thing was bought or said twice: the rows tell them apart. */
  readonly id: string;
  readonly kind: 'fact' | 'conclusion' | 'withheld';
  /** What it is about: `category`, `brand`, `offer_id`, `class`, `mode`, `quiet`, `purchase`, ... */
  readonly facet: string;
  readonly value: string;
  /** For conclusions: lift over everybody, -2 to 2. For statements: the level, -2 to 2. */
  readonly level: number;
  /** Decayed pseudo-events behind a conclusion; 0 for facts. */
  readonly weight: number;
  /** Between 0 and 1; facts are 1. */
  readonly confidence: number;
  readonly provenance: 'observed' | 'declared' | 'relation' | 'concluded';
  /** Ids of the rows it rests on; remove them and it is gone. */
  readonly evidence: readonly string[];
  /** The rule that made it. */
  readonly rule: ProfileRule;
  /** What the rule worked out; absent where `level` says it all. */
  readonly estimate?: ProfileEstimate;
  /** For a conflict: the lift by what the shopper says, and by what they do. */
  readonly sides?: {
    readonly says: number;
    readonly does: number;
    /** How far apart all that is said and done of this facet are: 0 is alike, 1 has nothing in common. */
    readonly apart: number;
  };
  /** Where a row that was not made here comes from, in the words it came with. */
  readonly source?: string;
  /** Why nothing is concluded; only for what is withheld. */
  readonly because?: WithheldReason;
  /** What the shopper can do about it: correct, remove or forbid. Each is one call of `declare()` or `forget()`. */
  readonly corrections: readonly ShopperAction[];
}

/** What lines of the profile are read from, and as of when. */
export interface ProfileRead {
  readonly folded: Folded;
  readonly catalog: CatalogFacts;
  readonly model: Model;
  readonly policy: Policy;
  readonly now: Now;
}

/** The lines of one subject; a subject is a file. */
export type ProfileRows = (read: ProfileRead) => readonly ProfileRow[];

type Given = Pick<ProfileRow, 'rule' | 'facet' | 'value' | 'evidence'> & Partial<ProfileRow>;

const idOf = ({ rule, facet, value }: Given): string => `${rule} ${facet} ${value}`;

/** Rows can be forgotten, so every line that rests on some can be removed by removing them. */
function forgetting(evidence: readonly string[]): readonly ShopperAction[] {
  return evidence.length === 0 ? [] : [{ do: 'forget', ids: evidence }];
}

/** A fact: what was said, done or shown, and is not weighed. */
export function factRow(given: Given & Pick<ProfileRow, 'provenance'>): ProfileRow {
  const corrections = forgetting(given.evidence);
  return { id: idOf(given), kind: 'fact', level: 0, weight: 0, confidence: 1, corrections, ...given };
}

/** A conclusion; `confidence` is 1 unless given. */
export function conclusionRow(given: Given): ProfileRow {
  return {
    id: idOf(given),
    kind: 'conclusion',
    level: 0,
    weight: 0,
    confidence: 1,
    provenance: 'concluded',
    corrections: forgetting(given.evidence),
    ...given,
  };
}

/** What could have been concluded and was not, with the reason. */
export function withheldRow(given: Given & { readonly because: WithheldReason }): ProfileRow {
  return { ...conclusionRow(given), kind: 'withheld', confidence: 0 };
}
