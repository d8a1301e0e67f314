import { expect } from 'chai';
import fc from 'fast-check';
import {
  canonicalLog,
  DAY_MS,
  erasureOfAll,
  erasureOfIds,
  erasureOfValue,
  fingerprint,
  foldLog,
  mergeLogs,
  readAnchored,
  visibleEvents,
  type Anchored,
  type DigestOf,
  type Erasure,
  type Event,
  type Folded,
  type Json,
  type JsonObject,
  type Log,
} from '../../src/engine/index.js';
import { EVERY_KIND, logs, shuffledBy, worlds } from '../arbitraries.js';
import { expectSameBytes } from './bytes-of.js';
import { drawnOnce } from './drawn-once.js';
import { foldIn, ENGINE } from './engine-under-test.js';
import { hold, type Law } from './law.js';

/** What an erasure is made of. */
interface Erasing {
  readonly kind: 'ids' | 'value' | 'all';
  readonly events: readonly Event[];
  readonly ids: readonly string[];
  readonly brand: string;
  readonly at: number;
}

/** The functions on logs that the laws are about; faults are planted in each. */
export interface Algebra {
  readonly merge: typeof mergeLogs;
  readonly visible: typeof visibleEvents;
  readonly erase: (erasing: Erasing) => Erasure;
  readonly fold: typeof foldLog;
}

/** Stands in for a keyed hash, which the engine is given. */
const digestOf: DigestOf = (erasureId, value) => fingerprint([erasureId, value]);

function erase({ kind, events, ids, brand, at }: Erasing): Erasure {
  const asked = { id: `erasure-${kind}`, at };
  if (kind === 'ids') return erasureOfIds(ids, asked);
  if (kind === 'all') return erasureOfAll(events, asked);
  return erasureOfValue({ facet: 'brand', value: brand, events }, asked, { digestOf });
}

/** The algebra as it is shipped. */
export const ALGEBRA: Algebra = { merge: mergeLogs, visible: visibleEvents, erase, fold: foldLog };

const REPLICAS = ['tab-x', 'tab-y', 'tab-z'];
const KINDS = ['ids', 'value', 'all'] as const;
const BRANDS = ['Sprig', 'Boor', 'Kwast'];

/** A number from a seed and a place, well mixed: the same ones everywhere. */
function mixed(seed: number, place: number): number {
  const first = Math.imul(seed ^ Math.imul(place + 1, 0x9e3779b1), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/** A copy of the row that somebody has written over. */
const writtenOver = (row: Event): Event => ({ ...row, params: { ...row.params, note: 'other' } });

/** What three tabs hold: overlapping parts of one log, some rows in other words, and some erasures. */
function parts(log: readonly Event[], seed: number): readonly [Log, Log, Log] {
  const now = log[log.length - 1]?.at ?? 0;
  const some = (from: number): readonly string[] =>
    shuffledBy(log, seed + from)
      .slice(0, 3)
      .map(({ id }) => id);
  const erasing = { events: log.slice(0, 9), at: now - DAY_MS, brand: BRANDS[seed % 3] ?? '' };
  const erasures = [
    erase({ ...erasing, kind: 'ids', ids: some(1) }),
    erase({ ...erasing, kind: 'ids', ids: some(2) }),
    ...(seed % 2 === 0 ? [erase({ ...erasing, kind: 'value', ids: [] })] : []),
    ...(seed % 5 === 0 ? [erase({ ...erasing, kind: 'all', ids: [] })] : []),
  ];
  const part = (which: number): Log => ({
    events: log
      .filter((_, n) => (mixed(seed, n) >> which) % 2 === 0)
      .map((row, n) => (mixed(seed, n * 3 + which) % 8 === 0 ? writtenOver(row) : row)),
    erasures: erasures.filter((_, n) => (mixed(seed, 1000 + n) >> which) % 2 === 0),
  });
  return [part(0), part(1), part(2)];
}

/** A log and what is visible of it: what is folded and shown follows from it. */
const stateOf = (log: Log, { visible }: Algebra): readonly unknown[] => [log, visible(log, digestOf)];

const seeds = fc.nat(9999);
const tabs = drawnOnce(
  fc.tuple(logs({ kinds: EVERY_KIND, replicas: REPLICAS }), seeds).map(([log, seed]) => parts(log, seed)),
);

/** It does not matter which of two logs is merged into which. */
export const mergingCommutes: Law<Algebra> = (algebra, trial) =>
  hold(
    fc.property(tabs, ([a, b]) => {
      const { merge } = algebra;
      expectSameBytes(stateOf(merge(b, a), algebra), stateOf(merge(a, b), algebra));
    }),
    trial,
  );

/** Of three logs it does not matter which two meet first. */
export const mergingAssociates: Law<Algebra> = (algebra, trial) =>
  hold(
    fc.property(tabs, ([a, b, c]) => {
      const { merge } = algebra;
      expectSameBytes(stateOf(merge(merge(a, b), c), algebra), stateOf(merge(a, merge(b, c)), algebra));
    }),
    trial,
  );

/** A log that is merged once more changes nothing. */
export const mergingAgainChangesNothing: Law<Algebra> = (algebra, trial) =>
  hold(
    fc.property(tabs, ([a, b]) => {
      const { merge } = algebra;
      const once = merge(a, b);
      const state = stateOf(once, algebra);
      expectSameBytes(stateOf(merge(once, once), algebra), state);
      expectSameBytes(stateOf(merge(once, b), algebra), state);
    }),
    trial,
  );

function hasBrand({ params }: Event, brand: string): boolean {
  const { items } = params;
  return Array.isArray(items) && (items as readonly JsonObject[]).some((item) => item['item_brand'] === brand);
}

/** What an erasure should meet, told the plain way. */
function isMeant(row: Event, { kind, ids, brand, at, events }: Erasing): boolean {
  if (kind === 'ids') return ids.includes(row.id);
  if (kind === 'all') return row.at < at || events.some(({ id }) => id === row.id);
  return hasBrand(row, brand) && (row.at < at || events.some(({ id }) => id === row.id));
}

const erasings = drawnOnce(fc.tuple(logs({ kinds: EVERY_KIND, replicas: REPLICAS }), seeds)).map(([log, seed]) => {
  const now = log[log.length - 1]?.at ?? 0;
  const erasing: Erasing = {
    kind: KINDS[seed % 3] ?? 'ids',
    events: log.filter((_, n) => mixed(seed, n) % 3 > 0),
    ids: shuffledBy(log, seed)
      .slice(0, seed % 7)
      .map(({ id }) => id),
    brand: BRANDS[(seed >> 2) % 3] ?? '',
    at: now - (seed % 4) * DAY_MS,
  };
  return { log, erasing };
});

/** What was erased on one device stays away when an old export of it, or the log of another, comes in later. */
export const whatWasErasedStaysAway: Law<Algebra> = (algebra, trial) =>
  hold(
    fc.property(erasings, ({ log, erasing }) => {
      const erasure = algebra.erase(erasing);
      const rest = log.filter((row) => !isMeant(row, erasing));
      const mine: Log = { events: rest.filter((row) => erasing.events.includes(row)), erasures: [erasure] };
      const old: Log = { events: log, erasures: [] };
      const again = algebra.visible(algebra.merge(old, algebra.merge(mine, old)), digestOf);
      expectSameBytes(again, canonicalLog(rest));
    }),
    trial,
  );

/** Every text in a value, keys left out. */
function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** An erasure tells nothing of what it erased: no text of any row, met or not, is in it. */
export const anErasureHoldsNoWord: Law<Algebra['erase']> = (make, trial) =>
  hold(
    fc.property(erasings, ({ log, erasing }) => {
      const written = JSON.stringify(make(erasing));
      // words of its own: the facets, and what a digest may happen to spell
      const words = log.flatMap(({ params }) => textsIn(params));
      const telling = words.filter((word) => word !== 'brand' && !/^[\da-f]*$/.test(word));
      expect(telling.filter((word) => written.includes(word))).to.deep.equal([]);
    }),
    trial,
  );

const APART_MS = 45 * 60_000;
/** Half-lives of the shipped model, and of wear. */
const HALF_LIVES = { category: 30, brand: 60, price: 90, seen: 7 };

/** Every sum that decays, read at one moment. */
function sumsOf(folded: Folded, at: number): ReadonlyMap<string, number> {
  const read = (sum: Anchored, halfLifeDays: number): number => readAnchored(sum, { at, halfLifeDays });
  return new Map([
    ...[...folded.evidence].flatMap(([key, { mass, against }]) => {
      const days = key.startsWith('brand') ? HALF_LIVES.brand : HALF_LIVES.category;
      return [
        [`for ${key}`, read(mass, days)],
        [`against ${key}`, read(against, days)],
      ] as const;
    }),
    ...[...folded.prices].flatMap(([key, { w, wz, wzz }]) =>
      [w, wz, wzz].map((sum, n) => [`price ${String(n)} ${key}`, read(sum, HALF_LIVES.price)] as const),
    ),
    ...[...folded.seen].map(([key, sum]) => [`seen ${key}`, read(sum, HALF_LIVES.seen)] as const),
  ]);
}

/**
 * What decays and adds up is the sum of what two halves of a log have. Each row has a visit of its own here, and nothing
 * is refunded or marked: the limit of a visit, refunds and marks belong to the scan.
 */
export const partsAddUp: Law<typeof foldLog> = (fold, trial) =>
  hold(
    fc.property(worlds({ kinds: ['walked', 'walked', 'shown'] }), seeds, (world, seed) => {
      const plain = world.log.filter(({ name }) => name !== 'refund');
      const log = plain.map((row, n) => ({ ...row, at: row.at + n * APART_MS }));
      const at = (log[log.length - 1]?.at ?? 0) + DAY_MS;
      const isLeft = (_: Event, n: number): boolean => mixed(seed, n) % 2 === 0;
      const sums = (events: readonly Event[]): ReadonlyMap<string, number> =>
        sumsOf(foldIn({ ...world, log: events }, { ...ENGINE, fold }), at);
      const left = sums(log.filter(isLeft));
      const right = sums(log.filter((row, n) => !isLeft(row, n)));
      const both = sums(log);
      expect([...both.keys()].sort()).to.deep.equal([...new Set([...left.keys(), ...right.keys()])].sort());
      const off = [...both].filter(([key, whole]) => {
        const added = (left.get(key) ?? 0) + (right.get(key) ?? 0);
        return Math.abs(whole - added) > 1e-9 * Math.max(1e-3, Math.abs(whole));
      });
      expect(off).to.deep.equal([]);
    }),
    trial,
  );

/** Broken algebras, each of which one of the laws must catch. */
export const LOG_FAULTS = {
  firstLogWins: {
    ...ALGEBRA,
    merge: (a, b): Log => ({
      ...mergeLogs(a, b),
      events: [...new Map([...b.events, ...a.events].map((row) => [row.id, row])).values()].sort(
        (one, other) => one.at - other.at || (one.id < other.id ? -1 : 1),
      ),
    }),
  } satisfies Algebra,
  obeysTheLargerLog: {
    ...ALGEBRA,
    merge: (a, b): Log => ({
      ...mergeLogs(a, b),
      erasures: (a.events.length > b.events.length ? a : b).erasures,
    }),
  } satisfies Algebra,
  countsItsMerges: {
    ...ALGEBRA,
    merge: (a, b): Log => {
      const { events, erasures } = mergeLogs(a, b);
      return { events, erasures: erasures.map((erasure) => ({ ...erasure, at: erasure.at + 1 })) };
    },
  } satisfies Algebra,
  bringsBackOldExports: {
    ...ALGEBRA,
    merge: (a, b): Log => ({ ...mergeLogs(a, b), erasures: a.erasures.filter(({ before }) => before !== undefined) }),
  } satisfies Algebra,
  eraseWritesItDown: (erasing: Erasing): Erasure => ({
    ...erase(erasing),
    ids: erasing.events.filter((row) => hasBrand(row, erasing.brand)).map(({ id }) => `${id} ${erasing.brand}`),
  }),
  foldSaturates: ((events, config) => {
    const folded = foldLog(events, config);
    const evidence = [...folded.evidence].map(
      ([key, each]) => [key, { ...each, mass: { ...each.mass, value: Math.min(1, each.mass.value) } }] as const,
    );
    return { ...folded, evidence: new Map(evidence) };
  }) satisfies typeof foldLog,
};
