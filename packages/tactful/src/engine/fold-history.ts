import type { History, HistoryRow } from './condition-history.js';
import type { Event } from './event.js';
import { isTracked, type EventName } from './event-names.js';
import type { FoldConfig, FoldPart } from './fold-part.js';
import { mayRead } from './uses.js';

/** What happened, for conditions that ask about the past. */
export interface HistoryState {
  /** The rows of each name in canonical order. */
  readonly happened: ReadonlyMap<EventName, readonly HistoryRow[]>;
  /** How many they are together: the place of the next. */
  readonly happenings: number;
}

/** What a shop holds of the relation, or has from elsewhere, is no ground to sell (science 1.6). */
const ORIGINS: ReadonlySet<string> = new Set(['observed', 'declared', 'context', 'site']);

/** By name, origin and purpose: the answer is the same for all such rows, and is asked for at every row. */
const known = new WeakMap<FoldConfig, Map<string, boolean>>();

/**
 * A condition is a ground to speak as well as a reason to be silent, so the row's own purpose must have the use
 * `offers`. `caps` would not do, though contacts may always be read for it: such rows may only keep silent.
 */
function isTold(event: Event, config: FoldConfig): boolean {
  const { name, origin, purpose } = event;
  const { purposes } = config;
  if (purposes === undefined || !ORIGINS.has(origin)) return ORIGINS.has(origin);
  const answers = known.get(config) ?? new Map<string, boolean>();
  const key = `${name} ${origin} ${purpose}`;
  const found = answers.get(key);
  if (found !== undefined) return found;
  const told = mayRead(event, 'offers', purposes);
  known.set(config, answers.set(key, told));
  return told;
}

/**
 * Every row that a condition may know of, by name.
 *
 * Contacts and statements are among them. What others did on a visit that was marked as theirs is not: it is not the
 * shopper's past.
 */
export const HISTORY: FoldPart<HistoryState> = {
  empty: () => ({ happened: new Map(), happenings: 0 }),
  add: (state, { event, mark, config }) => {
    const { at, name, params } = event;
    if (!isTold(event, config) || (mark !== undefined && mark !== 'gift' && isTracked(name))) return;
    const row: HistoryRow = { at, nth: state.happenings++, params };
    const rows = state.happened.get(name) as HistoryRow[] | undefined;
    if (rows) rows.push(row);
    else state.happened.set(name, [row]);
  },
};

/** The past as a condition reads it at a moment, milliseconds since the epoch. O(1): nothing is copied. */
export function historyOf({ happened }: HistoryState, at: number): History {
  return { at, rows: (name) => happened.get(name as EventName) ?? [] };
}
