import { DAY_MS, localDay } from './clock.js';
import type { EventName } from './event-names.js';
import { LONG_VIEW } from './evidence.js';
import type { FoldPart, FoldRow, Mutable } from './fold-part.js';
import { textOf } from './item.js';
import { orderLines } from './order-lines.js';
import { isSensitive } from './sensitive.js';

/** What is counted of how somebody shops. */
export type Habit =
  | 'visits'
  | 'viewedVisits'
  | 'views'
  | 'attention'
  | 'orders'
  | 'viewedOrders'
  | 'lines'
  | 'deals'
  | 'dealsTold'
  | 'couponSearches'
  | 'metAgain'
  | 'metNew'
  | 'contributions'
  | 'asked'
  | 'answered'
  | 'declined'
  | 'contacts'
  | 'failures'
  | 'reactions';

/** How somebody shops, as counts: what the scorecard of relationship types reads, and offers do not. */
export interface HabitState {
  readonly habits: ReadonlyMap<Habit, number>;
  /** When the first row was made. */
  readonly habitsSince: number | undefined;
  /** Local days with a purchase, each once. */
  readonly orderDays: readonly number[];
  /** Bought or long looked at, by department. */
  readonly departments: ReadonlyMap<string, number>;
  /** The visit in which an item was first bought or long looked at. */
  readonly itemsMet: ReadonlyMap<string, number>;
  readonly ordersCounted: ReadonlyMap<string, true>;
  /** A small failure to which nobody has reacted yet. */
  readonly failedAt: number | undefined;
  /** The latest visit with a row, with a view, and the first with an item. */
  readonly habitVisits: ReadonlyMap<'any' | 'viewed' | 'firstItem', number>;
  readonly habitRows: readonly string[];
}

type State = Mutable<HabitState>;

/** From here on a failure is not small, and to mind it says nothing about sensitivity; elicited. */
const SERIOUS = 1.5;
/** What is done within a week of a failure counts as a reaction to it; elicited. */
export const REACTION_MS: number = 7 * DAY_MS;
/** How much attention goes to a product, beside a long look; elicited. */
const ATTENTION: Readonly<Record<string, number>> = { add_to_wishlist: 1, share: 1 };
/** Words of a search for something cheaper; elicited, English and Dutch. */
const CHEAPER =
  /(?:^|[^a-z])(?:coupon|voucher|discount|promo|deal|sale|clearance|kortingscode|korting|aanbieding|uitverkoop|actiecode)s?(?![a-z])/i;
/** Rows that count for one thing and no more. */
const COUNTED: Readonly<Partial<Record<EventName, Habit>>> = {
  feedback_given: 'contributions',
  suggestion_made: 'contributions',
  question_put: 'asked',
  question_answered: 'answered',
  question_declined: 'declined',
  complaint_opened: 'contacts',
};
const REACTIONS: ReadonlySet<string> = new Set(['complaint_opened', 'channel_muted', 'opted_out', 'offer_complained']);

/** Counts something and remembers the row. */
function add(state: State, row: FoldRow, what: { readonly habit: Habit; readonly by: number }): void {
  const { id } = row.event;
  state.habits.set(what.habit, (state.habits.get(what.habit) ?? 0) + what.by);
  if (state.habitRows[state.habitRows.length - 1] !== id) state.habitRows.push(id);
}

const count = (state: State, habit: Habit, row: FoldRow): void => {
  add(state, row, { habit, by: 1 });
};

function countVisit(state: State, row: FoldRow, of: { readonly as: 'any' | 'viewed'; readonly habit: Habit }): void {
  if (state.habitVisits.get(of.as) === row.visit.count) return;
  state.habitVisits.set(of.as, row.visit.count);
  count(state, of.habit, row);
}

/** What is new to the shopper can only be told of those who have met something on an earlier visit. */
function meetItems(state: State, row: FoldRow): void {
  const { visit, items } = row;
  for (const { id, prefixes } of items) {
    if (isSensitive(prefixes)) continue;
    const [department] = prefixes;
    if (department !== undefined) state.departments.set(department, (state.departments.get(department) ?? 0) + 1);
    if (id === undefined) continue;
    const first = state.habitVisits.get('firstItem') ?? visit.count;
    state.habitVisits.set('firstItem', first);
    const met = state.itemsMet.get(id) ?? visit.count;
    state.itemsMet.set(id, met);
    if (first < visit.count) count(state, met < visit.count ? 'metAgain' : 'metNew', row);
  }
}

function view(state: State, row: FoldRow): void {
  const { name, params } = row.event;
  countVisit(state, row, { as: 'viewed', habit: 'viewedVisits' });
  if (name === 'view_item') count(state, 'views', row);
  const engaged = params['engagement_time_msec'];
  const long = name === 'view_item' && typeof engaged === 'number' && engaged >= LONG_VIEW.ms;
  const by = ATTENTION[name] ?? (long ? LONG_VIEW.weight : 0);
  if (by > 0) add(state, row, { habit: 'attention', by });
  if (long) meetItems(state, row);
}

function countLines(state: State, row: FoldRow): void {
  for (const line of orderLines(row.event.params)) {
    count(state, 'lines', row);
    if (line !== 'untold') count(state, 'dealsTold', row);
    if (line === 'deal') count(state, 'deals', row);
  }
}

function order(state: State, row: FoldRow): void {
  const { event, refunded } = row;
  const transaction = textOf(event.params['transaction_id']);
  if (refunded || (transaction !== undefined && state.ordersCounted.has(transaction))) return;
  if (transaction !== undefined) state.ordersCounted.set(transaction, true);
  const day = localDay(event);
  if (day > (state.orderDays[state.orderDays.length - 1] ?? -Infinity)) state.orderDays.push(day);
  count(state, 'orders', row);
  // Views are kept for a shorter time than purchases: only what was bought after the first of them is compared with them.
  if (event.origin === 'observed' && state.habits.has('views')) count(state, 'viewedOrders', row);
  countLines(state, row);
  meetItems(state, row);
}

function isHelp({ event, config }: FoldRow): boolean {
  const offerClass = config.catalog.byId.get(textOf(event.params['offer_id']) ?? '')?.offer.class;
  return offerClass === 'help' || offerClass === 'human';
}

function deal(state: State, row: FoldRow): void {
  const { name, params, at } = row.event;
  switch (name) {
    case 'search':
      if (CHEAPER.test(textOf(params['search_term']) ?? '')) count(state, 'couponSearches', row);
      return;
    case 'service_failure': {
      const { severity } = params;
      if (typeof severity === 'number' && severity >= SERIOUS) return;
      count(state, 'failures', row);
      state.failedAt = at;
      return;
    }
    case 'intent_stated':
      if (textOf(params['intent']) === 'support') count(state, 'contacts', row);
      return;
    case 'offer_accepted':
      if (isHelp(row)) count(state, 'contacts', row);
      return;
    default:
      if (COUNTED[name]) count(state, COUNTED[name], row);
  }
}

function react(state: State, row: FoldRow): void {
  const { failedAt } = state;
  if (failedAt === undefined || !REACTIONS.has(row.event.name) || row.event.at - failedAt > REACTION_MS) return;
  state.failedAt = undefined;
  count(state, 'reactions', row);
}

const VIEWS: ReadonlySet<string> = new Set(['view_item', 'view_item_list', 'add_to_wishlist', 'share']);

/** How somebody shops. A visit that was not simply the shopper's own, and a "no" without a date, tell nothing of it. */
export const HABITS: FoldPart<HabitState> = {
  empty: () => ({
    habits: new Map(),
    habitsSince: undefined,
    orderDays: [],
    departments: new Map(),
    itemsMet: new Map(),
    ordersCounted: new Map(),
    failedAt: undefined,
    habitVisits: new Map(),
    habitRows: [],
  }),
  add: (state, row) => {
    const { event, mark } = row;
    if (mark !== undefined || event.at === 0) return;
    state.habitsSince ??= event.at;
    countVisit(state, row, { as: 'any', habit: 'visits' });
    if (VIEWS.has(event.name)) view(state, row);
    else if (event.name === 'purchase') order(state, row);
    else deal(state, row);
    react(state, row);
  },
};
