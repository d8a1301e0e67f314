import type { Event } from './event.js';

function counterOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(':') + 1));
}

/** The canonical order of the log (science 1.2): by time, then replica, then its counter. */
export function compareEvents(a: Event, b: Event): number {
  if (a.at !== b.at) return a.at - b.at;
  const replicaA = a.id.slice(0, a.id.lastIndexOf(':'));
  const replicaB = b.id.slice(0, b.id.lastIndexOf(':'));
  if (replicaA !== replicaB) return replicaA < replicaB ? -1 : 1;
  return counterOf(a.id) - counterOf(b.id);
}

/** The log in canonical order, each id once. The order in which rows arrived is forgotten here. */
export function canonicalLog(events: Iterable<Event>): readonly Event[] {
  const byId = new Map<string, Event>();
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()].sort(compareEvents);
}
