import type { Event, JsonObject } from '../engine/index.js';
import { itemCategories } from '../engine/index.js';
import { Failure } from './failure.js';
import type { ForgetSelector, LogQuery } from './protocol.js';

function itemsOf(event: Event): readonly JsonObject[] {
  const { items } = event.params;
  return Array.isArray(items) ? (items as readonly JsonObject[]) : [];
}

function matches(selector: ForgetSelector): (event: Event) => boolean {
  if ('ids' in selector && Array.isArray(selector.ids)) {
    const ids = new Set(selector.ids);
    return ({ id }) => ids.has(id);
  }
  if ('item' in selector && typeof selector.item === 'string') {
    return (event) => itemsOf(event).some((item) => item['item_id'] === selector.item);
  }
  if ('category' in selector && typeof selector.category === 'string') {
    const path = selector.category.split('/');
    return (event) => itemsOf(event).some((item) => path.every((part, depth) => itemCategories(item)[depth] === part));
  }
  if ('from' in selector && typeof selector.from === 'number' && typeof selector.to === 'number') {
    return ({ at }) => at >= selector.from && at < selector.to;
  }
  throw new Failure('SELECTOR_INVALID', 'forget: one of ids, item, category, from and to');
}

/** The ids of the rows a selector means: by id, item, category path, or period (`from` inclusive, `to` exclusive). */
export function selectIds(rows: readonly Event[], selector: ForgetSelector): readonly string[] {
  return rows.filter(matches(selector)).map(({ id }) => id);
}

/** The rows a query asks for, newest first. */
export function queryRows(rows: readonly Event[], query: LogQuery): readonly Event[] {
  const { names, since = -Infinity, limit = Infinity } = query;
  const wanted = rows.filter(({ at, name }) => at >= since && (names === undefined || names.includes(name)));
  return wanted.sort((a, b) => b.at - a.at).slice(0, limit);
}
