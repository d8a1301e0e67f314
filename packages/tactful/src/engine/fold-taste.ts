import { priceZ } from './compile-catalog.js';
import { addAnchored, NOTHING, type Anchored } from './decay.js';
import {
  evidenceKey,
  EVENT_WEIGHTS,
  growEvidence,
  halfLifeOf,
  LONG_VIEW,
  noEvidence,
  type Evidence,
  type GrowingEvidence,
  type LearnedFacet,
} from './evidence.js';
import type { Event } from './event.js';
import type { FoldPart, FoldRow, Mutable } from './fold-part.js';
import { attributesOf } from './item-attributes.js';
import type { Item } from './item.js';
import { isSensitive } from './sensitive.js';
import type { VisitMark } from './visit-mark.js';

/** Decayed price moments of a category: weights, weighted z and z squared, with the rows they rest on. */
export interface PriceMoments {
  readonly w: Anchored;
  readonly wz: Anchored;
  readonly wzz: Anchored;
  readonly ids: readonly string[];
}

/** What behaviour says about one person's taste. */
export interface LearnedTaste {
  /** Keyed by facet and value, see {@link evidenceKey}. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** By top category. */
  readonly prices: ReadonlyMap<string, PriceMoments>;
}

/** Why a row teaches nothing about taste: nobody speaks of the category unprompted, or the visit was not the shopper's own. */
export type Unlearned = 'sensitive' | 'gift' | 'not_me';

/** The shopper's own taste, and that of the people for whom they said a visit was. */
export interface TasteState extends LearnedTaste {
  readonly people: ReadonlyMap<string, LearnedTaste>;
  /** Rows that would have taught something and were not read for it, by why. */
  readonly unlearned: ReadonlyMap<Unlearned, readonly string[]>;
}

function weigh(event: Event): { readonly mass: number; readonly against: number } {
  const weight = EVENT_WEIGHTS[event.name];
  const engaged = event.params['engagement_time_msec'];
  const long = event.name === 'view_item' && typeof engaged === 'number' && engaged >= LONG_VIEW.ms;
  return { mass: long ? LONG_VIEW.weight : (weight?.for ?? 0), against: weight?.against ?? 0 };
}

/** What is worked out of a category path. */
interface Path {
  /** By {@link evidenceKey}, the widest first. */
  readonly keys: readonly string[];
  readonly sensitive: boolean;
}

/** By the list of its prefixes, which all items of a path share: it holds no longer than they do. */
const paths = new WeakMap<readonly string[], Path>();

function pathOf(prefixes: readonly string[]): Path {
  const known = paths.get(prefixes);
  if (known) return known;
  const keys = prefixes.map((prefix) => evidenceKey('category', prefix));
  const made = { keys, sensitive: isSensitive(prefixes) };
  paths.set(prefixes, made);
  return made;
}

/** The evidence for a value, which may grow: what is in the map was made here. */
function evidenceFor({ evidence }: Mutable<LearnedTaste>, key: string): GrowingEvidence {
  const known = evidence.get(key) as GrowingEvidence | undefined;
  if (known) return known;
  const made = noEvidence();
  evidence.set(key, made);
  return made;
}

function addPrice(
  taste: Mutable<LearnedTaste>,
  item: Item,
  how: { readonly weight: number; readonly row: FoldRow },
): void {
  const { catalog, model } = how.row.config;
  const top = item.prefixes[0];
  if (item.price === undefined || top === undefined || how.weight === 0) return;
  const z = priceZ(item.price, { prefixes: item.prefixes, medians: catalog.medianPrice });
  if (z === undefined) return;
  const known = taste.prices.get(top) ?? { w: NOTHING, wz: NOTHING, wzz: NOTHING, ids: [] };
  // The same list, grown, as that of evidence.
  const ids = known.ids as string[];
  if (ids[ids.length - 1] !== how.row.event.id) ids.push(how.row.event.id);
  const add = (sum: Anchored, value: number): Anchored =>
    addAnchored([sum, { value, at: how.row.event.at }], model.halfLifeDays.price);
  taste.prices.set(top, {
    w: add(known.w, how.weight),
    wz: add(known.wz, how.weight * z),
    wzz: add(known.wzz, how.weight * z * z),
    ids,
  });
}

function emptyTaste(): Mutable<LearnedTaste> {
  return { evidence: new Map(), prices: new Map() };
}

type GrowingTaste = Mutable<TasteState>;

/** Whose taste a visit tells of, or why it tells of nobody's here. */
function tasteOf(state: GrowingTaste, { mark }: FoldRow): Mutable<LearnedTaste> | Unlearned {
  if (mark === undefined) return state;
  if (typeof mark === 'string') return mark;
  // What is in the map was made here, and may grow.
  const known = state.people.get(mark.person) as Mutable<LearnedTaste> | undefined;
  if (known) return known;
  const made = emptyTaste();
  state.people.set(mark.person, made);
  return made;
}

function leaveUnlearned(state: GrowingTaste, why: Unlearned, { id }: Event): void {
  const known = (state.unlearned.get(why) ?? []) as string[];
  if (known[known.length - 1] !== id) known.push(id);
  state.unlearned.set(why, known);
}

function learn(state: GrowingTaste, row: FoldRow): void {
  const { event, items, config, visit } = row;
  const { mass, against } = weigh(event);
  if (items.length === 0 || (mass === 0 && against === 0)) return;
  const taste = tasteOf(state, row);
  if (typeof taste === 'string') {
    leaveUnlearned(state, taste, event);
    return;
  }
  const attributes = attributesOf(event, config.catalog);
  const about = (facet: LearnedFacet, key: string): void => {
    growEvidence(evidenceFor(taste, key), {
      id: event.id,
      at: event.at,
      visit: visit.count,
      mass,
      against,
      halfLifeDays: halfLifeOf(facet, config.model),
    });
  };
  for (const [index, item] of items.entries()) {
    const { keys, sensitive } = pathOf(item.prefixes);
    if (sensitive) {
      leaveUnlearned(state, 'sensitive', event);
      continue;
    }
    for (const key of keys) about('category', key);
    if (item.brand !== undefined) about('brand', evidenceKey('brand', item.brand));
    for (const [facet, value] of attributes(index)) about(facet, evidenceKey(facet, value));
    addPrice(taste, item, { weight: mass, row });
  }
}

/** Attention and rejection by facet and value, science 2.1; a visit gives a value at most 2. */
export const TASTE: FoldPart<TasteState> = {
  empty: () => ({ ...emptyTaste(), people: new Map(), unlearned: new Map() }),
  add: (state, row) => {
    if (row.tells && !row.refunded) learn(state, row);
  },
};

const NO_TASTE: LearnedTaste = emptyTaste();

/** The taste that counts now: the shopper's own, or that of the person for whom they said this visit is. */
export function tasteNow(own: TasteState & { readonly mark: VisitMark | undefined }): LearnedTaste {
  const { mark, people } = own;
  return typeof mark === 'object' ? (people.get(mark.person) ?? NO_TASTE) : own;
}
