import { HOUR_MS, MINUTE_MS, type Event, type EventName, type JsonObject } from 'tactful/engine';
import type { OpenPage } from './policy-view.js';
import { worldRow } from './world-row.js';
import type { VisitIntent } from './world-schedule.js';

/** The nine moments of the Tuesday, in their order. */
export const DAY_CARD_IDS = [
  'train',
  'door',
  'till',
  'rival',
  'parcel',
  'cemetery',
  'dinner',
  'sofa',
  'tellMe',
] as const;

/** One of {@link DAY_CARD_IDS}. */
export type DayCardId = (typeof DAY_CARD_IDS)[number];

/** A moment of the day: what is going on, as far as a shop can see it, and as far as it matters to people. */
export interface DayCard {
  readonly id: DayCardId;
  /** Epoch milliseconds; local time is two hours ahead of UTC. */
  readonly at: number;
  readonly offset: number;
  readonly direction: 'inbound' | 'outbound';
  /** She asked to be told about just this. */
  readonly asked: boolean;
  readonly placement: string;
  readonly page: OpenPage | undefined;
  /** Only somebody who follows her position knows that this is the moment. */
  readonly usesPlace: boolean;
  /** Hidden from every shop: why she came, what is on her mind (an index of the shop's categories), what surrounds her. */
  readonly intent: VisitIntent | undefined;
  readonly mind: number;
  readonly commute: boolean;
  readonly quiet: boolean;
  /** What her log gains right before it, and between it and the next. */
  readonly rows: readonly Event[];
  readonly later: readonly Event[];
}

/** Minutes east of UTC: a summer day in Amsterdam. */
export const DAY_OFFSET = 120;
/** Tuesday 9 June 2026, midnight on her clock. */
const MIDNIGHT: number = Date.UTC(2026, 5, 8, 22);
const DAY: number = 24 * HOUR_MS;
/** Which category is which index: that of the catalogue. */
export const GARDEN = 0;
export const FOOD = 1;
export const ICE = 2;
const PATHS = ['garden', 'food', 'ice cream'] as const;
const PRICES = [3400, 900, 800] as const;

/** `13:15`, so many days before or after the Tuesday. */
function clock(time: string, day = 0): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return MIDNIGHT + day * DAY + hours * HOUR_MS + minutes * MINUTE_MS;
}

function row(at: number, name: EventName, params: JsonObject = {}): Event {
  return { ...worldRow(name, params, at), offset: DAY_OFFSET };
}

function items(category: number): JsonObject {
  const item = {
    item_id: `day-${PATHS[category] ?? ''}`,
    item_category: PATHS[category] ?? '',
    price: PRICES[category] ?? 0,
  };
  return { currency: 'EUR', items: [item] };
}

const looks = (at: number, category: number): Event =>
  row(at, 'view_item', { ...items(category), engagement_time_msec: 25_000 });
const buys = (at: number, category: number): Event =>
  row(at, 'purchase', { ...items(category), transaction_id: `day-${String(at)}` });

/** What went before: ice cream on the way home, a loaf, looks at hoses, and the word that more about gardens is welcome. */
export const DAY_HISTORY: readonly Event[] = [
  buys(clock('17:10', -18), ICE),
  looks(clock('20:15', -13), GARDEN),
  looks(clock('20:19', -13), GARDEN),
  buys(clock('17:20', -11), ICE),
  buys(clock('18:05', -9), FOOD),
  looks(clock('21:02', -6), GARDEN),
  row(clock('21:04', -6), 'add_to_wishlist', items(GARDEN)),
  row(clock('21:05', -6), 'preference_stated', { facet: 'category', value: 'garden', level: 1 }),
  row(clock('21:06', -6), 'tell_me_set', { offer_id: 'hose-below-price', when: 'below', below: 3100 }),
  buys(clock('17:15', -5), ICE),
  looks(clock('20:40', -2), GARDEN),
];

const AWAY = {
  offset: DAY_OFFSET,
  direction: 'outbound',
  asked: false,
  placement: 'home',
  page: undefined,
  usesPlace: false,
  intent: undefined,
  commute: false,
  quiet: false,
  rows: [],
  later: [],
} as const;

/** The Tuesday. What is done at one card never changes the next: the day takes its course. */
export const DAY_CARDS: readonly DayCard[] = [
  { ...AWAY, id: 'train', at: clock('07:40'), mind: GARDEN, commute: true },
  {
    ...AWAY,
    id: 'door',
    at: clock('08:25'),
    direction: 'inbound',
    page: 'product',
    intent: 'info',
    mind: GARDEN,
    rows: [row(clock('08:24'), 'page_view', { page_type: 'store_hours' })],
  },
  {
    ...AWAY,
    id: 'till',
    at: clock('12:30'),
    direction: 'inbound',
    page: 'checkout',
    intent: 'buy',
    mind: ICE,
    rows: [row(clock('12:29'), 'begin_checkout', items(ICE))],
    later: [buys(clock('12:31'), ICE)],
  },
  { ...AWAY, id: 'rival', at: clock('13:15'), mind: GARDEN, usesPlace: true },
  {
    ...AWAY,
    id: 'parcel',
    at: clock('15:00'),
    direction: 'inbound',
    placement: 'service',
    page: 'service',
    intent: 'support',
    mind: FOOD,
    rows: [
      row(clock('14:58'), 'page_view', { page_type: 'order_status' }),
      row(clock('14:59'), 'complaint_opened', { complaint_id: 'parcel' }),
    ],
    later: [row(clock('16:10'), 'complaint_resolved', { complaint_id: 'parcel', ok: true })],
  },
  {
    ...AWAY,
    id: 'cemetery',
    at: clock('16:40'),
    mind: FOOD,
    quiet: true,
    rows: [row(clock('16:39'), 'quiet_set', { until: clock('17:00', 1) })],
  },
  { ...AWAY, id: 'dinner', at: clock('18:30'), mind: FOOD, quiet: true },
  {
    ...AWAY,
    id: 'sofa',
    at: clock('20:45'),
    direction: 'inbound',
    page: 'inspiration',
    intent: 'fun',
    mind: GARDEN,
    rows: [
      row(clock('20:41'), 'quiet_ended'),
      row(clock('20:42'), 'page_view', { page_type: 'inspiration' }),
      looks(clock('20:43'), GARDEN),
    ],
  },
  { ...AWAY, id: 'tellMe', at: clock('20:58'), asked: true, placement: 'tell_me', mind: GARDEN },
];
