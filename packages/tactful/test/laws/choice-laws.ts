import { expect } from 'chai';
import fc from 'fast-check';
import {
  DAY_MS,
  decide,
  DEFAULT_POLICY,
  type Candidate,
  type DecisionTrace,
  type Event,
  type JsonObject,
  type Policy,
} from '../../src/engine/index.js';
import { lotsOf } from '../../src/engine/offer-lots.js';
import { worlds, type World } from '../arbitraries.js';
import { expectSameBytes } from './bytes-of.js';
import { usualWorlds } from './drawn-once.js';
import { decideIn, ENGINE, foldIn, inputWith, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';

const chosenIn = ({ shortlist }: DecisionTrace): Candidate | undefined =>
  shortlist.find(({ verdict }) => verdict === 'CHOSEN');

/** The same log, moment and configuration give the same decision, byte for byte, however often it is asked. */
export const sameInputSameBytes: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, (world) => {
      const first = decideIn(world, engine);
      const input = inputWith(foldIn(world, engine), world);
      expectSameBytes(engine.decide(input), first);
    }),
    trial,
  );

/** The shopper gains from whatever is chosen, and from promotion the shop does too. */
export const bothSidesGain: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, (world) => {
      const { decision, shortlist } = decideIn(world, engine);
      for (const { offerId } of decision.offers) {
        const { contributions = [] } = shortlist.find((each) => each.offerId === offerId) ?? {};
        const gains = new Map(contributions.map(({ term, value }) => [term, value]));
        expect(gains.get('shopper')).to.be.at.least(0);
        if (world.catalog.byId.get(offerId)?.promotional) expect(gains.get('business')).to.be.at.least(0);
      }
    }),
    trial,
  );

const OPEN_POLICY: Policy = {
  ...DEFAULT_POLICY,
  inbound: { perVisit: 9, caps: [] },
  sameOffer: [],
  cooldown: { sameOffer: 'PT0S', sameCategory: 'PT0S' },
  relevance: { minEvidence: 0, minFit: -9 },
};

/** Worlds in which mostly something may be said. */
const openWorlds = worlds({ kinds: ['walked', 'walked', 'walked', 'shown', 'related'], max: 40 }).map(
  (world): World => ({ ...world, policy: OPEN_POLICY, consent: { personalization: 'in', places: 'in' } }),
);

/** An exact tie between the best offer and silence is silence. */
export const aTieIsSilence: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(openWorlds, (world) => {
      const { shortlist } = decideIn(world, engine);
      const [quiet, best] = shortlist;
      fc.pre(quiet !== undefined && best !== undefined && best.verdict !== 'NOT_WIN_WIN');
      const offerClass = world.catalog.byId.get(best.offerId ?? '')?.offer.class;
      // Amends are owed, and weighed against nothing; where silence costs something itself, there is more than the margin
      // to make even.
      fc.pre(offerClass !== 'apology' && offerClass !== 'remedy' && quiet.contributions.length === 1);
      const even: World = { ...world, model: { ...world.model, tactMargin: best.utility } };
      const { silence } = decideIn(even, engine).decision;
      // Where selling rests anyway, that is the reason, and deeper than a tie.
      if (silence?.leave !== 'empty') expect(silence?.reason).to.equal('BETTER_SILENT');
    }),
    trial,
  );

/** Steady choice takes the best; every account on the shortlist adds up to the last bit; the probabilities to one. */
export const theBestIsChosenAndAddsUp: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, (world) => {
      const trace = decideIn(world, engine);
      const { shortlist, decision } = trace;
      fc.pre(shortlist.length > 0);
      for (const { utility, contributions } of shortlist) {
        expect(contributions.reduce((sum, { value }) => sum + value, 0)).to.equal(utility);
      }
      const chosen = chosenIn(trace);
      expect(chosen?.offerId ?? null).to.equal(decision.offers[0]?.offerId ?? null);
      const eligible = shortlist.filter(({ verdict, offerId }) => verdict !== 'NOT_WIN_WIN' && offerId !== null);
      const sells = ({ offerId }: Candidate): boolean => world.catalog.byId.get(offerId ?? '')?.promotional === true;
      // Silence beside advice may cost something, which it never does beside a promotion: like is compared with like.
      const rivals = decision.silence ? eligible : eligible.filter((each) => chosen && sells(each) === sells(chosen));
      const most = decision.silence ? world.model.tactMargin : chosen?.utility;
      for (const { utility } of rivals) expect(utility).to.be.at.most(most ?? NaN);
      expect(shortlist.map(({ probability }) => probability).filter((each) => each > 0)).to.deep.equal([1]);
      expect(shortlist.length).to.be.at.most(8);
    }),
    trial,
  );

/** An offer that was not chosen can leave the catalogue: silence stays silence, and the choice the choice. */
export const losersDoNotMatter: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, fc.nat(7), (world, n) => {
      const { offers } = decideIn(world, engine).decision;
      const loser = world.catalog.offers[n % world.catalog.offers.length]?.offer.id;
      fc.pre(offers.every(({ offerId }) => offerId !== loser));
      const left = world.catalog.offers.filter(({ offer }) => offer.id !== loser);
      const catalog = { ...world.catalog, offers: left, lots: lotsOf(left) };
      expect(decideIn({ ...world, catalog }, engine).decision.offers).to.deep.equal(offers);
    }),
    trial,
  );

function movedRow(row: Event, by: number): Event {
  const { until } = row.params;
  const params: JsonObject = typeof until === 'number' ? { ...row.params, until: until + by } : row.params;
  return { ...row, at: row.at + by, params };
}

function movedBack(trace: DecisionTrace, by: number): DecisionTrace {
  const { silence, ...decision } = trace.decision;
  const { until, ...rest } = silence ?? {};
  return {
    ...trace,
    decision: {
      ...decision,
      at: decision.at - by,
      ...(silence ? { silence: { ...silence, ...rest, ...(until === undefined ? {} : { until: until - by }) } } : {}),
    },
  };
}

/** Whole weeks earlier or later, with nothing dated in between, everything is decided alike. */
export const weeksDoNotMatter: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, fc.integer({ min: -500, max: 500 }), (world, weeks) => {
      const by = weeks * 7 * DAY_MS;
      const moved: World = {
        ...world,
        log: world.log.map((row) => movedRow(row, by)),
        now: { ...world.now, at: world.now.at + by },
      };
      expectSameBytes(movedBack(decideIn(moved, engine), by), decideIn(world, engine));
    }),
    trial,
  );

const promotedIn = ({ decision }: DecisionTrace, { catalog }: World): boolean =>
  decision.offers.some(({ offerId }) => catalog.byId.get(offerId)?.promotional === true);

/** Where nothing is sold, nothing is sold to somebody who is worth more either: value buys care, not messages. */
export const whoIsWorthMoreIsSparedMore: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, fc.integer({ min: 1, max: 500 }), (world, times) => {
      fc.pre(!promotedIn(decideIn(world, engine), world));
      const relationshipValue = world.model.relationshipValue * times;
      const dearer: World = { ...world, model: { ...world.model, relationshipValue } };
      expect(promotedIn(decideIn(dearer, engine), dearer)).to.equal(false);
    }),
    trial,
  );

/** The promotions of a shortlist, best first. */
const rankedIn = ({ shortlist }: DecisionTrace, { catalog }: World): readonly (string | null)[] =>
  shortlist.map(({ offerId }) => offerId).filter((id) => id !== null && catalog.byId.get(id)?.promotional === true);

/** A promise that was kept is between shop and shopper: it does not change which product goes before which. */
export const theRelationRanksNoProducts: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, (world) => {
      const row = (id: string, name: Event['name']): Event => ({
        id,
        at: world.now.at,
        offset: world.now.offset,
        name,
        origin: 'relation',
        purpose: 'personalization',
        params: { promise_id: 'kept' },
        v: 1,
      });
      const before = decideIn({ ...world, log: [...world.log, row('z:1', 'page_view')] }, engine);
      const log = [...world.log, row('z:1', 'page_view'), row('z:2', 'promise_made'), row('z:3', 'promise_kept')];
      const after = decideIn({ ...world, log }, engine);
      fc.pre(before.shortlist.length < 8 && after.shortlist.length < 8);
      expect(rankedIn(after, world)).to.deep.equal(rankedIn(before, world));
    }),
    trial,
  );

const withDecide = (broken: Engine['decide']): Engine => ({ ...ENGINE, decide: broken });

/** Turns a silence into the first offer on the shortlist. */
function pushed(trace: DecisionTrace): DecisionTrace {
  const { silence, ...decision } = trace.decision;
  const [, first] = trace.shortlist;
  if (!silence || first?.offerId === null || first === undefined) return trace;
  return {
    ...trace,
    decision: {
      ...decision,
      offers: [{ offerId: first.offerId, content: {}, reasons: ['NEW_FOR_YOU'], probability: 1 }],
    },
  };
}

/** Broken decisions, each of which one of the laws must catch. */
export const CHOICE_FAULTS = {
  countsItsCalls: ((): Engine => {
    let calls = 0;
    return withDecide((input) => decide({ ...input, config: String(calls++) }));
  })(),
  sellsAtAnyPrice: withDecide((input) => pushed(decide(input))),
  prefersOffersOnTies: withDecide((input) =>
    decide({ ...input, model: { ...input.model, tactMargin: input.model.tactMargin - 1e-9 } }),
  ),
  takesTheSecondBest: withDecide((input) => {
    const trace = decide(input);
    const second = trace.shortlist.find(({ verdict }) => verdict === 'OUTSCORED' || verdict === 'BETTER_SILENT');
    if (!second || second.offerId === null) return trace;
    const { offerId } = second;
    return {
      ...trace,
      shortlist: trace.shortlist.map((each) => ({
        ...each,
        verdict: each.offerId === offerId ? 'CHOSEN' : 'OUTSCORED',
        probability: each.offerId === offerId ? 1 : 0,
      })),
    };
  }),
  courtsTheRich: withDecide((input) =>
    input.model.relationshipValue > 10_000
      ? decide({ ...input, model: { ...input.model, tactMargin: -1e9 } })
      : decide(input),
  ),
  ranksByThePromise: withDecide((input) => {
    const trace = decide(input);
    if (input.folded.promises.size === 0) return trace;
    const [silence, ...others] = trace.shortlist;
    return silence ? { ...trace, shortlist: [silence, ...others.reverse()] } : trace;
  }),
  findsComfortInCrowds: withDecide((input) =>
    input.catalog.offers.length % 2 === 0
      ? decide({ ...input, model: { ...input.model, tactMargin: 1e9 } })
      : decide(input),
  ),
  hasAGoodWeek: withDecide((input) =>
    Math.floor(input.at / (7 * DAY_MS)) % 2 === 0
      ? decide(input)
      : decide({ ...input, policy: { ...input.policy, inbound: { perVisit: 9, caps: [] } } }),
  ),
};
