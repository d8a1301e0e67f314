import fc from 'fast-check';
import {
  CHANNELS,
  compileCatalog,
  DAY_MS,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  HOUR_MS,
  MINUTE_MS,
  originOf,
  readCatalog,
  type Catalog,
  type Channel,
  type CompiledCatalog,
  type ConsentState,
  type DecideInput,
  type DecisionTrace,
  type Event,
  type EventName,
  type Folded,
  type JsonObject,
  type Model,
  type Offer,
  type OfferClass,
  type Policy,
} from '../../src/engine/index.js';
import { logs, type Kind, type World } from '../arbitraries.js';
import { drawnOnce } from './drawn-once.js';
import { ENGINE, foldOnce, inputWith, type Engine } from './engine-under-test.js';

/** What is asked of the engine, beside whom and when. */
export type Ask = Pick<DecideInput, 'channel' | 'most' | 'placement'> &
  Partial<Pick<DecideInput, 'direction' | 'audience' | 'sector' | 'signals' | 'earlier'>>;

/** A world at a moment that is worth a look: something has just happened, and through some channel something may be said. */
export interface Scene extends World {
  readonly ask: Ask;
  /** The catalogue as its file has it, with offers in it that reading drops. */
  readonly raw: Catalog;
}

/** A row that is still without an id and a time. */
export type Draft = readonly [name: EventName, params: JsonObject];

const START = 1_746_446_400_000;
const OFFSETS: readonly number[] = [120, 120, 0, -300];
const STEPS: readonly number[] = [1, 1000, 1000, MINUTE_MS, 10 * MINUTE_MS, 31 * MINUTE_MS, 3 * HOUR_MS, DAY_MS];
const PATHS: readonly (readonly [string, string])[] = [
  ['garden', 'watering'],
  ['garden', 'mowing'],
  ['tools', 'drilling'],
  ['tools', 'sawing'],
  ['paint', 'walls'],
];

/** One of the values, whichever number is given. */
export function pick<Value>(values: readonly Value[], n: number): Value {
  return values[n % values.length] as Value;
}

const path = (n: number): readonly [string, string] => pick(PATHS, n);
const category = (n: number): string =>
  path(n)
    .slice(0, 1 + (n % 2))
    .join('/');
const offerId = (n: number): string => `o${String(n % 8)}`;
const goods = (n: number): JsonObject => {
  const [item_category, item_category2] = path(n);
  return { items: [{ item_id: `p${String(n % 12)}`, item_category, item_category2, price: 2495 }] };
};
const times = (count: number, make: (which: number) => Draft): readonly Draft[] =>
  Array.from({ length: count }, (_, which) => make(which));

/** What happens may depend on the moment and on the channel that is asked about. */
interface Around {
  readonly n: number;
  readonly at: number;
  readonly channel: Channel;
}

type Happening = (around: Around) => readonly Draft[];

const opened = (id: string): Draft => ['complaint_opened', { complaint_id: id }];
const failed = (n: number): Draft => ['service_failure', { severity: 1 + (n % 3) }];
const said = (facet: string, value: string, level: number): Draft => ['preference_stated', { facet, value, level }];
const shown = (n: number, more: JsonObject): Draft => [
  'offer_shown',
  { offer_id: offerId(n), decision_id: `s${String(n)}`, ...more },
];
const broken = (n: number, at: number): Draft => ['promise_made', { promise_id: `w${String(n)}`, due: at - HOUR_MS }];

const LIKES: readonly Happening[] = [
  ({ n }) => times(4, () => ['view_item', { ...goods(n), engagement_time_msec: 12_000 }]),
  ({ n }) => times(4, (which) => (which > 1 ? ['add_to_cart', goods(n)] : ['view_item', goods(n)])),
  ({ n }) => [said('category', path(n)[0], 2), ['view_item', goods(n)]],
  ({ n }) => times(4, (which) => [which > 2 ? 'add_to_wishlist' : 'view_item', goods(n)]),
  ({ n }) => [said('category', path(n).join('/'), 1), ['goal_stated', { goal: 'less work' }]],
];

/** What closes something, opens it again, or stands in the way. */
const TURNS: readonly Happening[] = [
  ({ n }) => [['never_stated', { offer_id: offerId(n) }]],
  ({ n }) => [['never_stated', { category: category(n) }]],
  ({ n }) => times(5, (which) => ['never_stated', { category: path(n + which).join('/') }]),
  ({ n }) => [['never_stated', { class: pick(['suggest', 'coupon', 'gift', 'help'], n) }]],
  ({ n }) => [said('category', category(n), pick([-1, -2], n))],
  ({ n }) => [said('brand', pick(['Sprig', 'Boor', 'Kwast'], n), -2)],
  () => [['mode_set', { mode: 'paused' }]],
  () => [['mode_set', { mode: 'quiet' }]],
  () => [['mode_set', { mode: 'show_me' }]],
  () => [['mode_set', { mode: 'show_me' }]],
  ({ n, at }) => [['quiet_set', { until: at + pick([MINUTE_MS, HOUR_MS, DAY_MS], n) }]],
  () => [['quiet_ended', {}]],
  () => [opened('k1')],
  () => [opened('k1'), opened('k2')],
  () => [opened('k1'), ['complaint_resolved', { complaint_id: 'k1' }]],
  ({ n }) => [failed(n)],
  ({ n }) => [failed(n), failed(n + 1)],
  ({ n }) => [failed(n), ['apology_made', {}]],
  () => [['begin_checkout', {}]],
  ({ n, at }) => [['task_started', { task_id: 'w0', expires: at + pick([HOUR_MS, DAY_MS], n) }]],
  () => [
    ['task_started', { task_id: 'w0' }],
    ['task_started', { task_id: 'w1' }],
  ],
  () => [
    ['task_started', { task_id: 'w0' }],
    ['task_ended', { task_id: 'w0' }],
  ],
  ({ n }) => [['purchase', { ...goods(n), transaction_id: `z${String(n)}` }]],
  () => times(3, () => ['page_view', { page_type: 'returns' }]),
  () => times(3, () => ['page_view', { page_type: 'faq' }]),
  ({ n }) => [['intent_stated', { intent: pick(['support', 'buy', 'info'], n) }]],
  ({ n, channel }) => times(1 + (n % 4), () => shown(n, { channel })),
  ({ n, channel }) => times(4, (which) => shown(n + which, { channel })),
  ({ n, channel }) => times(5, (which) => shown(n + which, { channel })),
  ({ n }) => times(6, () => ['offer_seen', { offer_id: offerId(n), decision_id: `s${String(n)}` }]),
  ({ n }) => [['offer_dismissed', { offer_id: offerId(n), decision_id: `s${String(n)}` }]],
  ({ n }) => times(8, (which) => ['offer_dismissed', { offer_id: offerId(which), decision_id: `s${String(n)}` }]),
  ({ n }) => [['offer_not_for_me', { offer_id: offerId(n), decision_id: `s${String(n)}` }]],
  ({ n }) => [['offer_complained', { offer_id: offerId(n), decision_id: `s${String(n)}` }]],
  ({ n }) => [['life_event_stated', { event: pick(['moving house', 'a death in the family'], n) }]],
  ({ n }) => [['tell_me_set', { offer_id: offerId(n), when: 'below', below: 90_000 }]],
  ({ n }) => [['tell_me_set', { category: path(n)[0], when: 'back_in_stock', absent: true }]],
  ({ n }) => [['tell_me_set', { category: path(n)[0], when: 'due_again' }]],
  ({ n }) => [['relationship_stated', { type: pick(['basic', 'partner', 'fling', 'attentive'], n) }]],
  () => [['opted_out', {}]],
  ({ channel }) => [['channel_muted', { channel }]],
  ({ channel }) => [['permission_set', { channel, allowed: false }]],
  ({ channel }) => [['permission_set', { channel, allowed: true }]],
  ({ n, at, channel }) => [['promise_made', { promise_id: `b${String(n)}`, due: at + 1, permission: channel }]],
  ({ n, at, channel }) => [broken(n, at), broken(n + 1, at), ['permission_set', { channel, allowed: true }]],
  ({ n, at, channel }) => [broken(n, at), broken(n + 1, at), ['permission_set', { channel, allowed: true }]],
  ({ n }) => [['visit_marked', { as: pick(['gift', 'not_me'], n) }]],
  () => [['preference_withdrawn', { facet: 'category', value: 'garden' }]],
  ({ n }) => [['question_put', { question_id: `q${String(n % 3)}` }]],
];

/** A number taken apart: the next part below the given number, each time it is asked. */
function dice(seed: number): (below: number) => number {
  let left = seed;
  return (below) => {
    left = (Math.imul(left ^ (left >>> 15), 0x2c1b3c6d) + 0x297a2d39) >>> 0;
    return (left >>> 8) % below;
  };
}

/** Rows at a moment, one millisecond apart. */
export function rowsOf(
  drafts: readonly Draft[],
  about: { readonly at: number; readonly tab: string },
): readonly Event[] {
  return drafts.map(([name, params], n) => ({
    id: `${about.tab}:${String(n + 1)}`,
    at: about.at + n,
    offset: 120,
    name,
    origin: originOf(name),
    purpose: 'personalization',
    params,
    v: 1,
  }));
}

function turned(seed: number, about: { readonly from: number; readonly channel: Channel }): readonly Event[] {
  const roll = dice(seed);
  const { channel } = about;
  const happen = (happenings: readonly Happening[]): Happening => pick(happenings, roll(happenings.length));
  const likes = Array.from({ length: 1 + roll(3) }, () => happen(LIKES));
  const door: readonly Happening[] = roll(8) > 0 ? [() => [['permission_set', { channel, allowed: true }]]] : [];
  const turns = Array.from({ length: pick([0, 0, 1, 1, 2, 3], roll(6)) }, () => happen(TURNS));
  let at = about.from;
  return [...likes, ...door, ...turns].flatMap((happening, which) => {
    at += pick(STEPS, roll(STEPS.length));
    const rows = rowsOf(happening({ n: roll(1000), at, channel }), { at, tab: `t${String(which)}` });
    at += rows.length;
    return rows;
  });
}

const CLASSES: readonly OfferClass[] = [
  ...(['suggest', 'suggest', 'suggest', 'suggest', 'suggest', 'coupon', 'coupon', 'coupon', 'coupon'] as const),
  ...(['gift', 'gift', 'complement', 'replenish', 'inform', 'help', 'question', 'remedy', 'thank'] as const),
];
const DOORS: readonly (readonly Channel[] | undefined)[] = [undefined, ['slot', 'email', 'banner'], CHANNELS, CHANNELS];
const FLAGS: readonly JsonObject[] = [{ credit: true }, { upsell: true }, { essential: true }];
const WHENS: readonly JsonObject[] = [
  { 'viewing.category': { $in: ['garden'] } },
  { 'visit.count': { $lte: 2 } },
  { 'cart.value': { $gte: 2000 } },
];

/** How an offer may be held back, and by what it may speak. */
function termsOf(roll: (below: number) => number): Partial<Offer> {
  const channels = pick(DOORS, roll(DOORS.length));
  return {
    ...(channels ? { channels } : {}),
    ...(roll(3) === 0 ? { group: 'g' } : {}),
    ...(roll(3) === 0 ? { helps: ['less work'] } : {}),
    ...(roll(6) === 0 ? { features: pick(FLAGS, roll(3)) } : {}),
    ...(roll(12) === 0 ? { validThrough: '2025-05-20T00:00:00Z' } : {}),
    ...(roll(8) === 0 ? { suppress: { after: { outcome: 'shown', count: 2, within: 'P7D' }, for: 'P14D' } } : {}),
    ...(roll(6) === 0 ? { when: pick(WHENS, roll(3)) } : {}),
    ...(roll(10) === 0 ? { needs: ['places'] } : {}),
    ...(roll(6) === 0 ? { frequency: { lifetime: 3, custom: [{ cap: 1, period: 'P2D' }] } } : {}),
  };
}

function offerOf(n: number, roll: (below: number) => number): Offer {
  const offerClass = pick(CLASSES, roll(CLASSES.length));
  const gives = offerClass === 'coupon' || offerClass === 'gift';
  const price = pick([495, 1995, 2495, 8995, 19_900], roll(5));
  return {
    id: offerId(n),
    class: offerClass,
    category: path(n),
    brand: pick(['Sprig', 'Boor', 'Kwast'], n),
    price,
    margin: offerClass === 'gift' ? price : Math.floor(price / pick([2, 2, 5], roll(3))),
    ...(roll(3) === 0 ? { discount: Math.floor(price / 20) } : {}),
    ...(roll(3) === 0 ? { product: `p${String(n)}` } : {}),
    ...(gives && roll(4) > 0 ? { openTo: pick(['everyone', '/offers'], roll(2)) } : {}),
    ...termsOf(roll),
    content: { en: { title: `Offer ${String(n)}` } },
  };
}

const NORMS: readonly Catalog['norms'][] = [
  undefined,
  { country: 'NL', recipient: 'consumer' },
  { country: 'NL', recipient: 'business' },
];
const SECTORS: readonly (string | undefined)[] = [
  'gambling',
  'alcohol',
  'credit',
  ...Array.from({ length: 17 }, () => undefined),
];
const INCIDENT = { id: 'late', touches: {}, from: new Date(START).toISOString() };

function catalogOf(roll: (below: number) => number): Catalog {
  const norms = pick(NORMS, roll(NORMS.length));
  const sector = pick(SECTORS, roll(SECTORS.length));
  return {
    format: 'tactful-catalog',
    version: '1',
    currency: 'EUR',
    offers: Array.from({ length: 2 + roll(6) }, (_, n) => offerOf(n, roll)),
    groups: [{ id: 'g', frequency: { custom: [{ cap: 1 + roll(3), period: 'P7D' }] } }],
    ...(norms ? { norms } : {}),
    ...(sector === undefined ? {} : { sector }),
    ...(roll(16) === 0 ? { incidents: [INCIDENT] } : {}),
  };
}

/** Contact policies, tight and loose, with every kind of cap. */
export function policyOf(seed: number): Policy {
  const roll = dice(seed);
  return {
    ...DEFAULT_POLICY,
    inbound: { perVisit: 1 + roll(4), caps: [{ cap: 1 + roll(6), period: 'P7D' }] },
    interrupt: { perVisit: roll(5) > 0 ? 2 : 0, caps: [{ cap: 1 + roll(3), period: 'P7D' }] },
    outbound: { caps: [{ cap: 1 + roll(3), period: 'P7D' }] },
    byChannel: roll(2) === 0 ? { email: [{ cap: 1 + roll(2), period: 'P1D' }] } : {},
    everything: roll(3) === 0 ? [{ cap: 2 + roll(4), period: 'P7D' }] : [],
    sameOffer: [{ cap: 1 + roll(3), period: 'P7D' }],
    relevance: { minEvidence: pick([0, 0.2, 0.5], roll(3)), minFit: -0.2 },
    strikesToRecovery: 1 + roll(3),
    quietHours: roll(4) === 0 ? DEFAULT_POLICY.quietHours : [],
  };
}

const ASKED: readonly Channel[] = ['slot', 'slot', 'slot', 'slot', 'screen', 'banner', 'banner', 'email', 'email'];
const RARELY: readonly Channel[] = ['call', 'sms', 'notification', 'email'];

function askOf(seed: number, at: number): Ask {
  const roll = dice(seed);
  const channel = roll(6) === 0 ? pick(RARELY, roll(4)) : pick(ASKED, roll(ASKED.length));
  const utilities = Array.from({ length: roll(5) === 0 ? 20 : 0 }, (_, n) => ({
    at: at - n * HOUR_MS,
    utility: n * 20,
  }));
  return {
    channel,
    placement: 'home',
    most: 1 + roll(3),
    ...(roll(10) === 0 ? { direction: 'requested' } : {}),
    ...(roll(40) === 0 ? { audience: 'child-possible' } : {}),
    ...(roll(40) === 0 ? { sector: 'alcohol' } : {}),
    ...(roll(4) === 0 ? { signals: { moment: { value: 'idle', at }, places: ['door'], placesAt: at } } : {}),
    ...(utilities.length > 0 ? { earlier: utilities.reverse() } : {}),
  };
}

/** A catalogue as a page reads it: what is unsound in it is gone. */
export function readAndCompile(raw: Catalog): CompiledCatalog {
  return compileCatalog(readCatalog(raw).catalog ?? { ...raw, offers: [] }, DEFAULT_MODEL);
}

const BASE: readonly Kind[] = ['walked', 'walked', 'walked', 'walked', 'walked', 'walked', 'shown', 'said', 'related'];

function sceneOf(base: readonly Event[], seed: number): Scene {
  const roll = dice(seed);
  const from = base[base.length - 1]?.at ?? START;
  const { channel = 'slot' } = askOf(seed, 0);
  const log = [...base, ...turned(seed, { from, channel })];
  const at = Math.max(from, ...log.map((row) => row.at)) + pick(STEPS, roll(5));
  const raw = catalogOf(roll);
  const model: Model = {
    ...DEFAULT_MODEL,
    tactMargin: pick([0, 0, 2, 20], roll(4)),
    attention: pick([0, 0, 2], roll(3)),
  };
  return {
    log,
    now: { at, offset: pick(OFFSETS, roll(4)) },
    raw,
    catalog: readAndCompile(raw),
    policy: policyOf(seed),
    model,
    consent: {
      personalization: roll(16) === 0 ? 'out' : 'in',
      places: pick<ConsentState>(['in', 'out', 'pending'], roll(3)),
    },
    ask: askOf(seed, at),
  };
}

/** Scenes that reach every rule; how often each silence is met is counted by a test of its own. */
export const scenes: fc.Arbitrary<Scene> = drawnOnce(
  fc.tuple(logs({ kinds: BASE, max: 12 }), fc.noBias(fc.nat(0x3fffffff))).map(([base, seed]) => sceneOf(base, seed)),
);

/** What the decision in a scene depends on, with a fold of its log. */
const inputOf = (folded: Folded, scene: Scene): DecideInput => ({ ...inputWith(folded, scene), ...scene.ask });

const traces = new WeakMap<Scene, DecisionTrace>();

/** The decision in a scene; that of the shipped engine is worked out once. */
export function decideAt(scene: Scene, engine: Engine): DecisionTrace {
  const known = engine === ENGINE ? traces.get(scene) : undefined;
  if (known) return known;
  const trace = engine.decide(inputOf(foldOnce(scene, engine), scene));
  if (engine === ENGINE) traces.set(scene, trace);
  return trace;
}

/** The decision in a scene of which the fold is known. */
export const decideWith = (folded: Folded, scene: Scene, engine: Engine): DecisionTrace =>
  engine.decide(inputOf(folded, scene));

/** The same scene after these rows, a millisecond later. */
export function afterwards(scene: Scene, drafts: readonly Draft[]): Scene {
  const at = Math.max(scene.now.at, ...scene.log.map((row) => row.at)) + 1;
  const rows = rowsOf(drafts, { at, tab: `z${String(scene.log.length)}` }).map((row) => ({
    ...row,
    offset: scene.now.offset,
  }));
  return { ...scene, log: [...scene.log, ...rows], now: { ...scene.now, at: at + drafts.length } };
}
