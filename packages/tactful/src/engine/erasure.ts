import { categoryPrefixes, itemCategories } from './category-path.js';
import type { Event } from './event.js';
import { evidenceKey } from './evidence.js';
import { canonicalJson } from './hash.js';
import { textOf } from './item.js';
import type { Json, JsonObject } from './json.js';
import { idParts } from './order.js';

/** Rows of one replica, by counter, both ends included. */
export interface IdRange {
  readonly replica: string;
  readonly from: number;
  readonly to: number;
}

/** What a row can be about, as far as an erasure can tell. A closed list, so that no word of the shopper's is in it. */
export type ErasedFacet = 'item' | 'category' | 'brand' | 'variant' | 'offer' | 'search' | 'stated';

/** Rows that other replicas may hold: those before a moment that are about a value, which is here only as a keyed digest. */
export interface UnseenRows {
  readonly before: number;
  readonly facet: ErasedFacet;
  readonly digest: string;
}

/**
 * What must not come back, whatever arrives later. Holds no word of what was erased.
 *
 * Any of its parts may be absent. Rows that carry no date, which are the bare rules kept through an
 * earlier erasure, are met by id only.
 */
export interface Erasure {
  readonly id: string;
  /** When it was asked for, epoch milliseconds. */
  readonly at: number;
  /** Rows by id, where the id does not end in a counter. */
  readonly ids?: readonly string[];
  readonly ranges?: readonly IdRange[];
  readonly unseen?: readonly UnseenRows[];
  /** Everything before this moment. */
  readonly before?: number;
}

/** The keyed digest of a value: 64 bits of HMAC-SHA-256(value, erasure id) in production; the engine has no cryptography. */
export type DigestOf = (erasureId: string, value: string) => string;

function compactRanges(ranges: readonly IdRange[]): readonly IdRange[] {
  const sorted = [...ranges].sort((a, b) =>
    a.replica === b.replica ? a.from - b.from : a.replica < b.replica ? -1 : 1,
  );
  const compact: IdRange[] = [];
  for (const range of sorted) {
    const last = compact[compact.length - 1];
    if (last?.replica === range.replica && range.from <= last.to + 1) {
      compact[compact.length - 1] = { ...last, to: Math.max(last.to, range.to) };
    } else if (range.from <= range.to) {
      compact.push({ replica: range.replica, from: range.from, to: range.to });
    }
  }
  return compact;
}

/** Ids as ranges of one row each; what has no counter stays an id. */
function apart(ids: readonly string[]): { readonly ids: readonly string[]; readonly ranges: readonly IdRange[] } {
  const read = ids.map((id) => ({ id, parts: idParts(id) }));
  return {
    ids: read.flatMap(({ id, parts }) => (parts ? [] : [id])),
    ranges: read.flatMap(({ parts }) =>
      parts ? [{ replica: parts.replica, from: parts.counter, to: parts.counter }] : [],
    ),
  };
}

/** Several erasures of one id as the one that erases what any of them does, written the shortest way. */
export function joinErasures(erasures: readonly [Erasure, ...(readonly Erasure[])]): Erasure {
  const single = erasures.map(({ ids = [] }) => apart(ids));
  const ids = [...new Set(single.flatMap((each) => each.ids))].sort();
  const ranges = compactRanges([
    ...single.flatMap((each) => each.ranges),
    ...erasures.flatMap((each) => each.ranges ?? []),
  ]);
  const digests = erasures.flatMap(({ unseen = [] }) => unseen);
  const asText = ({ before, facet, digest }: UnseenRows): string => canonicalJson({ before, facet, digest });
  const unseen = [...new Map(digests.map((each) => [asText(each), each]))].sort(([a], [b]) => (a < b ? -1 : 1));
  const befores = erasures.flatMap(({ before }) => (before === undefined ? [] : [before]));
  return {
    id: erasures[0].id,
    at: Math.min(...erasures.map(({ at }) => at)),
    ...(ids.length > 0 ? { ids } : {}),
    ...(ranges.length > 0 ? { ranges } : {}),
    ...(unseen.length > 0 ? { unseen: unseen.map(([, each]) => each) } : {}),
    ...(befores.length > 0 ? { before: Math.max(...befores) } : {}),
  };
}

/** An erasure of rows by id, as ranges per replica. */
export function erasureOfIds(ids: readonly string[], asked: Pick<Erasure, 'id' | 'at'>): Erasure {
  return joinErasures([{ id: asked.id, at: asked.at, ids }]);
}

/**
 * An erasure of everything so far: one moment, and the ids of the rows at hand that it would miss,
 * because they carry no date or one that is yet to come.
 */
export function erasureOfAll(events: readonly Event[], asked: Pick<Erasure, 'id' | 'at'>): Erasure {
  const { id, at } = asked;
  const missed = events.filter((event) => !isBefore(event, at));
  return joinErasures([{ id, at, before: at, ids: missed.map((event) => event.id) }]);
}

function isBefore({ at }: Event, moment: number): boolean {
  return at !== 0 && at < moment;
}

/** Everything a row is about, with the words as they are compared: brands and categories of its items, what it states. */
export function erasedFacets({ params }: Event): readonly (readonly [facet: ErasedFacet, value: string])[] {
  const { items, offer_id: offerId, search_term: term, facet, value } = params;
  const list = Array.isArray(items) ? (items as readonly JsonObject[]) : [];
  const named = (kind: ErasedFacet, raw: Json | undefined): readonly (readonly [ErasedFacet, string])[] => {
    const text = textOf(raw);
    return text === undefined ? [] : [[kind, text]];
  };
  return [
    ...list.flatMap((item) => [
      ...named('item', item['item_id']),
      ...named('brand', item['item_brand']),
      ...named('variant', item['item_variant']),
      ...categoryPrefixes(itemCategories(item)).map((prefix) => ['category', prefix] as const),
    ]),
    ...named('offer', offerId),
    ...named('search', term),
    ...(typeof facet === 'string' && typeof value === 'string' ? named('stated', evidenceKey(facet, value)) : []),
  ];
}

/** An erasure of all that is about a value, at hand or not: what is at hand by id, the rest by a digest of the value. */
export function erasureOfValue(
  about: { readonly facet: ErasedFacet; readonly value: string; readonly events: readonly Event[] },
  asked: Pick<Erasure, 'id' | 'at'>,
  { digestOf }: { readonly digestOf: DigestOf },
): Erasure {
  const { facet, value, events } = about;
  const { id, at } = asked;
  const isAbout = (event: Event): boolean =>
    erasedFacets(event).some(([kind, named]) => kind === facet && named === value);
  const unseen: UnseenRows = { before: at, facet, digest: digestOf(id, value) };
  return joinErasures([{ id, at, unseen: [unseen], ids: events.filter(isAbout).map((event) => event.id) }]);
}

/** Whether a counter lies in any of the ranges, which are in order and apart. */
function isWithin(ranges: readonly IdRange[], counter: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? 0) < counter) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.from ?? Infinity) <= counter;
}

/** Whether an erasure meets a row. Without `digestOf` its digests meet nothing. */
export function eraserOf(erasure: Erasure, digestOf?: DigestOf): (event: Event) => boolean {
  const { id, ids = [], ranges = [], unseen = [], before = -Infinity } = joinErasures([erasure]);
  const known = new Set(ids);
  const byReplica = new Map<string, IdRange[]>();
  for (const range of ranges) byReplica.set(range.replica, [...(byReplica.get(range.replica) ?? []), range]);
  const digests = new Map<string, string>();
  const digested = (value: string): string | undefined => {
    const found = digests.get(value) ?? digestOf?.(id, value);
    if (found !== undefined) digests.set(value, found);
    return found;
  };
  const isListed = (event: Event): boolean => {
    const parts = idParts(event.id);
    return parts ? isWithin(byReplica.get(parts.replica) ?? [], parts.counter) : known.has(event.id);
  };
  return (event) => {
    if (isListed(event) || isBefore(event, before)) return true;
    const open = unseen.filter((each) => isBefore(event, each.before));
    if (open.length === 0) return false;
    return erasedFacets(event).some(([facet, value]) =>
      open.some((each) => each.facet === facet && each.digest === digested(value)),
    );
  };
}
