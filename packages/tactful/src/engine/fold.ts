import { priceZ, type CompiledCatalog } from './compile-catalog.js';
import { addAnchored, NOTHING, type Anchored } from './decay.js';
import { addEvidence, EVENT_WEIGHTS, LONG_VIEW, VISIT_LIMIT } from './evidence.js';
import { evidenceKey, type Facet, type Folded, type Said } from './folded.js';
import type { Event } from './event.js';
import { itemsOf, textOf, type Item } from './item.js';
import { canonicalLog } from './order.js';
import { isSensitive } from './sensitive.js';
import type { Model } from './policy.js';
import { visitAt } from './visit.js';

type Mutable = {
  -readonly [Key in keyof Folded]: Folded[Key] extends ReadonlyMap<infer K, infer V>
    ? Map<K, V>
    : Folded[Key] extends readonly (infer E)[]
      ? E[]
      : Folded[Key];
} & {
  visitMass: Map<string, number>;
};

interface FoldContext {
  readonly catalog: CompiledCatalog;
  readonly model: Model;
  readonly wearHalfLifeDays: number;
  readonly refunded: ReadonlySet<string>;
}

function empty(): Mutable {
  return {
    rows: 0,
    latestAt: -Infinity,
    visit: { startedAt: -Infinity, lastAt: -Infinity, day: NaN, count: 0 },
    evidence: new Map(),
    prices: new Map(),
    stated: new Map(),
    never: new Map(),
    mode: undefined,
    quiet: undefined,
    complaints: new Map(),
    checkout: undefined,
    contacts: [],
    seen: new Map(),
    dismissed: new Map(),
    purchases: [],
    cart: new Map(),
    viewing: undefined,
    visitMass: new Map(),
  };
}

function markVisit(state: Mutable, event: Event): void {
  // A "no" that outlived an erasure carries no date, and tells of no visit.
  if (event.at === 0) return;
  const { count } = state.visit;
  state.visit = visitAt(state.visit, event);
  if (state.visit.count === count) return;
  state.visitMass.clear();
  state.viewing = undefined;
}

function weigh(event: Event): { readonly mass: number; readonly against: number } {
  const weight = EVENT_WEIGHTS[event.name];
  const engaged = event.params['engagement_time_msec'];
  const long = event.name === 'view_item' && typeof engaged === 'number' && engaged >= LONG_VIEW.ms;
  return { mass: long ? LONG_VIEW.weight : (weight?.for ?? 0), against: weight?.against ?? 0 };
}

function support(
  state: Mutable,
  about: {
    readonly facet: Facet;
    readonly value: string;
    readonly event: Event;
    readonly mass: number;
    readonly against: number;
    readonly halfLifeDays: number;
  },
): void {
  const key = evidenceKey(about.facet, about.value);
  const given = state.visitMass.get(key) ?? 0;
  const mass = Math.min(about.mass, Math.max(0, VISIT_LIMIT - given));
  if (mass === 0 && about.against === 0) return;
  state.visitMass.set(key, given + mass);
  const { id, at } = about.event;
  state.evidence.set(
    key,
    addEvidence(state.evidence.get(key), { id, at, mass, against: about.against, halfLifeDays: about.halfLifeDays }),
  );
}

function addPrice(
  state: Mutable,
  item: Item,
  how: { readonly at: number; readonly weight: number; readonly context: FoldContext },
): void {
  const { catalog, model } = how.context;
  const z =
    item.price === undefined
      ? undefined
      : priceZ(item.price, { prefixes: item.prefixes, medians: catalog.medianPrice });
  const top = item.prefixes[0];
  if (z === undefined || top === undefined || how.weight === 0) return;
  const known = state.prices.get(top) ?? { w: NOTHING, wz: NOTHING, wzz: NOTHING };
  const add = (sum: Anchored, value: number): Anchored =>
    addAnchored([sum, { value, at: how.at }], model.halfLifeDays.price);
  state.prices.set(top, {
    w: add(known.w, how.weight),
    wz: add(known.wz, how.weight * z),
    wzz: add(known.wzz, how.weight * z * z),
  });
}

function learn(state: Mutable, event: Event, context: FoldContext): void {
  const { mass, against } = weigh(event);
  if (mass === 0 && against === 0) return;
  if (event.name === 'purchase' && context.refunded.has(textOf(event.params['transaction_id']) ?? '')) return;
  const { halfLifeDays } = context.model;
  for (const item of itemsOf(event, context.catalog)) {
    if (isSensitive(item.prefixes)) continue;
    for (const value of item.prefixes)
      support(state, { facet: 'category', value, event, mass, against, halfLifeDays: halfLifeDays.category });
    if (item.brand !== undefined)
      support(state, { facet: 'brand', value: item.brand, event, mass, against, halfLifeDays: halfLifeDays.brand });
    addPrice(state, item, { at: event.at, weight: mass, context });
  }
}

function remember(state: Mutable, event: Event): void {
  const { params, at, id } = event;
  const text = (key: string): string | undefined => textOf(params[key]);
  const said = <Value>(value: Value): Said<Value> => ({ value, at, id });
  switch (event.name) {
    case 'preference_stated': {
      const level = params['level'];
      if (typeof level === 'number')
        state.stated.set(evidenceKey(text('facet') ?? '', text('value') ?? ''), said(level));
      return;
    }
    case 'preference_withdrawn':
      state.stated.delete(evidenceKey(text('facet') ?? '', text('value') ?? ''));
      return;
    case 'never_stated':
      for (const key of ['offer_id', 'category', 'class'])
        if (text(key) !== undefined) state.never.set(evidenceKey(key, text(key) ?? ''), said(key));
      return;
    case 'mode_set':
      state.mode = said(text('mode') ?? 'normal');
      return;
    case 'quiet_set': {
      const until = params['until'];
      if (typeof until === 'number' && until > (state.quiet?.value ?? -Infinity)) state.quiet = said(until);
      return;
    }
    case 'quiet_ended':
      state.quiet = undefined;
      return;
    case 'task_ended':
      if (text('task_id') === 'checkout') state.checkout = undefined;
      return;
    case 'complaint_opened':
      state.complaints.set(text('complaint_id') ?? id, said(id));
      return;
    case 'complaint_resolved':
      state.complaints.delete(text('complaint_id') ?? '');
      return;
    default:
  }
}

function contact(state: Mutable, event: Event, context: FoldContext): void {
  const offerId = textOf(event.params['offer_id']);
  if (offerId === undefined) return;
  const said = { value: offerId, at: event.at, id: event.id };
  if (event.name === 'offer_shown') {
    const promotional = context.catalog.byId.get(offerId)?.promotional ?? true;
    state.contacts.push({
      decisionId: textOf(event.params['decision_id']) ?? event.id,
      offerId,
      at: event.at,
      promotional,
    });
  } else if (event.name === 'offer_seen') {
    state.seen.set(
      offerId,
      addAnchored([state.seen.get(offerId) ?? NOTHING, { value: 1, at: event.at }], context.wearHalfLifeDays),
    );
  } else if (event.name === 'offer_dismissed') {
    state.dismissed.set(offerId, said);
  } else if (event.name === 'offer_not_for_me') {
    state.never.set(evidenceKey('offer_id', offerId), { ...said, value: 'offer_id' });
  }
}

function shop(state: Mutable, event: Event, context: FoldContext): void {
  const items = itemsOf(event, context.catalog);
  switch (event.name) {
    case 'view_item':
      state.viewing = items[0];
      return;
    case 'page_view':
      state.viewing = undefined;
      return;
    case 'add_to_cart':
      for (const item of items)
        if (item.id !== undefined)
          state.cart.set(item.id, { ...item, quantity: item.quantity + (state.cart.get(item.id)?.quantity ?? 0) });
      return;
    case 'remove_from_cart':
      for (const item of items) {
        const left = (state.cart.get(item.id ?? '')?.quantity ?? 0) - item.quantity;
        if (left > 0) state.cart.set(item.id ?? '', { ...item, quantity: left });
        else state.cart.delete(item.id ?? '');
      }
      return;
    case 'begin_checkout':
      state.checkout = { value: 'begin_checkout', at: event.at, id: event.id };
      return;
    case 'purchase':
      state.checkout = undefined;
      state.cart.clear();
      if (!context.refunded.has(textOf(event.params['transaction_id']) ?? ''))
        state.purchases.push({ id: event.id, at: event.at, items });
      return;
    default:
  }
}

/**
 * The log as state: sorted canonically, each row once, nothing dependent on arrival.
 *
 * `incidental` rows are read by nothing (science 1.6). O(n log n) in the rows.
 */
export function foldLog(
  events: Iterable<Event>,
  config: { readonly catalog: CompiledCatalog; readonly model: Model; readonly wearHalfLifeDays: number },
): Folded {
  const log = canonicalLog(events).filter(({ origin }) => origin !== 'incidental');
  const refunds = log.filter(({ name }) => name === 'refund').map(({ params }) => textOf(params['transaction_id']));
  const context: FoldContext = { ...config, refunded: new Set(refunds.filter((id) => id !== undefined)) };
  const state = empty();
  for (const event of log) {
    state.rows++;
    state.latestAt = Math.max(state.latestAt, event.at);
    markVisit(state, event);
    learn(state, event, context);
    remember(state, event);
    contact(state, event, context);
    shop(state, event, context);
  }
  return state;
}
