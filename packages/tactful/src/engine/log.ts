import { eraserOf, joinErasures, type DigestOf, type Erasure } from './erasure.js';
import type { Event } from './event.js';
import { canonicalLog } from './order.js';

/** Everything a device holds: rows, and what must not come back. */
export interface Log {
  readonly events: readonly Event[];
  readonly erasures: readonly Erasure[];
}

/**
 * Two logs as one: the union of the rows and of the erasures, each in one order that does not depend
 * on which log was first.
 *
 * Commutative, associative and idempotent (a two-phase set: Shapiro, Preguiça, Baquero, Zawirski
 * 2011). Of a row that both hold in different words, all devices keep the same copy; an erasure that
 * both hold erases what either does. Nothing is removed here: see {@link visibleEvents}.
 */
export function mergeLogs(a: Log, b: Log): Log {
  const byId = new Map<string, Erasure[]>();
  for (const erasure of [...a.erasures, ...b.erasures]) {
    byId.set(erasure.id, [...(byId.get(erasure.id) ?? []), erasure]);
  }
  const erasures = [...byId.values()].flatMap(([first, ...more]) => (first ? [joinErasures([first, ...more])] : []));
  return {
    events: canonicalLog([...a.events, ...b.events]),
    erasures: erasures.sort((one, other) => (one.id < other.id ? -1 : 1)),
  };
}

/**
 * The rows that no erasure meets, in canonical order: what may be folded, shown and exported.
 *
 * Whatever is imported later stays erased. With erasures of values, give the digest they were made
 * with; without it those meet nothing.
 */
export function visibleEvents({ events, erasures }: Log, digestOf?: DigestOf): readonly Event[] {
  const erasers = erasures.map((erasure) => eraserOf(erasure, digestOf));
  return canonicalLog(events).filter((event) => !erasers.some((meets) => meets(event)));
}
