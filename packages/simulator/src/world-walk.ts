import {
  DAY_MS,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  growingFold,
  type Event,
  type EventName,
  type JsonObject,
} from 'tactful/engine';
import type { OpenPage, Policy, ShopView } from './policy-view.js';
import type { World } from './world-preset.js';
import {
  buysUnaided,
  buysWhenTold,
  fitOf,
  leaves,
  resents,
  severityFor,
  type Circumstances,
} from './world-response.js';
import { WORLD_START, type Chance } from './world-schedule.js';
import { worldRow } from './world-row.js';
import type { WorldOffer, WorldShop } from './world-shop.js';
import { HORIZON_DAYS, type Shopper } from './world-shopper.js';
import {
  annoyanceIn,
  circumstancesOf,
  expose,
  freshState,
  hurt,
  satiationIn,
  satisfy,
  trustIn,
  type ShopperState,
} from './world-state.js';

/** What came of half a year of one shopper and one policy. Money in cents. */
export interface Walked {
  profit: number;
  /** What the shopper gained from what was said: savings, and how useful it was. */
  surplus: number;
  inbound: number;
  outbound: number;
  /** Messages after which they bought what these were about, in slots and by calling upon them. */
  inboundBuys: number;
  outboundBuys: number;
  negatives: number;
  /** Messages in quiet time. */
  quietHits: number;
  purchases: number;
  muted: boolean;
  left: boolean;
  drifted: boolean;
  /** At the end, 0 to 1. */
  trust: number;
}

/** How long a stated bereavement asks for silence. */
const QUIET_MS: number = 30 * DAY_MS;
/** Worth of a fitting product to the shopper, as a share of its margin (science 7.2). */
const NU = 0.3;
const MUTES = 0.6;
const ATTENTION = { look: 1, buy: 5 };

interface Walk {
  readonly shopper: Shopper;
  readonly world: World;
  readonly shop: WorldShop;
  readonly policy: Policy;
  readonly state: ShopperState;
  readonly log: Event[];
  readonly attention: number[];
  readonly said: number[];
  readonly read: ShopView['read'];
  readonly quiet: { readonly from: number; readonly until: number } | undefined;
  heardQuiet: boolean;
  readonly walked: Walked;
}

interface Moment {
  readonly chance: Chance;
  /** Milliseconds after the chance at which the next row is written. */
  after: number;
}

function write(walk: Walk, moment: Moment, [name, params]: readonly [EventName, JsonObject]): void {
  walk.log.push(worldRow(name, params, moment.chance.at + moment.after++));
}

const PAGES: Readonly<Record<NonNullable<Chance['intent']>, OpenPage>> = {
  info: 'product',
  buy: 'product',
  fun: 'inspiration',
  support: 'service',
};

function pageOf({ intent, checkout }: Chance): OpenPage | undefined {
  if (intent === undefined) return undefined;
  return checkout ? 'checkout' : PAGES[intent];
}

const itemsOf = ({ shop }: Walk, category: number): readonly JsonObject[] => {
  const item = shop.categories[category]?.item;
  return item ? [item] : [];
};

function look(walk: Walk, moment: Moment, category: number): void {
  walk.attention[category] = (walk.attention[category] ?? 0) + ATTENTION.look;
  write(walk, moment, ['view_item', { engagement_time_msec: 20_000, items: itemsOf(walk, category) }]);
}

const PAGE_TYPES: Readonly<Record<OpenPage, string>> = {
  product: 'product',
  checkout: 'product',
  inspiration: 'inspiration',
  service: 'order_status',
};

/** What the site sees of a visit before its slot is filled. */
function browse(walk: Walk, moment: Moment, page: OpenPage): void {
  const { mind, alsoLooks } = moment.chance;
  write(walk, moment, ['page_view', { page_type: PAGE_TYPES[page] }]);
  if (page === 'service') {
    write(walk, moment, ['page_view', { page_type: PAGE_TYPES[page] }]);
    return;
  }
  look(walk, moment, mind);
  if (page !== 'checkout') look(walk, moment, alsoLooks);
  else write(walk, moment, ['begin_checkout', { currency: 'EUR', items: itemsOf(walk, mind) }]);
}

function isQuiet({ quiet }: Walk, at: number): boolean {
  return quiet !== undefined && at >= quiet.from && at < quiet.until;
}

function viewOf(walk: Walk, { chance, after }: Moment): ShopView {
  const { shop, log, read, attention, said, quiet } = walk;
  return {
    shop,
    at: chance.at + after,
    offset: 0,
    direction: chance.direction,
    page: pageOf(chance),
    log,
    read,
    attention,
    said,
    quietUntil: walk.heardQuiet ? quiet?.until : undefined,
    draw: chance.draws.policy,
  };
}

/** Whether the message moved them to buy: what they had in mind, or something more. */
function converts(
  walk: Walk,
  said: { readonly chance: Chance; readonly here: Circumstances; readonly discount: number },
): boolean {
  const { shopper } = walk;
  const { chance, here, discount } = said;
  const p1 = buysWhenTold(shopper, here, { discount });
  return here.category === chance.mind ? chance.draws.buy < p1 : chance.draws.more < p1 - buysUnaided(shopper, here);
}

function buy(walk: Walk, moment: Moment, bought: WorldOffer | undefined): void {
  if (!bought) return;
  const { state, walked, attention } = walk;
  const { category, margin, discount } = bought;
  const { at } = moment.chance;
  satisfy(state, category, at);
  walked.profit += margin - discount;
  walked.purchases++;
  attention[category] = (attention[category] ?? 0) + ATTENTION.buy;
  const transaction_id = `bought-${String(at)}-${String(category)}`;
  write(walk, moment, ['purchase', { transaction_id, currency: 'EUR', items: itemsOf(walk, category) }]);
}

/** Somebody resents what was said: six in ten switch messages off and stay, of the others some leave. */
function resent(walk: Walk, moment: Moment, offer: JsonObject): void {
  const { state, shopper, world, walked } = walk;
  const { at, draws } = moment.chance;
  const severity = severityFor(shopper, isQuiet(walk, at));
  const before = annoyanceIn(state, at);
  walked.negatives++;
  hurt(state, { severity, at, shopper });
  write(walk, moment, ['offer_dismissed', offer]);
  if (draws.mute < MUTES) {
    if (!state.muted) write(walk, moment, ['channel_muted', { channel: 'notification' }]);
    state.muted = true;
  } else if (draws.leave < leaves(before, { severity, world })) state.gone = 'left';
}

function speak(walk: Walk, moment: Moment, said: WorldOffer): boolean {
  const { state, shopper, world, walked } = walk;
  const { chance } = moment;
  const { at, direction } = chance;
  const { category, discount, margin } = said;
  const here = circumstancesOf(state, { chance, category, world, quiet: isQuiet(walk, at) });
  const offer = { decision_id: `world-${String(at)}`, offer_id: said.id };
  write(walk, moment, ['offer_shown', direction === 'outbound' ? { ...offer, channel: 'notification' } : offer]);
  write(walk, moment, ['offer_seen', offer]);
  walk.said.push(at);
  walked[direction]++;
  if (here.quiet) walked.quietHits++;
  const manner = { discount: discount / said.price };
  const buys = converts(walk, { chance, here, ...manner });
  if (buys) {
    walked[direction === 'outbound' ? 'outboundBuys' : 'inboundBuys']++;
    walked.surplus += discount + NU * margin * fitOf(shopper, category);
    buy(walk, moment, said);
  }
  expose(state, { chance, category, world });
  if (chance.draws.negative < resents(shopper, here, manner)) resent(walk, moment, offer);
  return buys;
}

function buyUnaided(walk: Walk, moment: Moment): boolean {
  const { shopper, world, state } = walk;
  const { at, mind: category, intent, draws } = moment.chance;
  const satiation = satiationIn(state, category, at);
  const buys = draws.buy < buysUnaided(shopper, { category, intent, satiation, world });
  if (buys) buy(walk, moment, walk.shop.categories[category]?.plain);
  return buys;
}

function hearQuiet(walk: Walk, at: number): void {
  const { quiet, log } = walk;
  if (quiet === undefined || walk.heardQuiet || at < quiet.from) return;
  walk.heardQuiet = true;
  log.push(worldRow('quiet_set', { until: quiet.until }, at - 1));
}

function live(walk: Walk, chance: Chance): void {
  const { state, shopper, policy } = walk;
  const { at, direction, draws, mind } = chance;
  const outbound = direction === 'outbound';
  if (!outbound && draws.attend >= 0.4 + 0.6 * trustIn(state, at)) return;
  hearQuiet(walk, at);
  const moment: Moment = { chance, after: 0 };
  const page = pageOf(chance);
  if (page !== undefined) browse(walk, moment, page);
  const action = outbound && state.muted ? undefined : policy(viewOf(walk, moment));
  const converted = action !== undefined && speak(walk, moment, action);
  // Whatever they had in mind themselves, they still buy, unless the message was about just that.
  const unaided = action?.category !== mind && buyUnaided(walk, moment);
  const bought = Number(converted) + Number(unaided);
  if (state.gone === undefined && bought > 0 && draws.drop < shopper.dropOut) state.gone = 'drifted';
}

function foldOf(log: readonly Event[], { catalog }: WorldShop): ShopView['read'] {
  const fold = growingFold({ catalog, model: DEFAULT_MODEL, wearHalfLifeDays: DEFAULT_POLICY.wear.halfLifeDays });
  let taken = 0;
  return () => {
    fold.add(log.slice(taken));
    taken = log.length;
    return fold.read();
  };
}

/** Half a year of one shopper under one policy: the world answers, the policy sees only the log. */
export function walkShopper(
  schedule: readonly Chance[],
  how: {
    readonly shopper: Shopper;
    readonly world: World;
    readonly policy: Policy;
    readonly shop: WorldShop;
    /** Takes a look at each row once it is all over. */
    readonly watch?: (log: readonly Event[]) => void;
  },
): Walked {
  const { shopper, world, policy, shop } = how;
  const log: Event[] = [];
  const state = freshState(shop);
  const from = shopper.bereavedAt === undefined ? undefined : WORLD_START + shopper.bereavedAt;
  const walked: Walked = {
    profit: 0,
    surplus: 0,
    inbound: 0,
    outbound: 0,
    inboundBuys: 0,
    outboundBuys: 0,
    negatives: 0,
    quietHits: 0,
    purchases: 0,
    muted: false,
    left: false,
    drifted: false,
    trust: 1,
  };
  const walk: Walk = {
    shopper,
    world,
    shop,
    policy,
    state,
    log,
    attention: shop.categories.map(() => 0),
    said: [],
    read: foldOf(log, shop),
    quiet: from === undefined ? undefined : { from, until: from + QUIET_MS },
    heardQuiet: false,
    walked,
  };
  for (const chance of schedule) {
    live(walk, chance);
    if (state.gone !== undefined) break;
  }
  how.watch?.(log);
  walked.muted = state.muted;
  walked.left = state.gone === 'left';
  walked.drifted = state.gone === 'drifted';
  walked.trust = trustIn(state, WORLD_START + HORIZON_DAYS * DAY_MS);
  return walked;
}
