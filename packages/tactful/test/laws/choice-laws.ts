import { expect } from 'chai';
import fc from 'fast-check';
import {
  DAY_MS,
  decide,
  type Candidate,
  type DecisionTrace,
  type Event,
  type JsonObject,
} from '../../src/engine/index.js';
import { worlds, type World } from '../arbitraries.js';
import { bytesOf } from './bytes-of.js';
import { decideIn, ENGINE, inputIn, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';

const chosenIn = ({ shortlist }: DecisionTrace): Candidate | undefined =>
  shortlist.find(({ verdict }) => verdict === 'CHOSEN');

/** The same log, moment and configuration give the same decision, byte for byte, however often it is asked. */
export const sameInputSameBytes: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds(), (world) => {
      const first = bytesOf(decideIn(world, engine));
      expect(bytesOf(decideIn(world, engine))).to.equal(first);
      expect(bytesOf(engine.decide(inputIn(world, engine)))).to.equal(first);
    }),
    trial,
  );

/** The shopper gains from whatever is chosen, and from promotion the shop does too. */
export const bothSidesGain: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds(), (world) => {
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

/** An exact tie between the best offer and silence is silence. */
export const aTieIsSilence: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds(), (world) => {
      const trace = decideIn(world, engine);
      fc.pre(trace.decision.offers.length > 0);
      const tactMargin = chosenIn(trace)?.utility ?? 0;
      const { silence } = decideIn({ ...world, model: { ...world.model, tactMargin } }, engine).decision;
      expect(silence?.reason).to.equal('BETTER_SILENT');
    }),
    trial,
  );

/** Steady choice takes the best; every account on the shortlist adds up to the last bit; the probabilities to one. */
export const theBestIsChosenAndAddsUp: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds(), (world) => {
      const trace = decideIn(world, engine);
      const { shortlist, decision } = trace;
      fc.pre(shortlist.length > 0);
      for (const { utility, contributions } of shortlist) {
        expect(contributions.reduce((sum, { value }) => sum + value, 0)).to.equal(utility);
      }
      const chosen = chosenIn(trace);
      expect(chosen?.offerId ?? null).to.equal(decision.offers[0]?.offerId ?? null);
      const eligible = shortlist.filter(({ verdict }) => verdict !== 'NOT_WIN_WIN');
      expect(chosen?.utility).to.equal(Math.max(...eligible.map(({ utility }) => utility)));
      expect(shortlist.map(({ probability }) => probability).filter((each) => each > 0)).to.deep.equal([1]);
      expect(shortlist.length).to.be.at.most(8);
    }),
    trial,
  );

/** An offer that was not chosen can leave the catalogue: silence stays silence, and the choice the choice. */
export const losersDoNotMatter: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds(), fc.nat(7), (world, n) => {
      const { offers } = decideIn(world, engine).decision;
      const loser = world.catalog.offers[n % world.catalog.offers.length]?.offer.id;
      fc.pre(offers.every(({ offerId }) => offerId !== loser));
      const catalog = { ...world.catalog, offers: world.catalog.offers.filter(({ offer }) => offer.id !== loser) };
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
    fc.property(worlds(), fc.integer({ min: -500, max: 500 }), (world, weeks) => {
      const by = weeks * 7 * DAY_MS;
      const moved: World = {
        ...world,
        log: world.log.map((row) => movedRow(row, by)),
        now: { ...world.now, at: world.now.at + by },
      };
      expect(bytesOf(movedBack(decideIn(moved, engine), by))).to.equal(bytesOf(decideIn(world, engine)));
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
