import type { Event, JsonObject, Now } from '../src/engine/index.js';
import type { CompiledCatalog } from '../src/engine/compile-catalog.js';
import type { EventName } from '../src/engine/event-names.js';
import type { FoldPart } from '../src/engine/fold-part.js';
import { itemReader } from '../src/engine/item.js';
import { DEFAULT_MODEL } from '../src/engine/model.js';
import { NO_VISIT, visitAfter } from '../src/engine/visit.js';

/** A row, told briefly: the name, when, and with what. */
export type Row = readonly [name: EventName, now: Now, params?: JsonObject, more?: Partial<Event>];

/** The state of one part of the profile after these rows, which are in order; their ids are `a:1`, `a:2` and so on. */
export function foldPartOf<State>(part: FoldPart<State>, rows: readonly Row[], catalog: CompiledCatalog): State {
  const state = part.empty();
  const itemsOf = itemReader(catalog);
  let visit = NO_VISIT;
  rows.forEach(([name, { at, offset }, params = {}, more = {}], index) => {
    const event: Event = {
      id: `a:${String(index + 1)}`,
      at,
      offset,
      name,
      origin: 'declared',
      purpose: 'personalization',
      params,
      v: 1,
      ...more,
    };
    const before = visit.count;
    visit = visitAfter(visit, event);
    part.add(state, {
      event,
      items: itemsOf(event),
      visit,
      startsVisit: visit.count !== before,
      mark: undefined,
      tells: true,
      refunded: false,
      config: { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: 7 },
    });
  });
  return state as State;
}
