import { expect } from 'chai';
import fc from 'fast-check';
import { hold } from '../../test/laws/law.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import {
  nextGoodMoment as search,
  prospectOf,
  type GoodMomentQuery,
  type Moment,
  type Prospect,
} from './next-good-moment.js';
import { leaveOf } from './reason.js';
import { gapBelief } from './rhythm.js';
import type { Channel } from './statement.js';
import { visitChances } from './visit-outlook.js';

/** Ten past ten in the morning in Amsterdam: the hour has begun. */
const NOW = { at: Date.UTC(2025, 4, 7, 8, 10), offset: 120 };
const TEN = Date.UTC(2025, 4, 7, 8);
/** Comes at seven in the evening: ten visits, and eight imaginary ones over the day. */
const EVENINGS = Array.from({ length: 24 }, (_, hour) => (hour === 19 ? 10 + 8 / 24 : 8 / 24) / 18);
const TEN_DAYS_ON = { belief: { a: 3, b: 20, k: 1 }, elapsed: 10, hours: EVENINGS };
const SPEAKS: Prospect = { utility: 40, reason: 'YOU_OFTEN' };
const silent = (reason: Prospect['reason'], until?: number): Prospect => ({
  utility: 0,
  reason,
  ...(until === undefined ? {} : { until }),
});

interface Asked extends GoodMomentQuery {
  readonly prospectAt: (channel: Channel, at: number) => Prospect;
}

/** The search with every question answered at once. */
function nextGoodMoment({ prospectAt, ...asked }: Asked): Moment | null {
  const steps = search(asked);
  let step = steps.next();
  while (!step.done) step = steps.next(prospectAt(step.value.channel, step.value.at));
  return step.value;
}

const query = (about: Partial<Asked> = {}): Asked => ({
  now: NOW,
  withinDays: 14,
  channels: ['slot'],
  visits: TEN_DAYS_ON,
  margin: 2,
  prospectAt: () => SPEAKS,
  ...about,
});
/** The hour as `day + hour`. */
const dayHour = (at: number): string => new Date(at + 2 * HOUR_MS).toISOString().slice(5, 16);

describe('nextGoodMoment', () => {
  it('[D87] M6: the hour in which they are likeliest to come and to gain, with the reason', () => {
    const evening = TEN + 9 * HOUR_MS;
    expect(nextGoodMoment(query())).to.deep.equal({
      at: evening,
      until: evening + HOUR_MS,
      channel: 'slot',
      reason: 'YOU_OFTEN',
    });
  });

  it('[D87] by hand: 1 - (30/31)^3 of today, 10 1/3 of 18 at seven, times 40; a better offer tomorrow wins from 1.1378 times', () => {
    const chances = visitChances(TEN_DAYS_ON, { now: NOW, days: 14 });
    expect((chances[9] ?? 0) * 40).to.be.closeTo(2.1513, 5e-5);
    // Tomorrow: ((30/31)^3 - (30/32)^3), so today's 40 are worth 45.51 of tomorrow.
    const at = (tomorrow: number): string =>
      dayHour(
        nextGoodMoment(
          query({ prospectAt: (_, moment) => (moment < NOW.at + DAY_MS ? SPEAKS : { ...SPEAKS, utility: tomorrow }) }),
        )?.at ?? NaN,
      );
    const ratio = (1 - (30 / 31) ** 3) / ((30 / 31) ** 3 - (30 / 32) ** 3);
    expect(ratio).to.be.closeTo(1.1378, 5e-5);
    expect([at(40 * ratio - 0.001), at(40 * ratio + 0.001)]).to.deep.equal(['05-07T19:00', '05-08T19:00']);
  });

  it('[D87] who comes every week is waited for until about a week has passed', () => {
    const weekly = {
      belief: gapBelief(
        Array.from({ length: 40 }, () => 7),
        { cycle: 14 },
      ),
      elapsed: 1,
      hours: EVENINGS,
    };
    expect(dayHour(nextGoodMoment(query({ visits: weekly }))?.at ?? NaN)).to.equal('05-12T19:00');
  });

  it('[D87] the hour that has begun starts now', () => {
    const mornings = { ...TEN_DAYS_ON, hours: EVENINGS.map((_, hour) => (hour === 10 ? 1 : 0)) };
    expect(nextGoodMoment(query({ visits: mornings }))).to.include({ at: NOW.at, until: TEN + HOUR_MS });
  });

  it('[D88] C2: they are called upon only where that is worth more than waiting for them', () => {
    const waiting = 40 * (1 - (30 / 44) ** 3);
    const channel = (outbound: number): string | undefined =>
      nextGoodMoment(
        query({
          channels: ['slot', 'email'],
          prospectAt: (on) => (on === 'slot' ? SPEAKS : { utility: outbound, reason: 'DUE_AGAIN' }),
        }),
      )?.channel;
    expect(waiting).to.be.closeTo(27.3216, 5e-5);
    expect(channel(waiting + 2 - 0.001)).to.equal('slot');
    expect(channel(waiting + 2 + 0.001)).to.equal('email');
  });

  it('[D88] M12: called upon at the first hour that no gate closes', () => {
    const nine = TEN + 23 * HOUR_MS;
    const at = (start: number, utility = 40): string => {
      const now = { ...NOW, at: start };
      const prospectAt = (_: Channel, moment: number): Prospect => {
        if (moment >= nine) return { ...SPEAKS, utility };
        return moment < TEN + 11 * HOUR_MS ? SPEAKS : silent('QUIET_HOURS', nine);
      };
      return dayHour(nextGoodMoment(query({ channels: ['email'], now, prospectAt }))?.at ?? NaN);
    };
    expect(at(TEN + 5 * HOUR_MS)).to.equal('05-07T15:00');
    expect(at(TEN + 12 * HOUR_MS)).to.equal('05-08T09:00');
  });

  it('[D88] a gate that closes in between is met too: the next best hour is found', () => {
    const gate =
      (until: boolean): Asked['prospectAt'] =>
      (_, moment) => {
        const since = (moment - TEN) % DAY_MS;
        const closed = since >= 8 * HOUR_MS && since < 12 * HOUR_MS;
        return closed ? silent('TASK_FOCUS', until ? moment - since + 12 * HOUR_MS : undefined) : SPEAKS;
      };
    for (const until of [true, false])
      expect(nextGoodMoment(query({ prospectAt: gate(until) }))?.at, String(until)).to.equal(NOW.at);
  });

  it('[D89] otherwise the silence that binds longest, of the least intrusive channel, until it ends', () => {
    const prospectAt = (channel: Channel, at: number): Prospect =>
      channel === 'email'
        ? silent('NO_PERMISSION')
        : at < NOW.at + HOUR_MS
          ? silent('JUST_BOUGHT', NOW.at + HOUR_MS)
          : silent('QUIET_TIME', NOW.at + 20 * DAY_MS);
    expect(nextGoodMoment(query({ channels: ['slot', 'email'], prospectAt }))).to.deep.equal({
      at: NOW.at + HOUR_MS,
      until: NOW.at + 20 * DAY_MS,
      channel: 'slot',
      reason: 'QUIET_TIME',
    });
  });

  it('[D89] something to say and nobody to be expected is null', () => {
    const visits = { ...TEN_DAYS_ON, belief: { a: 500, b: 1, k: 1 }, elapsed: 1e9 };
    expect(nextGoodMoment(query({ visits }))).to.equal(null);
    expect(nextGoodMoment(query({ channels: [] }))).to.equal(null);
  });

  it('[D89] a decision as a prospect: its reason and worth, or its silence with the end', () => {
    const decision = { id: 'd', placement: '*', at: NOW.at, direction: 'inbound', channel: 'slot' } as const;
    const rest = { offset: 120, counts: {}, grounds: [], cause: [], config: '' };
    const silence = { reason: 'CAPPED', leave: leaveOf('CAPPED'), until: 7 } as const;
    expect(prospectOf({ ...rest, decision: { ...decision, offers: [], silence }, shortlist: [] })).to.deep.equal(
      silent('CAPPED', 7),
    );
    const chosen = { offerId: 'hose', verdict: 'CHOSEN', contributions: [], features: [], probability: 1 } as const;
    const worth = (utility: number): Prospect =>
      prospectOf({
        ...rest,
        decision: { ...decision, offers: [{ offerId: 'hose', content: {}, reasons: ['YOU_ASKED'], probability: 1 }] },
        shortlist: [{ ...chosen, utility }],
      });
    expect([worth(40), worth(-3)]).to.deep.equal([
      { utility: 40, reason: 'YOU_ASKED' },
      { utility: 1, reason: 'YOU_ASKED' },
    ]);
  });

  it('[D90] law: it never falls into a silence, and no hour that could be had is better', () => {
    const gate = fc.record({ from: fc.nat(14 * 24), hours: fc.integer({ min: 1, max: 60 }), told: fc.boolean() });
    hold(
      fc.property(
        fc.array(gate, { maxLength: 6 }),
        fc.nat(60),
        fc.array(fc.nat(50), { minLength: 14 }),
        (gates, t, worth) => {
          let asked = 0;
          const prospectAt = (_: Channel, at: number): Prospect => {
            asked++;
            const hour = (at - TEN) / HOUR_MS;
            const closed = gates.filter(({ from, hours }) => hour >= from && hour < from + hours);
            const [first] = closed;
            if (first) return silent('CAPPED', first.told ? TEN + (first.from + first.hours) * HOUR_MS : undefined);
            return { utility: worth[Math.floor((at - NOW.at) / DAY_MS)] ?? 0, reason: 'YOU_OFTEN' };
          };
          const visits = { ...TEN_DAYS_ON, elapsed: t };
          const found = nextGoodMoment(query({ visits, prospectAt }));
          expect(asked).to.be.at.most(200);
          if (found?.reason !== 'YOU_OFTEN') return;
          expect(prospectAt('slot', found.at).utility).to.be.above(0);
          expect(found.at).to.be.within(NOW.at, NOW.at + 14 * DAY_MS);
          if (gates.length > 0) return;
          const chances = visitChances(visits, { now: NOW, days: 14 });
          const of = (hour: number): number =>
            (chances[hour] ?? 0) * prospectAt('slot', Math.max(NOW.at, TEN + hour * HOUR_MS)).utility;
          const best = Math.max(...chances.map((_, hour) => of(hour)));
          expect(of(Math.floor((found.at - TEN) / HOUR_MS))).to.be.closeTo(best, 1e-9 + best * 1e-9);
        },
      ),
    );
  });

  it('[D90] one decision a day and one where a silence ends: fifteen where nothing changes', () => {
    let asked = 0;
    const counted = (prospectAt: Asked['prospectAt']): number => {
      asked = 0;
      nextGoodMoment(
        query({
          prospectAt: (channel, at) => {
            asked++;
            return prospectAt(channel, at);
          },
        }),
      );
      return asked;
    };
    expect(counted(() => SPEAKS)).to.equal(15);
    expect(counted((_, at) => silent('CAPPED', at + 4 * DAY_MS))).to.equal(4);
    expect(counted(() => silent('CAPPED', NOW.at + 99 * DAY_MS))).to.equal(1);
    expect(counted((_, at) => silent('CAPPED', at + 1))).to.equal(99);
  });
});
