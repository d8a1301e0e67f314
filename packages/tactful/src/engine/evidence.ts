import { addAnchored, NOTHING, type Anchored } from './decay.js';
import type { Model } from './policy.js';

/** The facets that decisions read taste by. */
export type Facet = 'category' | 'brand';
/** A property of things, by the name a shop gives it: `attribute:colour`. */
export type AttributeFacet = `attribute:${string}`;
/** Every facet that behaviour speaks about. */
export type LearnedFacet = Facet | AttributeFacet;

/**
 * The key of a facet's value, wherever values are looked up. Different pairs never share a key.
 *
 * The facet ends at the first space; a facet that has spaces of its own keeps them escaped.
 */
export function evidenceKey(facet: string, value: string): string {
  const isPlain = !facet.includes(' ') && !facet.includes('%');
  return `${isPlain ? facet : facet.replaceAll('%', '%25').replaceAll(' ', '%20')} ${value}`;
}

/** The facet and value of a key that {@link evidenceKey} made. */
export function splitEvidenceKey(key: string): readonly [facet: string, value: string] {
  const end = key.indexOf(' ');
  const [facet, value] = [key.slice(0, end), key.slice(end + 1)];
  return [facet.includes('%') ? facet.replaceAll('%20', ' ').replaceAll('%25', '%') : facet, value];
}

/** Whether behaviour speaks about the facet; shoppers may speak about any. */
export function isLearned(facet: string): facet is LearnedFacet {
  return facet === 'category' || facet === 'brand' || facet.startsWith('attribute:');
}

/** Days in which evidence for a facet halves. */
export function halfLifeOf(facet: LearnedFacet, { halfLifeDays }: Pick<Model, 'halfLifeDays'>): number {
  return facet === 'category' || facet === 'brand' ? halfLifeDays[facet] : halfLifeDays.attribute;
}

/** What speaks for and against a value of a facet, with the rows it rests on. */
export interface Evidence {
  readonly mass: Anchored;
  readonly against: Anchored;
  readonly ids: readonly string[];
  /** The last visit that gave attention, by its number, and how much it has given. */
  readonly visit: number;
  readonly given: number;
}

/** Attention and rejection that an event gives to what it is about; elicited, science.md 2.1. */
export const EVENT_WEIGHTS: Readonly<Record<string, { readonly for?: number; readonly against?: number }>> = {
  select_item: { for: 0.15 },
  select_promotion: { for: 0.15 },
  view_item: { for: 0.05 },
  search: { for: 0.3 },
  add_to_wishlist: { for: 0.6 },
  share: { for: 0.6 },
  add_to_cart: { for: 0.5 },
  remove_from_cart: { against: 0.3 },
  purchase: { for: 1 },
  refund: { against: 0.8 },
  offer_accepted: { for: 0.3 },
  offer_dismissed: { against: 0.5 },
  offer_not_for_me: { against: 2 },
};

/** A look of ten seconds or more is interest, not curiosity. */
export const LONG_VIEW = { ms: 10_000, weight: 0.2 };
/** The most attention that one visit can give to one value. */
export const VISIT_LIMIT = 2;

/** Evidence while a fold holds it; everybody else reads it. */
export interface GrowingEvidence extends Evidence {
  mass: Anchored;
  against: Anchored;
  readonly ids: string[];
  visit: number;
  given: number;
}

/** Evidence of no row. */
export function noEvidence(): GrowingEvidence {
  return { mass: NOTHING, against: NOTHING, ids: [], visit: 0, given: 0 };
}

/**
 * Takes one more row into the evidence: of what it offers, as much as its visit may still give. A row that speaks twice of
 * a value is named once.
 *
 * In place: copying the list of rows for each row would make a fold quadratic.
 */
export function growEvidence(
  evidence: GrowingEvidence,
  row: {
    readonly id: string;
    readonly at: number;
    readonly visit: number;
    readonly mass: number;
    readonly against: number;
    readonly halfLifeDays: number;
  },
): void {
  const { id, at, visit, against, halfLifeDays } = row;
  const given = evidence.visit === visit ? evidence.given : 0;
  const mass = Math.min(row.mass, Math.max(0, VISIT_LIMIT - given));
  if (mass === 0 && against === 0) return;
  evidence.visit = visit;
  evidence.given = given + mass;
  const { ids } = evidence;
  if (ids[ids.length - 1] !== id) ids.push(id);
  if (mass !== 0) evidence.mass = addAnchored([evidence.mass, { value: mass, at }], halfLifeDays);
  if (against !== 0) evidence.against = addAnchored([evidence.against, { value: against, at }], halfLifeDays);
}
