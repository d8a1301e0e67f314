import type { AskedWith } from './asked-with.js';
import type { Content, OfferClass } from './catalog.js';
import type { LocalText } from './local-text.js';
import type { ChoiceReason, OfferVerdict, SilenceReason } from './reason.js';
import type { Channel, ShopperAction } from './statement.js';

/** How a message reaches the shopper, in rising order of intrusion. */
export type Direction = 'requested' | 'inbound' | 'interrupt' | 'outbound';

/** An offer that was chosen, with its reasons and the probability with which it was chosen. */
export interface ChosenOffer {
  readonly offerId: string;
  readonly content: Content;
  readonly reasons: readonly ChoiceReason[];
  readonly probability: number;
  /** Where it stands in the shop. */
  readonly way?: LocalText;
  /** Of a gift and of a question, whose rest outlasts the catalogue: for the row of its showing. */
  readonly class?: OfferClass;
  /** Ids of the rows in which the shopper asked to be told of it; to show it answers them. */
  readonly wishes?: readonly string[];
}

/** Why nothing is said, until when, and what the shopper could do about it. */
export interface Silence {
  readonly reason: SilenceReason;
  /** `default`: the shop's own content stands. `empty`: even that is wrong now. */
  readonly leave: 'default' | 'empty';
  /** Epoch milliseconds. */
  readonly until?: number;
  readonly endedBy?: ShopperAction;
}

/** The answer to `decide()`: offers, or silence with its reason. Exactly one of the two. */
export interface Decision {
  readonly id: string;
  readonly placement: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly direction: Direction;
  readonly channel: Channel;
  /** Empty when silent. */
  readonly offers: readonly ChosenOffer[];
  readonly silence?: Silence;
}

/** One term of a utility, in minor units of the catalog's currency; the terms sum to the utility exactly. */
export interface Contribution {
  readonly term: 'business' | 'shopper' | 'saving' | 'relation' | 'harm' | 'tact' | 'slot' | 'wait' | 'neglect';
  readonly value: number;
}

/** An input of the response model and what it adds to the log-odds. */
export interface FeatureEffect {
  readonly feature:
    | 'affinity'
    | 'stated'
    | 'priceFit'
    | 'wear'
    | 'discount'
    | 'satiation'
    | 'fatigue'
    | 'due'
    | 'moment'
    | 'outbound'
    | 'support'
    | 'goal';
  readonly value: number;
  readonly logit: number;
}

/** A candidate as the decision saw it. */
export interface Candidate {
  /** `null` is silence, which is a candidate too. */
  readonly offerId: string | null;
  readonly verdict: OfferVerdict | 'CHOSEN';
  readonly utility: number;
  readonly contributions: readonly Contribution[];
  readonly features: readonly FeatureEffect[];
  readonly probability: number;
}

/** What a choice rests on: rows of the log, and the value they speak for. */
export interface Ground {
  readonly reason: ChoiceReason;
  readonly facet: 'category' | 'brand' | 'offer';
  readonly about: string;
  readonly evidence: readonly string[];
  /** How many rows there are in all; `evidence` holds the latest few. */
  readonly count: number;
}

/** The stored account of a decision: binding cause, shortlist of at most 8, the rest as counts. */
export interface DecisionTrace {
  readonly decision: Decision;
  readonly offset: number;
  readonly shortlist: readonly Candidate[];
  readonly counts: Readonly<Partial<Record<OfferVerdict | 'CHOSEN', number>>>;
  readonly grounds: readonly Ground[];
  /** The row that the binding cause of a silence rests on. */
  readonly cause: readonly string[];
  /** Net worth of the best that sells, in minor units, where any was eligible: what later contacts are kept for. */
  readonly best?: number;
  /** What it was asked with, as far as that is neither in the log nor as usual: what a replay needs to know. */
  readonly asked?: AskedWith;
  /** The hash of the configuration in the store's `configs`. */
  readonly config: string;
}
