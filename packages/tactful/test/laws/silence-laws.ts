import { expect } from 'chai';
import fc from 'fast-check';
import {
  decide,
  leaveOf,
  readStatement,
  SILENCE_REASONS,
  type Event,
  type ShopperAction,
} from '../../src/engine/index.js';
import { logs, worlds, type Kind, type World } from '../arbitraries.js';
import { drawnOnce, usualWorlds } from './drawn-once.js';
import { decideIn, ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { isClosed, modeOf, quietUntil } from './naive-reading.js';

const STATING: readonly Kind[] = ['walked', 'walked', 'shown', 'said', 'said'];
const statingWorlds = drawnOnce(worlds({ kinds: STATING, max: 30 }));

function rowAt({ now }: World, about: Pick<Event, 'name' | 'params'>): Event {
  return { id: 'zz:1', at: now.at, offset: now.offset, origin: 'declared', purpose: 'personalization', v: 1, ...about };
}

const closings: fc.Arbitrary<Pick<Event, 'name' | 'params'>> = fc.oneof(
  fc.nat(8).map((n) => ({ name: 'never_stated' as const, params: { offer_id: `o${String(n)}` } })),
  fc
    .constantFrom('garden', 'tools/sawing', 'paint')
    .map((category) => ({ name: 'never_stated' as const, params: { category } })),
  fc
    .constantFrom('suggest', 'coupon', 'help')
    .map((name) => ({ name: 'never_stated' as const, params: { class: name } })),
  fc.constant({ name: 'mode_set' as const, params: { mode: 'paused' } }),
  fc.constant({ name: 'quiet_set' as const, params: { until: 9e15 } }),
  fc.constant({ name: 'complaint_opened' as const, params: {} }),
  fc.constant({ name: 'begin_checkout' as const, params: {} }),
);

/** One more "no", quiet time, pause, complaint or check-out never turns silence into an offer. */
export const aNoNeverOpens: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, closings, (world, closing) => {
      fc.pre(decideIn(world, engine).decision.offers.length === 0);
      const closed = { ...world, log: [...world.log, rowAt(world, closing)] };
      // An apology may be opened by it, never a sale.
      const { offers } = decideIn(closed, engine).decision;
      expect(offers.filter(({ offerId }) => world.catalog.byId.get(offerId)?.promotional)).to.deep.equal([]);
    }),
    trial,
  );

/** No permission, no offer: fewer purposes never turn silence into an offer. */
export const lessConsentNeverOpens: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, (world) => {
      const none = decideIn({ ...world, consent: {} }, engine).decision;
      expect(none.silence?.reason).to.equal('NO_CONSENT');
      const [full, fewer] = ['in' as const, 'out' as const].map(
        (places) => decideIn({ ...world, consent: { ...world.consent, places } }, engine).decision,
      );
      if (full?.silence) expect(fewer?.silence).to.not.equal(undefined);
    }),
    trial,
  );

/** What the shopper closed is never chosen, whatever is seen of the shopper afterwards. */
export const whatWasClosedStaysClosed: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(statingWorlds, logs({ kinds: ['walked'], max: 30, replicas: ['seen'] }), (world, seen) => {
      const end = Math.max(world.now.at, ...seen.map(({ at }) => at));
      const later = { ...world, log: [...world.log, ...seen], now: { ...world.now, at: end } };
      for (const { offerId } of decideIn(later, engine).decision.offers) {
        const chosen = world.catalog.byId.get(offerId);
        expect(chosen && isClosed(chosen, world)).to.equal(false);
      }
    }),
    trial,
  );

/** In a quiet time, and while paused, nothing is said and the slot is empty. */
export const quietIsSilent: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(statingWorlds, fc.nat(1_000_000), (world, later) => {
      const quiet = rowAt(world, { name: 'quiet_set', params: { until: world.now.at + later } });
      const asked = { ...world, log: [...world.log, quiet] };
      const { silence } = decideIn(asked, engine).decision;
      const isPaused = modeOf(asked.log) === 'paused';
      const isQuiet = world.now.at < quietUntil(asked.log);
      fc.pre(world.consent['personalization'] === 'in' && (isPaused || isQuiet));
      expect(silence?.reason).to.equal(isPaused ? 'PAUSED' : 'QUIET_TIME');
      expect(silence?.leave).to.equal('empty');
    }),
    trial,
  );

/** Every decision is an offer or a silence, never both, and a silence has a reason and its depth. */
export const everySilenceHasAReason: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(usualWorlds, (world) => {
      const { decision, counts, grounds } = decideIn(world, engine);
      const { silence, offers } = decision;
      expect(offers.length).to.equal(silence ? 0 : 1);
      if (silence) {
        expect(SILENCE_REASONS).to.include(silence.reason);
        expect(silence.leave).to.equal(leaveOf(silence.reason));
        if (silence.until !== undefined) expect(silence.until).to.be.above(decision.at);
      } else {
        expect(offers[0]?.reasons.length).to.be.at.least(1);
        expect(grounds.map(({ reason }) => reason)).to.include.members([...(offers[0]?.reasons ?? [])]);
      }
      const judged = Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect([0, world.catalog.offers.length]).to.include(judged);
    }),
    trial,
  );

/** The world after the shopper did something; `undefined` for what leaves no trace in the log. */
function after(world: World, action: ShopperAction): World | undefined {
  const withRow = (about: Pick<Event, 'name' | 'params'> | undefined): World | undefined =>
    about && { ...world, log: [...world.log, rowAt(world, about)] };
  switch (action.do) {
    case 'declare':
      return withRow(readStatement(action.statement));
    case 'resolve':
      return withRow({ name: 'complaint_resolved', params: { complaint_id: action.complaint } });
    case 'task':
      return withRow({ name: 'task_ended', params: { task_id: action.id } });
    case 'forget':
      return { ...world, log: world.log.filter(({ id }) => !action.ids.includes(id)) };
    case 'consent':
      return { ...world, consent: { ...world.consent, [action.purpose]: 'in' } };
    default:
      return undefined;
  }
}

/** What a silence says would end it does end it: the same cause never binds again after the action. */
export const theWayOutIsTrue: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(statingWorlds, (world) => {
      const before = decideIn(world, engine);
      const action = before.decision.silence?.endedBy;
      fc.pre(action !== undefined);
      const next = after(world, action);
      expect(next).to.not.equal(undefined);
      const { decision, cause } = decideIn(next ?? world, engine);
      const same = decision.silence?.reason === before.decision.silence?.reason;
      // another row may say the same, another complaint be open; the way out then leads on
      if (same && decision.silence?.endedBy) {
        expect({ cause, endedBy: decision.silence.endedBy }).to.not.deep.equal({
          cause: before.cause,
          endedBy: action,
        });
      }
    }),
    trial,
  );

const withDecide = (broken: Engine['decide']): Engine => ({ ...ENGINE, decide: broken });

/** Broken decisions, each of which one of the laws must catch. */
export const SILENCE_FAULTS = {
  takesANoForInterest: withDecide((input) => {
    const { folded } = input;
    if (folded.never.size === 0) return decide(input);
    return decide({ ...input, folded: { ...folded, never: new Map(), mode: { value: 'show_me', at: 0, id: 'x' } } });
  }),
  needsNoConsent: withDecide((input) => decide({ ...input, consent: { personalization: 'in', places: 'in' } })),
  knowsBetterThanWhatWasSaid: withDecide((input) => {
    const { folded } = input;
    const stated = new Map([...folded.stated].filter(([key]) => (folded.evidence.get(key)?.mass.value ?? 0) < 1));
    return decide({ ...input, folded: { ...folded, stated } });
  }),
  endsQuietAMinuteEarly: withDecide((input) => {
    const { quiet } = input.folded;
    return decide(
      quiet ? { ...input, folded: { ...input.folded, quiet: { ...quiet, value: quiet.value - 60_000 } } } : input,
    );
  }),
  speaksAndIsSilent: withDecide((input) => {
    const trace = decide(input);
    const { silence, ...decision } = trace.decision;
    return silence?.reason === 'NOT_WIN_WIN' || silence?.reason === 'BETTER_SILENT' ? { ...trace, decision } : trace;
  }),
  promisesWhatDoesNotHelp: withDecide((input) => {
    const trace = decide(input);
    const { silence } = trace.decision;
    if (silence?.reason !== 'OPEN_COMPLAINT') return trace;
    return {
      ...trace,
      decision: {
        ...trace.decision,
        silence: { ...silence, endedBy: { do: 'declare', statement: { kind: 'mode', mode: 'normal' } } },
      },
    };
  }),
};
