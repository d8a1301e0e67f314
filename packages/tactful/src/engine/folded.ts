import type { Anchored } from './decay.js';
import type { Evidence } from './evidence.js';
import type { Item } from './item.js';
import type { Visit } from './visit.js';

/** A row that says something, with the value it says. */
export interface Said<Value> {
  readonly value: Value;
  readonly at: number;
  readonly id: string;
}

/** An offer that was put before the shopper. */
export interface Contact {
  readonly decisionId: string;
  readonly offerId: string;
  readonly at: number;
  readonly promotional: boolean;
}

/** One purchase. */
export interface Purchase {
  readonly id: string;
  readonly at: number;
  readonly items: readonly Item[];
}

/** Decayed price moments of a category: weights, weighted z and z squared. */
export interface PriceMoments {
  readonly w: Anchored;
  readonly wz: Anchored;
  readonly wzz: Anchored;
}

/**
 * Everything the log says, before time is applied: a pure function of the set of visible rows.
 *
 * Decayed quantities are anchored sums, so the same fold can be read at any later moment.
 */
export interface Folded {
  readonly rows: number;
  /** The latest time any row carries: a clock moved back never frees budget. */
  readonly latestAt: number;
  readonly visit: Visit;
  /** Keyed by facet and value, see {@link evidenceKey}. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly prices: ReadonlyMap<string, PriceMoments>;
  readonly stated: ReadonlyMap<string, Said<number>>;
  readonly never: ReadonlyMap<string, Said<string>>;
  readonly mode: Said<string> | undefined;
  readonly quiet: Said<number> | undefined;
  readonly complaints: ReadonlyMap<string, Said<string>>;
  readonly checkout: Said<string> | undefined;
  readonly contacts: readonly Contact[];
  readonly seen: ReadonlyMap<string, Anchored>;
  readonly dismissed: ReadonlyMap<string, Said<string>>;
  readonly purchases: readonly Purchase[];
  readonly cart: ReadonlyMap<string, Item>;
  readonly viewing: Item | undefined;
}

/** The facets that behaviour speaks about. */
export type Facet = 'category' | 'brand';

/** The key of a facet's value in {@link Folded}. */
export function evidenceKey(facet: string, value: string): string {
  return `${facet} ${value}`;
}
