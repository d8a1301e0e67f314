import type { Contribution, FeatureEffect } from './decision.js';
import type { ShopperAction, Statement } from './statement.js';

/** A name for a table, and the idea behind it with its paper. */
export interface TermWords {
  readonly name: string;
  readonly idea: string;
}

/** Of what the shopper could set or do: how the other half of the sentence begins. `{value}` is text of shop or shopper. */
export type InsteadWords = Readonly<
  Record<Exclude<ShopperAction['do'], 'declare' | 'resolve'> | Exclude<Statement['kind'], 'life'>, string>
>;

/** The words of the sums and of what would have made a difference, in one language. */
export interface AccountWords {
  readonly term: Readonly<Record<Contribution['term'], TermWords>>;
  readonly feature: Readonly<Record<FeatureEffect['feature'], string>>;
  /** `{what} {sum} {total}`. */
  readonly sum: string;
  /** `{before} {after}`: the probability of buying, in percent. */
  readonly chance: string;
  readonly silence: string;
  readonly decimal: string;
  /** `{moment} {offer}`. */
  readonly later: string;
  /** `{action} {offer}`. */
  readonly instead: string;
  readonly doing: InsteadWords;
  /** `{offer} {reason}`. */
  readonly verdict: string;
  readonly chosen: string;
}
