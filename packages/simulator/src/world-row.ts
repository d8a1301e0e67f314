import { originOf, type Event, type EventName, type JsonObject } from 'tactful/engine';

/** One row as the shop's log holds it, kept for the only purpose there is; amounts in minor units, the clock at offset 0. */
export function worldRow(name: EventName, params: JsonObject, at: number): Event {
  return {
    id: `world:${String(at)}`,
    at,
    offset: 0,
    name,
    origin: originOf(name),
    purpose: 'personalization',
    params,
    v: 1,
  };
}
