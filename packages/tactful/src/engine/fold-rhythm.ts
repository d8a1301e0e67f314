import { localDay } from './clock.js';
import { addAnchored, NOTHING, type Anchored } from './decay.js';
import type { Event } from './event.js';
import type { FoldPart, FoldRow, Mutable } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { textOf, type Item } from './item.js';
import { isSensitive } from './sensitive.js';

/** A local day on which something was done, and the row that made it count. */
export interface HabitDay {
  readonly day: number;
  readonly id: string;
  /** What was spent on it that day, in minor units; `undefined` where nobody said. */
  readonly value: number | undefined;
}

/** Something done again and again, day by day. */
export interface HabitDays {
  /** The last 64 of them, the oldest first. */
  readonly days: readonly HabitDay[];
  /** All there were. */
  readonly count: number;
}

/** How often visits look at a top category, as of the last that did. */
export interface VisitShare {
  /** The number of that visit among the shopper's own. */
  readonly visit: number;
  /** Its local day. */
  readonly day: number;
  /** Visits that looked, and all visits until then: decayed counts. */
  readonly looked: Anchored;
  readonly all: Anchored;
  /** The rows that made the last 64 of them count. */
  readonly ids: readonly string[];
}

/** What the shopper does by the calendar and by the visit. What was done for others on their own visits is not in it. */
export interface RhythmState {
  /** The first day of the shopper; `undefined` before it. */
  readonly firstDay: number | undefined;
  readonly visitDays: HabitDays;
  readonly purchaseDays: HabitDays;
  /** Purchases by every category prefix, but none that nobody speaks of unprompted. */
  readonly categoryDays: ReadonlyMap<string, HabitDays>;
  /** How many visits were the shopper's own; decayed in `ownVisitsDecayed`. */
  readonly ownVisits: number;
  readonly ownVisitsDecayed: Anchored;
  /** The last visit that was the shopper's own, by its number among all. */
  readonly ownVisit: number;
  readonly visitShares: ReadonlyMap<string, VisitShare>;
  /** The last thing that went wrong: a complaint or a failure that the shop reports. */
  readonly trouble: Said<Event['name']> | undefined;
  /** What the shopper answered about where they buy, by category. */
  readonly mainShop: ReadonlyMap<string, Said<string>>;
  /** Transactions that count already, and purchases on somebody else's visit. */
  readonly countedOrders: ReadonlyMap<string, true>;
  readonly othersPurchases: ReadonlyMap<string, true>;
}

/** As many days as tell all there is to tell about a rhythm (science 3.2). */
const MOST_DAYS = 64;
/** Half-life of visits in days; elicited. */
export const VISIT_HALF_LIFE_DAYS = 180;

/** The question whose answer is `main`, `sometimes` or `rarely`, about the `category` in its row. */
export const MAIN_SHOP_QUESTION = 'main_shop';

const LOOKS: ReadonlySet<string> = new Set(['view_item', 'select_item', 'add_to_wishlist', 'add_to_cart', 'purchase']);

function keepLast<Value>(values: Value[], value: Value): void {
  values.push(value);
  if (values.length > MOST_DAYS) values.shift();
}

const sum = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : a + b;

/**
 * The days with one more occasion; a second on the same day only adds its value.
 *
 * A day before the last one is the same occasion seen from another time zone.
 */
function addDay(known: HabitDays | undefined, occasion: HabitDay): HabitDays {
  // What is in the fold was made here, and may grow.
  const days = (known?.days ?? []) as HabitDay[];
  const last = days[days.length - 1];
  if (last !== undefined && occasion.day <= last.day) {
    days[days.length - 1] = { day: last.day, id: last.id, value: sum(last.value, occasion.value) };
    return known ?? { days, count: 1 };
  }
  keepLast(days, occasion);
  return { days, count: (known?.count ?? 0) + 1 };
}

type State = Mutable<RhythmState>;

/** A gift is the shopper's own visit; somebody else's is not. */
const isOwn = ({ mark }: FoldRow): boolean => mark === undefined || mark === 'gift';

/** Whether the row is the shopper being there, and not the shop or another device telling of it. */
const isPresence = ({ origin, name }: Event): boolean =>
  origin === 'observed' || origin === 'declared' || name === 'visit';

function addVisit(state: State, { event, visit }: FoldRow): void {
  // A "no" that outlived an erasure carries no date, and tells of no visit.
  if (event.at === 0 || !isPresence(event)) return;
  if (state.ownVisit === visit.count) return;
  const day = localDay(event);
  state.visitDays = addDay(state.visitDays, { day, id: event.id, value: undefined });
  state.firstDay ??= day;
  state.ownVisit = visit.count;
  state.ownVisits++;
  const one = { value: 1, at: visit.startedAt };
  state.ownVisitsDecayed = addAnchored([state.ownVisitsDecayed, one], VISIT_HALF_LIFE_DAYS);
}

function addLooks(state: State, { event, items, visit }: FoldRow): void {
  if (!LOOKS.has(event.name) || event.origin !== 'observed') return;
  for (const { prefixes } of items) {
    const [top] = prefixes;
    if (top === undefined) continue;
    const known = state.visitShares.get(top);
    // Asked last: it reads the words of the category.
    if (known?.visit === state.ownVisits || isSensitive(prefixes)) continue;
    const ids = (known?.ids ?? []) as string[];
    keepLast(ids, event.id);
    const one = { value: 1, at: visit.startedAt };
    const looked = addAnchored([known?.looked ?? NOTHING, one], VISIT_HALF_LIFE_DAYS);
    state.visitShares.set(top, { visit: state.ownVisits, day: visit.day, looked, all: state.ownVisitsDecayed, ids });
  }
}

const paidFor = ({ price, quantity }: Item): number | undefined => (price === undefined ? undefined : price * quantity);

function addPurchase(state: State, row: FoldRow): void {
  const { event, items, refunded } = row;
  const order = textOf(event.params['transaction_id']);
  if (refunded || (order !== undefined && state.countedOrders.has(order))) return;
  if (order !== undefined) state.countedOrders.set(order, true);
  if (!isOwn(row)) {
    state.othersPurchases.set(event.id, true);
    return;
  }
  const day = localDay(event);
  const { id } = event;
  const total = event.params['value'];
  const value = typeof total === 'number' ? total : items.map(paidFor).reduce(sum, undefined);
  state.purchaseDays = addDay(state.purchaseDays, { day, id, value });
  state.firstDay ??= day;
  for (const item of items) {
    if (isSensitive(item.prefixes)) continue;
    for (const prefix of item.prefixes)
      state.categoryDays.set(prefix, addDay(state.categoryDays.get(prefix), { day, id, value: paidFor(item) }));
  }
}

/** Days of visits and of purchases, and visits with and without a look at each top category: O(1) a row. */
export const RHYTHM: FoldPart<RhythmState> = {
  empty: () => ({
    firstDay: undefined,
    visitDays: { days: [], count: 0 },
    purchaseDays: { days: [], count: 0 },
    categoryDays: new Map(),
    ownVisits: 0,
    ownVisitsDecayed: NOTHING,
    ownVisit: 0,
    visitShares: new Map(),
    trouble: undefined,
    mainShop: new Map(),
    countedOrders: new Map(),
    othersPurchases: new Map(),
  }),
  add: (state, row) => {
    const { event } = row;
    if (event.name === 'purchase') addPurchase(state, row);
    if (event.name === 'service_failure' || event.name === 'complaint_opened')
      state.trouble = { value: event.name, at: event.at, id: event.id };
    if (event.name === 'question_answered' && event.params['question_id'] === MAIN_SHOP_QUESTION) {
      const answer = textOf(event.params['value']);
      const category = textOf(event.params['category']);
      if (answer !== undefined && category !== undefined)
        state.mainShop.set(category, { value: answer, at: event.at, id: event.id });
    }
    if (!isOwn(row)) return;
    addVisit(state, row);
    addLooks(state, row);
  },
};
