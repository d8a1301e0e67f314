import type { Event } from './event.js';
import { canonicalJson } from './hash.js';
import { asJson } from './json.js';

/** How far ahead a clock may be before the receiver's own is believed instead. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** The replica and counter of an id, `replica:counter`; `undefined` for an id that does not end in a whole number. */
export function idParts(id: string): { readonly replica: string; readonly counter: number } | undefined {
  const end = id.lastIndexOf(':');
  const digits = id.slice(end + 1);
  const counter = Number(digits);
  // other ways to write the same number would be other ids
  return end >= 0 && Number.isSafeInteger(counter) && String(counter) === digits
    ? { replica: id.slice(0, end), counter }
    : undefined;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The canonical order of the log (science 1.2): by time, then replica, then its counter.
 *
 * Total: ids that do not end in a whole number come last, by their text.
 */
export function compareEvents(a: Event, b: Event): number {
  if (a.at !== b.at) return a.at - b.at;
  const [one, other] = [idParts(a.id), idParts(b.id)];
  if (!one || !other) return Number(!one) - Number(!other) || compareText(a.id, b.id);
  return compareText(one.replica, other.replica) || one.counter - other.counter;
}

/** Of two copies of a row the one whose canonical text comes first: whichever arrived first, all agree on it. */
export function agreedCopy(a: Event, b: Event): Event {
  if (a === b) return a;
  return canonicalJson(asJson(b)) < canonicalJson(asJson(a)) ? b : a;
}

/** The log in canonical order, each id once. The order in which rows arrived is forgotten here. */
export function canonicalLog(events: Iterable<Event>): readonly Event[] {
  const byId = new Map<string, Event>();
  for (const event of events) {
    const known = byId.get(event.id);
    byId.set(event.id, known ? agreedCopy(known, event) : event);
  }
  return [...byId.values()].sort(compareEvents);
}

/**
 * The time of a row, epoch milliseconds: what it claims, but at most five minutes after it was received.
 *
 * Fixed once, by the replica that made the row, and travels with it. A time that is none becomes the receiver's.
 */
export function timeAsReceived(claimed: number, receivedAt: number): number {
  return Number.isFinite(claimed) ? Math.min(claimed, receivedAt + CLOCK_SLACK_MS) : receivedAt;
}
