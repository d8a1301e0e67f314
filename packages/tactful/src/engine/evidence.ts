import { addAnchored, NOTHING, type Anchored } from './decay.js';

/** The facets that behaviour speaks about. */
export type Facet = 'category' | 'brand';

/** The key of a facet's value, wherever values are looked up. */
export function evidenceKey(facet: string, value: string): string {
  return `${facet} ${value}`;
}

/** What speaks for and against a value of a facet, with the rows it rests on. */
export interface Evidence {
  readonly mass: Anchored;
  readonly against: Anchored;
  readonly ids: readonly string[];
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

/**
 * The evidence with one more row in it; a row that speaks twice of a value is named once.
 *
 * The list of rows is the same list, grown: copying it for each row would make a fold quadratic.
 */
export function addEvidence(
  known: Evidence | undefined,
  row: {
    readonly id: string;
    readonly at: number;
    readonly mass: number;
    readonly against: number;
    readonly halfLifeDays: number;
  },
): Evidence {
  const { mass, against } = known ?? { mass: NOTHING, against: NOTHING };
  // Only the fold holds evidence while it grows; everybody else reads it.
  const ids = (known?.ids ?? []) as string[];
  if (ids[ids.length - 1] !== row.id) ids.push(row.id);
  const add = (sum: Anchored, value: number): Anchored =>
    value === 0 ? sum : addAnchored([sum, { value, at: row.at }], row.halfLifeDays);
  return {
    mass: add(mass, row.mass),
    against: add(against, row.against),
    ids,
  };
}
