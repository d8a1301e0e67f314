import { expect } from 'chai';
import fc from 'fast-check';
import {
  DAY_MS,
  decide,
  DEFAULT_POLICY,
  durationMs,
  HOUR_MS,
  MINUTE_MS,
  overallSpent,
  type Contact,
  type Event,
  type Now,
  type Offer,
} from '../../src/engine/index.js';
import { worlds, type World } from '../arbitraries.js';
import { decideIn, ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
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
  for (const row of world.log) {
    log.push(row);
    for (let time = 0; time < 2; time++) {
      const now: Now = { at: row.at, offset: row.offset };
      const [chosen] = decideIn({ ...world, log, now }, engine).decision.offers;
      const compiled = chosen && world.catalog.byId.get(chosen.offerId);
      if (!compiled) break;
      const { offer, promotional } = compiled;
      made.push({
        offer,
        promotional,
        invited: modeOf(log) === 'show_me',
        now,
        before: log.map(({ at, offset }) => ({ at, offset })),
      });
      log.push(...exposure(offer.id, { now, n: made.length }));
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
