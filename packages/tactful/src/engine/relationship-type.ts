import type { Contract } from './conduct.js';

/** What the scorecard looks at, each from 0 to 1. In the order of the published weights. */
export const RELATIONSHIP_FEATURES = [
  'regularity',
  'breadth',
  'novelty',
  'fullPrice',
  'effort',
  'contribution',
  'service',
  'sensitivity',
  'tenure',
  'passion',
  'discount',
] as const;

/** One of {@link RELATIONSHIP_FEATURES}. */
export type RelationshipFeature = (typeof RELATIONSHIP_FEATURES)[number];

/**
 * A type of relationship as plain data: how it shows in behaviour, and how to behave in it.
 *
 * Weights and prior are elicited, not fitted to people.
 */
export interface TypePack {
  /** Lower case letters, digits and underscores: `basic`. */
  readonly id: string;
  /** What the shopper reads. Kind: clinical and demeaning names are for papers. */
  readonly publicName: { readonly en: string; readonly nl: string };
  /** How usual it is, beside the priors of the others; above 0. */
  readonly prior: number;
  /** -3 to 3: how much a feature speaks for the type; 0 where it tells nothing. */
  readonly weights: Readonly<Record<RelationshipFeature, number>>;
  readonly contract: Contract;
  /** Where the type and its numbers come from. */
  readonly sources: readonly string[];
}
