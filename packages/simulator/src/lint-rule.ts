import type { CompiledOffer } from 'tactful/engine';
import type { Level, Spotted } from './lint-finding.js';

/** An object of a file whose fields nobody has checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts among the members of a list; none where it is no list. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** A usable offer under the eye of the rules: as it was written, and as the engine compiles it. */
export interface LintedOffer {
  /** As `offers[3]`. */
  readonly path: string;
  readonly fields: Fields;
  readonly compiled: CompiledOffer;
  /** Takes what it says of a product from a product list. */
  readonly template: boolean;
}

/** What the rules know beside the offer they look at. */
export interface LintContext {
  readonly catalog: Fields;
  /** The offers about each product, in their order. */
  readonly byProduct: ReadonlyMap<string, readonly LintedOffer[]>;
  /** Languages that some offer has all at once, of those that every offer should have then. */
  readonly languages: readonly string[];
  /** Whether the policy lets anything interrupt. */
  readonly mayInterrupt: boolean;
  /** Epoch milliseconds; where absent nothing is past. */
  readonly at?: number;
  /** Ids of the declared purposes; where absent any purpose may be one. */
  readonly purposes?: ReadonlySet<string>;
}

/** One rule of `tactful check`: its name, how much it matters, and a pure function that sees every place it is broken. */
export interface OfferRule {
  readonly rule: string;
  readonly level: Level;
  /** Also asked of what a product list or feed says of a product. */
  readonly products?: true;
  readonly spot: (offer: LintedOffer, context: LintContext) => readonly Spotted[];
}
