import { expect } from 'chai';
import fc from 'fast-check';
import {
  DAY_MS,
  compileCatalog,
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  durationMs,
  foldLog,
  HOUR_MS,
  MINUTE_MS,
  offerSpent,
  overallSpent,
  visitAt,
  type Channel,
  type Contact,
  type Event,
  type Folded,
  type Now,
  type Offer,
  type Policy,
} from '../../src/engine/index.js';
import { worlds, type World } from '../arbitraries.js';
import { GARDEN_SHOP } from '../garden-shop.js';
import { ENGINE, inputWith, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { brokenCaps, type TrueContact } from './naive-caps.js';
import { modeOf } from './naive-reading.js';

/** An offer that was made, and what the naive counter needs to know of it. */
interface Made {
  readonly offer: Offer;
  readonly promotional: boolean;
  readonly invited: boolean;
  readonly now: Now;
  /** The moments of the log before it. */
  readonly before: readonly Now[];
}

const exposure = (offerId: string, row: { readonly now: Now; readonly n: number }): readonly Event[] =>
  (['offer_shown', 'offer_seen'] as const).map((name, which) => ({
    id: `z:${String(row.n * 2 + which)}`,
    at: row.now.at,
    offset: row.now.offset,
    name,
    origin: 'observed',
    purpose: 'personalization',
    params: { offer_id: offerId, decision_id: `d${String(row.n)}` },
    v: 1,
  }));

/** A decision after each row and once more at the same moment; what is offered is shown, and becomes part of the log. */
function lived(world: World, engine: Engine): readonly Made[] {
  const made: Made[] = [];
  const log: Event[] = [];
  const { catalog, model, policy } = world;
  const fold = engine.grow({ catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays });
  const write = (rows: readonly Event[]): void => {
    log.push(...rows);
    fold.add(rows);
  };
  for (const row of world.log) {
    write([row]);
    for (let time = 0; time < 2; time++) {
      const now: Now = { at: row.at, offset: row.offset };
      const [chosen] = engine.decide(inputWith(fold.read(), { ...world, now })).decision.offers;
      const compiled = chosen && catalog.byId.get(chosen.offerId);
      if (!compiled) break;
      const { offer, promotional } = compiled;
      made.push({
        offer,
        promotional,
        invited: modeOf(log) === 'show_me',
        now,
        before: log.map(({ at, offset }) => ({ at, offset })),
      });
      write(exposure(offer.id, { now, n: made.length }));
    }
  }
  return made;
}

function visitStart({ now, before }: Made): number {
  const moments = [...before, now].sort((a, b) => a.at - b.at);
  const day = ({ at, offset }: Now): number => Math.floor((at + offset * MINUTE_MS) / DAY_MS);
  let start = moments[0]?.at ?? now.at;
  for (const [n, moment] of moments.entries()) {
    const last = moments[n - 1];
    if (last && (moment.at - last.at >= 30 * MINUTE_MS || day(moment) !== day(last))) start = moment.at;
  }
  return start;
}

const inWindow = (made: readonly Made[], end: number, period: string): number =>
  made.filter(({ now }) => now.at > end - (durationMs(period) ?? NaN) && now.at <= end).length;

/** Over any history, no window that ends at a contact holds more than its cap: per visit, per period, per offer. */
export const capsHoldOverHistories: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds({ kinds: ['walked', 'walked', 'walked', 'said'], max: 14 }), (world) => {
      const made = lived(world, engine);
      for (const [n, one] of made.entries()) {
        const { offer, promotional, invited, now } = one;
        const sofar = made.slice(0, n + 1);
        const same = sofar.filter((each) => each.offer.id === offer.id);
        const all = sofar.filter((each) => each.promotional);
        for (const { cap, period } of offer.frequency?.custom ?? [])
          expect(inWindow(same, now.at, period)).to.be.at.most(cap);
        expect(same.length).to.be.at.most(offer.frequency?.lifetime ?? Infinity);
        if (invited) continue;
        for (const { cap, period } of world.policy.sameOffer) expect(inWindow(same, now.at, period)).to.be.at.most(cap);
        if (!promotional) continue;
        for (const { cap, period } of world.policy.inbound.caps)
          expect(inWindow(all, now.at, period)).to.be.at.most(cap);
        const start = visitStart(one);
        expect(all.filter((each) => each.now.at >= start).length).to.be.at.most(world.policy.inbound.perVisit);
      }
    }),
    trial,
  );

/** Windows are half-open: spent while (at - W, at] holds the cap, and free at the very moment that is promised. */
export const windowsAreHalfOpen: Law<typeof overallSpent> = (spent, trial) =>
  hold(
    fc.property(
      fc.array(fc.nat(20), { maxLength: 12 }),
      fc.nat(20),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (times, hour, cap, hours) => {
        const at = (n: number): number => (100 + n) * HOUR_MS;
        const contacts: readonly Contact[] = times.map((time, n) => ({
          decisionId: `d${String(n)}`,
          offerId: 'o',
          at: at(Math.min(time, hour)),
          promotional: true,
        }));
        const policy = { ...DEFAULT_POLICY, inbound: { perVisit: 99, caps: [{ cap, period: `PT${String(hours)}H` }] } };
        const ask = (moment: number): number | undefined =>
          spent(contacts, { policy, at: moment, visitStartedAt: 0 })?.until;
        const counted = times.filter((time) => Math.min(time, hour) > hour - hours).length;
        const until = ask(at(hour));
        expect(until !== undefined).to.equal(counted >= cap);
        if (until === undefined) return;
        expect(ask(until - 1)).to.equal(until);
        expect(ask(until)).to.equal(undefined);
      },
    ),
    trial,
  );

/** What the caps of a page rest on: how it reads its log, and how it counts. */
export interface Counting {
  readonly fold: typeof foldLog;
  readonly overall: typeof overallSpent;
  readonly offer: typeof offerSpent;
}

/** The shipped counting. */
export const COUNTING: Counting = { fold: foldLog, overall: overallSpent, offer: offerSpent };

const SHOP = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const BEGIN = 20_000 * DAY_MS;
/** How far the clock of the page moves between two chances; whoever set it back may set it forward again. */
const JUMPS = [MINUTE_MS, HOUR_MS, DAY_MS, 3 * DAY_MS, 8 * DAY_MS, -HOUR_MS, -2 * DAY_MS, -40 * DAY_MS] as const;

interface Chance {
  readonly jump: number;
  readonly offer: number;
  readonly channel: Channel;
}

const row = (
  name: 'page_view' | 'offer_shown',
  about: Pick<Event, 'at' | 'params'> & { readonly n: number },
): Event => ({
  id: `a:${String(about.n)}`,
  at: about.at,
  offset: 0,
  name,
  origin: 'observed',
  purpose: 'personalization',
  params: about.params,
  v: 1,
});

/** A page that shows whatever its caps allow, at every chance, by a clock that jumps: what was truly shown. */
function jumpyHistory(
  chances: readonly Chance[],
  by: { readonly counting: Counting; readonly policy: Policy },
): readonly TrueContact[] {
  const { counting, policy } = by;
  const log: Event[] = [];
  const shown: TrueContact[] = [];
  let clock = BEGIN;
  let seenAt = -Infinity;
  for (const { jump, offer: which, channel } of chances) {
    clock += jump;
    seenAt = Math.max(seenAt, clock);
    log.push(row('page_view', { n: log.length + 1, at: clock, params: {} }));
    const folded: Folded = counting.fold(log, { catalog: SHOP, model: DEFAULT_MODEL, wearHalfLifeDays: 7 });
    const { [which]: offer } = SHOP.offers;
    if (!offer) continue;
    const { id } = offer.offer;
    const at = Math.max(clock, folded.latestAt);
    const { startedAt } = visitAt(folded.visit, { at, offset: 0 });
    const limits = { policy, at, channel, promotional: offer.promotional, visitStartedAt: startedAt };
    const own = folded.contacts.filter(({ offerId }) => offerId === id);
    if (counting.overall(folded.contacts, limits)) continue;
    if (counting.offer(own, { policy, at, offer, invited: false })) continue;
    const params = { offer_id: id, decision_id: `d${String(log.length)}`, channel };
    log.push(row('offer_shown', { n: log.length + 1, at: clock, params }));
    shown.push({ offerId: id, channel, promotional: offer.promotional, seenAt });
  }
  return shown;
}

const someCaps = fc.array(
  fc.record({ cap: fc.integer({ min: 1, max: 3 }), period: fc.constantFrom('PT1H', 'P1D', 'P7D') }),
  { maxLength: 2 },
);

/** However a clock jumps, no window of what was truly shown holds more than its cap: on whatever page, by whatever way. */
export const capsHoldWhenClocksJump: Law<Counting> = (counting, trial) =>
  hold(
    fc.property(
      fc.array(
        fc.record({
          jump: fc.constantFrom(...JUMPS),
          offer: fc.nat(1),
          channel: fc.constantFrom<Channel>('slot', 'slot', 'banner', 'email', 'call'),
        }),
        { maxLength: 14, size: 'max' },
      ),
      fc.record({
        inbound: someCaps,
        interrupt: someCaps,
        outbound: someCaps,
        call: someCaps,
        offer: someCaps,
        all: someCaps,
      }),
      (chances, caps) => {
        const policy: Policy = {
          ...DEFAULT_POLICY,
          inbound: { perVisit: 9, caps: caps.inbound },
          interrupt: { perVisit: 9, caps: caps.interrupt },
          outbound: { caps: caps.outbound },
          byChannel: { call: caps.call },
          sameOffer: caps.offer,
          everything: caps.all,
        };
        expect(brokenCaps(jumpyHistory(chances, { counting, policy }), policy)).to.deep.equal([]);
      },
    ),
    trial,
  );

/** Broken counting, each of which the law of jumping clocks must catch. */
export const COUNTING_FAULTS = {
  believesEveryClock: {
    ...COUNTING,
    fold: (events, config) => {
      const log = [...events];
      const folded = foldLog(log, config);
      const own = new Map(log.map(({ id, at }) => [id, at]));
      return {
        ...folded,
        contacts: folded.contacts.map((contact) => ({ ...contact, at: own.get(contact.id ?? '') ?? contact.at })),
      };
    },
  },
  seesNoChannel: { ...COUNTING, overall: (contacts, limits) => overallSpent(contacts, { ...limits, channel: 'slot' }) },
  forgetsTheOffer: { ...COUNTING, offer: () => undefined },
} satisfies Readonly<Record<string, Counting>>;

/** Broken caps, each of which one of the laws must catch. */
export const CAP_FAULTS = {
  forgetsTheLastContact: {
    ...ENGINE,
    decide: (input) => decide({ ...input, contacts: input.contacts.slice(0, -1) }),
  } satisfies Engine,
  forgetsTheFirstContact: {
    ...ENGINE,
    decide: (input) => decide({ ...input, contacts: input.contacts.slice(1) }),
  } satisfies Engine,
};

/** A window that still counts what is exactly its length old. */
export const closedWindow: typeof overallSpent = (contacts, limits) =>
  overallSpent(
    contacts.map((contact) => ({ ...contact, at: contact.at + 1 })),
    limits,
  );
