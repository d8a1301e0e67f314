import { expect } from 'chai';
import { admitOwn, DAY_MS, HOUR_MS, MINUTE_MS, type Event, type EventName, type JsonObject } from 'tactful/engine';
import { basket, NOON, row, smallCatalog, smallSetting } from '../test/small-shop.js';
import { moneyLines, moneyText } from './money-lines.js';
import { replayMoney } from './replay-money.js';
import { basketSteps, pageViewSteps } from './replay-steps.js';
import { summarizeReplay } from './replay-summary.js';
import { replay, type ReplayedDecision, type ReplaySetting } from './replay.js';

const LATER = NOON + 20 * DAY_MS;
const bought = basket('garden', { at: NOON, count: 1, kinds: ['a small', 'b small'] });
const view = (at: number, count: number): Event => row('page_view', { at, count });
const run = (events: readonly Event[], setting: ReplaySetting = smallSetting()): readonly ReplayedDecision[] => [
  ...replay(pageViewSteps(events), setting),
];
const reasonOf = ({ trace }: ReplayedDecision): string => trace.decision.silence?.reason ?? 'offer';
const last = (decisions: readonly ReplayedDecision[]): ReplayedDecision => {
  const made = decisions[decisions.length - 1];
  if (!made) throw new Error('nothing was decided');
  return made;
};

describe('the money line', () => {
  it('[S80] there is something to say where an offer passed every rule, whether it beat silence or not', () => {
    const decisions = [
      ...replay(basketSteps([bought, basket('garden', { at: LATER, count: 2, kinds: ['d'] })]), smallSetting()),
      ...run([bought, view(LATER, 2), view(LATER + HOUR_MS, 3), view(LATER + 2 * HOUR_MS, 4)]),
    ];
    expect(decisions.map(reasonOf)).to.deep.equal(['NOTHING_FITS', 'offer', 'offer', 'offer', 'NOT_WIN_WIN']);
    expect(decisions.map(({ money }) => money.eligible)).to.deep.equal([false, true, true, true, true]);
    const { money } = summarizeReplay(decisions, smallCatalog());
    expect(money).to.include({
      eligible: 4,
      eligibleSilent: 1,
      silentShare: 0.25,
      leftDefault: 2,
      leftDefaultShare: 1,
    });
  });

  it('[S80] of nothing there is no share, and no money', () => {
    const { silentShare, leftDefaultShare, expectedMargin, rules } = replayMoney([], 'EUR');
    expect([silentShare, leftDefaultShare, rules]).to.deep.equal([null, null, []]);
    expect(expectedMargin).to.deep.equal({ value: 0, low: 0, high: 0 });
  });

  it('[S81] the expected margin is what the offers that were shown add to silence, with an interval that repeats', () => {
    const decisions = run([bought, ...[1, 2, 3, 4].map((hour) => view(LATER + hour * HOUR_MS, 1 + hour))]);
    const shown = decisions.flatMap(({ trace }) =>
      trace.shortlist.filter(({ verdict, offerId }) => verdict === 'CHOSEN' && offerId !== null),
    );
    const business = shown.flatMap(({ contributions }) => contributions.filter(({ term }) => term === 'business'));
    expect(business).to.have.length.within(1, 3);
    const { expectedMargin } = replayMoney(decisions, 'EUR');
    expect(expectedMargin.value).to.be.closeTo(
      business.reduce((sum, { value }) => sum + value, 0),
      1e-9,
    );
    expect(expectedMargin.low).to.be.below(expectedMargin.value);
    expect(expectedMargin.high).to.be.above(expectedMargin.value);
    expect(replayMoney(decisions, 'EUR')).to.deep.equal(replayMoney(decisions, 'EUR'));
  });

  const spoken = last(run([bought, view(LATER, 2)])).money.expected;

  it('[S82] a rule costs what would have been said without it: the hush after a purchase', () => {
    const events = [bought, basket('paint', { at: LATER - MINUTE_MS, count: 2, kinds: ['c'] }), view(LATER, 3)];
    const hushed = last(run(events));
    expect(reasonOf(hushed)).to.equal('JUST_BOUGHT');
    const setting = smallSetting();
    const unhushed = last(run(events, { ...setting, policy: { ...setting.policy, hushAfterPurchase: 'PT0S' } }));
    expect(reasonOf(unhushed)).to.equal('offer');
    expect(hushed.money.forgone).to.equal(unhushed.money.expected);
  });

  it('[S82] a rule costs what would have been said without it: the checkout', () => {
    const begun = row('begin_checkout', { at: LATER - MINUTE_MS, count: 2 });
    const focused = last(run([bought, begun, view(LATER, 3)]));
    expect(reasonOf(focused)).to.equal('TASK_FOCUS');
    expect(focused.money.forgone).to.be.above(0);
  });

  it('[S82] a rule costs what would have been said without it: a cap on all offers', () => {
    const setting = smallSetting();
    const capped = { ...setting, policy: { ...setting.policy, inbound: { perVisit: 0, caps: [] } } };
    const made = last(run([bought, view(LATER, 2)], capped));
    expect(reasonOf(made)).to.equal('CAPPED');
    expect(made.money.forgone).to.equal(0);
    const visits = [view(LATER, 2), view(LATER + MINUTE_MS, 3)];
    const once = { ...setting, policy: { ...setting.policy, inbound: { perVisit: 1, caps: [] } } };
    const second = last(run([bought, ...visits], once));
    expect(reasonOf(second)).to.equal('CAPPED');
    expect(second.money.forgone).to.be.within(spoken / 2, spoken);
  });

  const own = (name: EventName, params: JsonObject): Event => {
    const admission = admitOwn({ name, params }, smallSetting());
    if ('refusal' in admission) throw new Error(`${name}: ${admission.refusal.path ?? admission.refusal.reason}`);
    return { id: 'test:2', at: LATER - MINUTE_MS, offset: 0, v: 1, ...admission.draft };
  };
  const said: Readonly<Record<string, readonly Event[]>> = {
    PAUSED: [own('mode_set', { mode: 'paused' })],
    QUIET_TIME: [own('quiet_set', { until: LATER + DAY_MS })],
    VULNERABLE: [own('life_event_stated', { event: 'bereavement' })],
    RECOVERY: [own('service_failure', { kind: 'late', severity: 1 })],
    NEVER_LIST: [own('never_stated', { class: 'suggest' })],
  };
  for (const [reason, rows] of Object.entries(said)) {
    it(`[S82] a rule costs what would have been said without it: ${reason}`, () => {
      const made = last(run([bought, ...rows, view(LATER, 3)]));
      expect(reasonOf(made)).to.equal(reason);
      expect(made.money.forgone).to.be.within(spoken / 2, spoken * 1.1);
    });
  }

  const tightened: Readonly<Record<string, Partial<ReplaySetting['policy']>>> = {
    NOTHING_FITS: { relevance: { minEvidence: 5, minFit: 1 } },
    SATIATED: { satiation: { halfLifeDays: 14, gate: 0.01 } },
    WORN_OUT: { wear: { halfLifeDays: 7, gate: 0 } },
  };
  for (const [reason, policy] of Object.entries(tightened)) {
    it(`[S82] a rule costs what would have been said without it: ${reason}`, () => {
      const setting = smallSetting();
      const made = last(run([bought, view(LATER, 3)], { ...setting, policy: { ...setting.policy, ...policy } }));
      expect(reasonOf(made)).to.equal(reason);
      // without any floor something that they never looked at may promise more
      expect(made.money.forgone).to.be.within(spoken, reason === 'NOTHING_FITS' ? 2 * spoken : spoken);
    });
  }

  it('[S82] where another rule would have silenced too, or the catalogue says nothing, nothing was forgone', () => {
    const setting = smallSetting();
    const events = [bought, basket('garden', { at: LATER - MINUTE_MS, count: 2, kinds: ['a', 'b'] }), view(LATER, 3)];
    expect(last(run(events)).money.forgone).to.equal(0);
    const elsewhere = { ...setting, consent: { personalization: 'out' } as const };
    expect(reasonOf(last(run([bought, view(LATER, 2)], elsewhere)))).to.equal('NO_CONSENT');
  });

  it('[S82] the dearest rule comes first, and a silence without a rule has no price', () => {
    const made = (reason: 'CAPPED' | 'LAW' | 'COOLDOWN', forgone: number | undefined) => ({
      trace: {
        decision: { ...last(run([view(LATER, 1)])).trace.decision, silence: { reason, leave: 'default' as const } },
      },
      money: { eligible: false, expected: 0, forgone },
    });
    const { rules } = replayMoney(
      [made('LAW', undefined), made('CAPPED', 2), made('COOLDOWN', 5), made('CAPPED', 1)],
      'EUR',
    );
    expect(rules).to.deep.equal([
      { reason: 'COOLDOWN', times: 1, forgone: 5 },
      { reason: 'CAPPED', times: 2, forgone: 3 },
      { reason: 'LAW', times: 1, forgone: null },
    ]);
  });

  it('[S83] earlier chances give a contact its price, as on the page: once 16 are known', () => {
    const views = Array.from({ length: 20 }, (_, index) => view(LATER + index * MINUTE_MS, 2 + index));
    const setting = smallSetting();
    const { model, policy } = setting;
    const unhurried = {
      ...setting,
      exposures: 'log',
      model: { ...model, logit: { ...model.logit, wear: 0 } },
      policy: { ...policy, sameOffer: [] },
    } as const;
    const priced = run([bought, ...views], unhurried).map(({ trace }) =>
      trace.shortlist.some(({ contributions }) => contributions.some(({ term }) => term === 'slot')),
    );
    expect(priced).to.deep.equal(Array.from({ length: 20 }, (_, index) => index >= 16));
  });

  it('[S84] money has as many decimals as its currency', () => {
    expect(['EUR', 'JPY', 'KWD'].map((currency) => moneyText(12_345.6, currency))).to.deep.equal([
      'EUR 123.46',
      'JPY 12346',
      'KWD 12.346',
    ]);
    expect(moneyText(-0.2, 'EUR')).to.equal('EUR 0.00');
    expect(moneyText(-120, 'EUR')).to.equal('EUR -1.20');
  });

  it('[S84] the lines say what the figures rest on, and every silence with its cost', () => {
    const decisions = run([bought, view(LATER, 2), view(LATER + HOUR_MS, 3), view(LATER + 2 * HOUR_MS, 4)]);
    const { money, ...counted } = summarizeReplay(decisions, smallCatalog());
    const text = moneyLines(money, counted).join('\n');
    expect(text).to.match(/^money line .*elicited; nothing is measured\n/);
    expect(text).to.contain('2 of 3 decisions');
    expect(text).to.match(/silent all the same +1 of these \(33 %\)/);
    expect(text).to.match(/expected margin +EUR 0\.\d\d more than by silence, EUR 0\.\d\d to EUR 0\.\d\d\n/);
    expect(text).to.match(/NOT_WIN_WIN +1 {3}EUR 0\.00$/);
  });
});
