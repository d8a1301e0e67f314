import { durationMs } from './clock.js';
import { ConditionError } from './condition-error.js';
import { isObject, listOf, type ValueTest } from './condition-value.js';
import { isEventName, signalGroup, type EventName } from './event-names.js';
import type { Json, JsonObject } from './json.js';

/** A row as conditions see it. */
export interface HistoryRow {
  readonly at: number;
  /** Its place among all rows of the history: later is more. Two rows of one moment have an order too. */
  readonly nth: number;
  /** Amounts of money are in minor units. */
  readonly params: JsonObject;
}

/** What happened, as far as conditions may know. */
export interface History {
  /** Now, in milliseconds since the epoch; what comes later has not happened yet. */
  readonly at: number;
  /** The rows of a name in canonical order; none is an empty list. */
  readonly rows: (name: string) => readonly HistoryRow[];
}

/** How the parts of a `$history` are compiled: handed in, because a condition is what holds it. */
export interface HistoryParts {
  readonly where: (condition: Json) => ValueTest;
  readonly count: (operators: Json) => ValueTest;
}

/** The rows of a name that are meant, and how many they are: mostly nothing else is asked, and counting copies nothing. */
interface Meant {
  readonly rows: (name: string) => readonly HistoryRow[];
  readonly count: (name: string) => number;
}
type Question = (meant: Meant) => boolean;

function need(holds: unknown, what: string): asserts holds {
  if (!holds) throw new ConditionError(`$history: ${what}`);
}

const NOTHING_HAPPENED: History = { at: 0, rows: () => [] };

/** How many rows, from the front, are not later than a moment. */
function until(rows: readonly HistoryRow[], at: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as HistoryRow).at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isKnown = (name: Json): name is EventName =>
  typeof name === 'string' && isEventName(name) && signalGroup(name) !== 'relation';

const inOrder =
  (names: readonly string[]): Question =>
  ({ rows }) => {
    let last = -1;
    return names.every((name) => {
      const next = rows(name).find(({ nth }) => nth > last);
      last = next?.nth ?? Infinity;
      return next;
    });
  };

const firstIsLast =
  (names: readonly string[]): Question =>
  ({ rows }) => {
    const [first = -1, ...others] = names.map((name) => rows(name).at(-1)?.nth ?? -1);
    return first >= 0 && others.every((nth) => nth <= first);
  };

function questionIn(asked: JsonObject, parts: HistoryParts): Question {
  const { event = null, count: operators, order } = asked;
  const names = listOf(event);
  need(names.length > 0 && names.every(isKnown) && (order !== undefined || !Array.isArray(event)), 'event');
  if (order === undefined || order === 'any') {
    const fits = parts.count(operators ?? { $gte: 1 });
    return ({ count }) => fits([...new Set(names)].reduce((sum, name) => sum + count(name), 0));
  }
  need(order === 'ordered' || order === 'mostRecent', 'order');
  need(operators === undefined, 'count');
  return order === 'ordered' ? inOrder(names) : firstIsLast(names);
}

/**
 * What a condition asks of the past: rows of one name, or of several with an `order`, in the window (at - within, at].
 *
 * `{event, where?, count?, within, order?}`: `where` is a condition over the parameters of a row, `count` an operator
 * object, by default {$gte: 1}. `any` counts the rows of all names; `ordered` wants a row for each name, one after the
 * other; `mostRecent` wants the last of all to be of the first name; these two take no count. Names of the relation are
 * refused: such rows are never a ground to sell (science 1.6), so nothing would ever be found. Without a history nothing
 * has happened. Throws {@link ConditionError}. After Adobe's historical condition and Apache Unomi's pastEventCondition.
 */
export function compileHistory(asked: Json, parts: HistoryParts): (history: History | undefined) => boolean {
  need(isObject(asked), 'object');
  for (const key of Object.keys(asked)) need(/^(?:event|where|count|within|order)$/.test(key), key);
  const { where, within } = asked;
  const ms = typeof within === 'string' && durationMs(within);
  need(ms, 'within');
  const question = questionIn(asked, parts);
  const fits = where === undefined ? undefined : parts.where(where);
  return (history = NOTHING_HAPPENED) => {
    const { at } = history;
    const rows = (name: string): readonly HistoryRow[] => {
      const all = history.rows(name);
      const inside = all.slice(until(all, at - ms), until(all, at));
      return fits ? inside.filter(({ params }) => fits(params)) : inside;
    };
    const count = (name: string): number => {
      const all = history.rows(name);
      return fits ? rows(name).length : until(all, at) - until(all, at - ms);
    };
    return question({ rows, count });
  };
}
