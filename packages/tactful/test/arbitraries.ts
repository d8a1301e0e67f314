import fc from 'fast-check';
import {
  compileCatalog,
  DAY_MS,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  HOUR_MS,
  MINUTE_MS,
  OFFER_CLASSES,
  originOf,
  type Catalog,
  type CompiledCatalog,
  type ConsentState,
  type ConsentStates,
  type Event,
  type EventName,
  type JsonObject,
  type Model,
  type Now,
  type Offer,
  type OfferClass,
  type Origin,
  type Policy,
} from '../src/engine/index.js';
import { steps } from './steps.js';

/** The longest log of a law. */
const MAX_ROWS = 60;
/** Monday 5 May 2025, noon UTC: the first row of a generated log. */
const START = 1_746_446_400_000;

const PATHS: readonly (readonly string[])[] = [
  ['garden', 'watering'],
  ['garden', 'mowing'],
  ['tools', 'drilling'],
  ['tools', 'sawing'],
  ['paint', 'walls'],
  ['paint'],
];
const BRANDS: readonly (string | undefined)[] = ['Sprig', 'Boor', 'Kwast', undefined];
const PRICES: readonly number[] = [495, 1995, 2495, 8995, 19_900];
const REPLICAS: readonly string[] = ['a', 'b', 'c1'];
/** Long enough to end a visit, a window, a cool-down; short enough to tie. */
const GAPS: readonly number[] = [
  0,
  0,
  1,
  20_000,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  9 * HOUR_MS,
  DAY_MS,
  7 * DAY_MS,
  20 * DAY_MS,
];
const OFFSETS: readonly number[] = [0, 120, -300];
const CONDITIONS: readonly JsonObject[] = [
  {},
  { 'viewing.category': { $in: ['garden'] } },
  { 'cart.value': { $gte: 2000 } },
  { 'bought.categories': { $nin: ['tools'] } },
  { 'visit.count': { $lte: 2 } },
];

const at = <Value>(values: readonly Value[], index: number): Value => {
  const { [index % values.length]: value } = values;
  if (value === undefined && values.length === 0) throw new Error('nothing to choose from');
  return value as Value;
};

/** What the n-th product of the generated shop is: products and offers share categories, brands and prices. */
function product(n: number): {
  readonly path: readonly string[];
  readonly brand: string | undefined;
  readonly price: number;
} {
  return { path: at(PATHS, n), brand: at(BRANDS, n), price: at(PRICES, n) };
}

function item(n: number): JsonObject {
  const { path, brand, price } = product(n);
  const [item_category = '', item_category2] = path;
  return {
    item_id: `p${String(n % 12)}`,
    item_category,
    ...(item_category2 === undefined ? {} : { item_category2 }),
    ...(brand === undefined ? {} : { item_brand: brand }),
    price,
  };
}

type Happening = (n: number, now: number) => readonly [name: EventName, params: JsonObject, origin?: Origin];

const items = (n: number): JsonObject => ({ items: [item(n)] });
const about = (n: number): JsonObject => ({ offer_id: `o${String(n % 8)}`, decision_id: `d${String(n)}` });
const WALKED: readonly Happening[] = [
  (n) => ['view_item', items(n)],
  (n) => ['view_item', { ...items(n), engagement_time_msec: 12_000 }],
  (n) => ['select_item', items(n)],
  (n) => ['add_to_wishlist', items(n)],
  (n) => ['add_to_cart', { items: [{ ...item(n), quantity: 1 + (n % 3) }] }],
  (n) => ['remove_from_cart', items(n)],
  (n) => ['purchase', { ...items(n), transaction_id: `t${String(n % 4)}` }],
  () => ['page_view', {}],
  (n) => ['search', { search_term: `cheap ${at(PATHS, n)[0] ?? ''}` }],
  (n) => ['refund', { ...items(n), transaction_id: `t${String(n % 4)}` }],
  () => ['begin_checkout', {}],
];
const SHOWN: readonly Happening[] = [
  (n) => ['offer_shown', about(n)],
  (n) => ['offer_seen', about(n)],
  (n) => ['offer_accepted', about(n)],
  (n) => ['offer_dismissed', about(n)],
];
const SAID: readonly Happening[] = [
  (n) => ['preference_stated', { facet: 'category', value: at(PATHS, n)[0] ?? '', level: at([1, 2, -1, 2, -2], n) }],
  (n) => ['preference_stated', { facet: 'brand', value: at(BRANDS, n) ?? 'Sprig', level: at([1, -1, -2], n) }],
  (n) => ['preference_withdrawn', { facet: 'category', value: at(PATHS, n)[0] ?? '' }],
  (n) => ['never_stated', at([{ offer_id: `o${String(n % 8)}` }, { category: 'paint/walls' }, { class: 'coupon' }], n)],
  (n) => ['mode_set', { mode: at(['normal', 'show_me', 'quiet', 'normal', 'show_me', 'paused'], n) }],
  (n, now) => ['quiet_set', { until: now + at(GAPS, n) }],
  () => ['quiet_ended', {}],
  (n) => ['visit_marked', at([{ as: 'gift' }, { as: 'not_me' }, { as: 'person', person: 'Ada' }], n)],
  (n) => ['complaint_opened', { complaint_id: `c${n === 0 ? '1' : '0'}` }],
  () => ['complaint_resolved', { complaint_id: 'c0' }],
  () => ['complaint_resolved', { complaint_id: 'c0' }],
  (n) => ['complaint_resolved', { complaint_id: `c${String(n % 2)}` }],
  () => ['task_ended', { task_id: 'checkout' }],
  (n) => ['offer_not_for_me', about(n)],
];
/** What passes between shopper and shop beside the shop floor: questions, work, wishes, promises, trouble. */
const RELATED: readonly Happening[] = [
  (n) => ['question_put', { question_id: `q${String(n % 3)}`, valid_for: 'P30D' }],
  (n) => ['question_answered', { question_id: `q${String(n % 3)}`, value: n, category: 'garden' }],
  (n) => ['question_answered', { question_id: 'main_shop', value: at(['main', 'rarely'], n), category: 'garden' }],
  (n) => ['question_declined', { question_id: `q${String(n % 3)}` }],
  (n, now) => ['task_started', { task_id: `w${String(n % 2)}`, expires: now + at(GAPS, n) }],
  (n) => ['task_ended', { task_id: `w${String(n % 2)}` }],
  (n, now) => [
    'promise_made',
    { promise_id: `p${String(n % 3)}`, due: now + at(GAPS, n), about: `s${String(n % 2)}`, permission: 'email' },
  ],
  (n) => ['promise_kept', { promise_id: `p${String(n % 3)}` }],
  (n) => ['suggestion_made', { suggestion_id: `s${String(n % 2)}` }],
  (n) => ['suggestion_followed', { suggestion_id: `s${String(n % 2)}`, ...(n % 3 ? { state: 'acknowledged' } : {}) }],
  (n) => ['suggestion_followed', { question_id: `q${String(n % 3)}` }],
  (n) => ['permission_set', { channel: at(['email', 'sms'], n), allowed: n % 3 !== 0 }],
  () => ['channel_muted', { channel: 'email' }],
  () => ['opted_out', {}],
  (n) => ['goal_stated', { goal: at(['less work', 'cheap', ''], n) }],
  () => ['life_event_stated', { event: 'moving house' }],
  (n) => ['intent_stated', { intent: at(['buy', 'support', 'nothing'], n) }],
  (n) => ['relationship_stated', n % 3 === 0 ? {} : { type: at(['basic', 'fling'], n) }],
  (n) => ['service_failure', { kind: 'late', severity: n % 4, complaint_id: `c${String(n % 2)}` }],
  (n) => ['feedback_given', { score: n, text: 'fine' }],
  (n) => ['page_view', { page_type: at(['guide', 'faq', 'reviews', 'stores', 'lookbook'], n) }],
];
/** Data the business holds by accident of another service: shown and erased, read by no decision. */
const INCIDENTAL: readonly Happening[] = [...WALKED, ...SHOWN, ...SAID, ...RELATED].map(
  (happening): Happening =>
    (n, now) => {
      const [name, params] = happening(n, now);
      return [name, params, 'incidental'];
    },
);

/** What kinds of rows a log may hold. */
export type Kind = 'walked' | 'shown' | 'said' | 'related' | 'incidental';

const KINDS: Readonly<Record<Kind, readonly Happening[]>> = {
  walked: WALKED,
  shown: SHOWN,
  said: SAID,
  related: RELATED,
  incidental: INCIDENTAL,
};
const USUAL: readonly Kind[] = ['walked', 'walked', 'walked', 'shown', 'said'];
/** Rows of every kind that something is read from. */
export const EVERY_KIND: readonly Kind[] = ['walked', 'walked', 'shown', 'said', 'related'];

/** A number taken apart into numbers below the given ones, and what is left of it. */
function split(number: number, below: readonly number[]): readonly number[] {
  const parts: number[] = [];
  let rest = number;
  for (const each of below) {
    parts.push(rest % each);
    rest = Math.floor(rest / each);
  }
  return [...parts, rest];
}

/** A log of several tabs in canonical time, with ties; ids are gapless by replica. */
export function logs(
  how: { readonly kinds?: readonly Kind[]; readonly max?: number; readonly replicas?: readonly string[] } = {},
): fc.Arbitrary<readonly Event[]> {
  const { kinds = USUAL, max = MAX_ROWS, replicas = REPLICAS } = how;
  return steps(max).map((made) => {
    const counters = new Map<string, number>();
    let now = START;
    return made.map((number): Event => {
      const [gap = 0, tab = 0, n = 0, kind = 0, which = 0] = split(number, [
        GAPS.length,
        REPLICAS.length,
        12,
        kinds.length,
      ]);
      now += at(GAPS, gap);
      const [name, params, origin = originOf(name)] = at(KINDS[at(kinds, kind)], which)(n, now);
      const replica = at(replicas, tab);
      const counter = (counters.get(replica) ?? 0) + 1;
      counters.set(replica, counter);
      return {
        id: `${replica}:${String(counter)}`,
        at: now,
        offset: 120,
        name,
        origin,
        purpose: 'personalization',
        params,
        v: 1,
      };
    });
  });
}

/** The same members in another order, which the seed decides. */
export function shuffledBy<Value>(values: readonly Value[], seed: number): readonly Value[] {
  const shuffled = [...values];
  let state = seed;
  for (let last = shuffled.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (last + 1);
    [shuffled[last], shuffled[other]] = [at(shuffled, other), at(shuffled, last)];
  }
  return shuffled;
}

function offerOf(n: number, [kind, extra, when]: readonly [number, number, number]): Offer {
  const { path, brand, price } = product(n);
  const offerClass: OfferClass = kind < 6 ? at(['suggest', 'suggest', 'coupon'], kind) : at(OFFER_CLASSES, kind);
  const conditioned = when < CONDITIONS.length && (kind >= 6 || when === 0);
  return {
    id: `o${String(n)}`,
    class: offerClass,
    category: path,
    ...(brand === undefined ? {} : { brand }),
    price,
    ...(extra % 4 === 0 ? { discount: Math.floor(price / 20) } : {}),
    ...(extra % 5 === 1 ? { margin: Math.floor(price / 2) } : {}),
    ...(extra % 3 === 0 ? { product: `p${String(n)}` } : {}),
    ...(extra % 7 === 2 ? { frequency: { lifetime: 3, custom: [{ cap: 1, period: 'P2D' }] } } : {}),
    ...(extra % 7 === 3 ? { needs: ['places'] } : {}),
    ...(offerClass === 'coupon' || offerClass === 'gift' ? { openTo: 'everyone' } : {}),
    ...(conditioned ? { when: at(CONDITIONS, when) } : {}),
    content: { en: { title: `Offer ${String(n)}` } },
  };
}

/** A small shop: offers over the products that generated logs speak of. */
export const catalogs: fc.Arbitrary<Catalog> = steps(8, 1).map((made) => ({
  format: 'tactful-catalog' as const,
  version: '1',
  currency: 'EUR',
  offers: made.map((number, n) => {
    const [kind = 0, extra = 0, when = 0] = split(number, [20, 35, 10]);
    return offerOf(n, [kind, extra, when]);
  }),
}));

/** Contact policies around the shipped one, tighter and looser: each one object, so that what is met of it is met once. */
const POLICIES: readonly Policy[] = Array.from({ length: 5 * 7 * 4 * 3 * 2 }, (_, number): Policy => {
  const [perVisit = 0, week = 0, offer = 0, evidence = 0, gate = 0] = split(number, [5, 7, 4, 3]);
  return {
    ...DEFAULT_POLICY,
    inbound: {
      perVisit,
      caps: [
        { cap: week, period: 'P7D' },
        { cap: week + 2, period: 'P30D' },
      ],
    },
    sameOffer: [{ cap: offer, period: 'P7D' }],
    wear: { halfLifeDays: 7, gate: at([0.5, 5], gate) },
    relevance: { minEvidence: at([0, 0.2, 0.5], evidence), minFit: -0.2 },
  };
});

/** Priors around the shipped ones: what silence asks for and what attention costs. */
const MODELS: readonly Model[] = [0, 2, 20].flatMap((tactMargin) =>
  [0, 2].map((attention) => ({ ...DEFAULT_MODEL, tactMargin, attention })),
);

/** Consent to the two purposes of the generated shop; mostly given. */
const consentOf = (refused: number, places: number): ConsentStates => ({
  personalization: refused === 9 ? 'out' : 'in',
  places: at<ConsentState>(['in', 'out', 'pending'], places),
});

/** Everything a decision depends on but the rules. */
export interface World {
  readonly log: readonly Event[];
  readonly now: Now;
  readonly catalog: CompiledCatalog;
  readonly policy: Policy;
  readonly model: Model;
  readonly consent: ConsentStates;
}

/** A shopper's log in a shop, at a moment. */
export const worlds = (how: Parameters<typeof logs>[0] = {}): fc.Arbitrary<World> =>
  fc.tuple(logs(how), catalogs, steps(2, 2)).map(([log, catalog, [first = 0, second = 0]]) => {
    const [policy = 0, priors = 0] = split(first, [POLICIES.length, MODELS.length]);
    const [refused = 0, places = 0, gap = 0, offset = 0] = split(second, [10, 3, GAPS.length, OFFSETS.length]);
    const model = at(MODELS, priors);
    return {
      log,
      now: { at: (log[log.length - 1]?.at ?? START) + at(GAPS, gap), offset: at(OFFSETS, offset) },
      catalog: compileCatalog(catalog, model),
      policy: at(POLICIES, policy),
      model,
      consent: consentOf(refused, places),
    };
  });
