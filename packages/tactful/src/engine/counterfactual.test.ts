import { expect } from 'chai';
import {
  decideOn,
  FOND,
  GARDEN_SHOP,
  logOf,
  NOW,
  offer,
  outcome,
  shopOf,
  type Setting,
  type Told,
} from '../../test/garden-shop.js';
import { recallOf } from '../../test/recall-of.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { counterfactuals, type Counterfactual } from './counterfactual.js';
import { decide } from './decide.js';
import { replayDecision } from './replay-decision.js';

const QUIET: Told = { name: 'quiet_set', params: { until: NOW.at + 4 * HOUR_MS } };

function instead(told: readonly Told[], setting: Setting = {}): readonly Counterfactual[] {
  const log = logOf(told);
  const replay = replayDecision(decideOn(log, setting), recallOf(log, setting));
  if (!replay) throw new Error('cannot be compared');
  return counterfactuals(replay);
}

describe('counterfactuals', () => {
  it('[D97] a quiet time: a later moment first, then the setting that ends it', () => {
    expect(outcome(decideOn(logOf([...FOND, QUIET])))).to.equal('QUIET_TIME');
    expect(instead([...FOND, QUIET])).to.deep.equal([
      { change: { kind: 'time', at: NOW.at + 4 * HOUR_MS }, offerIds: ['hose'] },
      {
        change: { kind: 'setting', action: { do: 'declare', statement: { kind: 'quiet', until: null } } },
        offerIds: ['hose'],
      },
    ]);
  });

  it('[D97] what would change nothing is not shown: nobody likes anything here yet', () => {
    const found = instead([QUIET]);
    expect(found.filter(({ change }) => change.kind === 'time')).to.deep.equal([]);
    expect(outcome(decideOn(logOf([]), { at: 4 * HOUR_MS }))).to.equal('NOTHING_FITS');
  });

  it('[D97] two rules, one after the other: the moment at which the last of them ends', () => {
    const checkout: Told = { name: 'begin_checkout', at: 0 };
    const later: Told = { name: 'quiet_set', params: { until: NOW.at + 60_000 } };
    expect(instead([...FOND, later, checkout])[0]).to.deep.equal({
      change: { kind: 'time', at: NOW.at + 15 * 60_000 },
      offerIds: ['hose'],
    });
  });

  it('[D97] a cap that shows only once the quiet is over is waited for too', () => {
    const shown = [-3, -2, -1].map((minutes): Told => {
      const params = { offer_id: 'paint', decision_id: `s${String(minutes)}` };
      return { name: 'offer_shown', at: minutes * 60_000, params };
    });
    const quiet: Told = { name: 'quiet_set', params: { until: NOW.at + 60_000 } };
    const capped = decideOn(logOf([...FOND, ...shown]), { at: 60_000 }).decision.silence;
    expect(capped?.reason).to.equal('CAPPED');
    const [first] = instead([...FOND, ...shown, quiet]);
    expect(first?.change.kind).to.equal('time');
    expect(first?.change.kind === 'time' && first.change.at).to.be.at.least(capped?.until ?? Infinity);
  });

  it('[D97] nothing fits: to say what one likes is a setting', () => {
    const visits: readonly Told[] = [-3, -2, -1].map((day) => ({ name: 'page_view', at: day * DAY_MS }));
    const [first] = instead(visits);
    expect(first?.change).to.deep.equal({
      kind: 'setting',
      action: { do: 'declare', statement: { kind: 'preference', facet: 'category', value: 'garden', level: 1 } },
    });
  });

  it('[D97] a never that is taken back shows the offer again', () => {
    const never: Told = { name: 'never_stated', at: -DAY_MS, params: { category: 'garden' } };
    const found = instead([...FOND, never]);
    expect(found.map(({ change }) => (change.kind === 'time' ? 'time' : change.action.do))).to.include('forget');
  });

  it('[D98] never where something else comes first, nor by way of a complaint or a life event', () => {
    const help = shopOf(...GARDEN_SHOP.offers, offer({ id: 'desk', class: 'human', placements: ['service'] }));
    const cases: readonly (readonly [string, readonly Told[]])[] = [
      ['OPEN_COMPLAINT', [{ name: 'complaint_opened', params: { complaint_id: 'c' } }]],
      ['VULNERABLE', [{ name: 'life_event_stated', params: { event: 'bereavement' } }]],
      ['RECOVERY', [{ name: 'service_failure', params: { severity: 1 } }]],
    ];
    for (const [reason, told] of cases) {
      const log = [...FOND, ...told];
      expect(outcome(decideOn(logOf(log), { catalog: help })), reason).to.equal(reason);
      expect(instead(log, { catalog: help }), reason).to.deep.equal([]);
    }
  });

  it('[D98] at most two, and each is what a replay says', () => {
    const log = logOf([...FOND, QUIET, { name: 'mode_set', params: { mode: 'paused' } }]);
    const replay = replayDecision(decideOn(log), recallOf(log));
    const found = replay ? counterfactuals(replay) : [];
    expect(found.length).to.be.at.most(2);
    for (const { change, offerIds } of found) {
      if (change.kind !== 'time' || !replay) continue;
      const { offers } = decide({ ...replay.input, at: change.at }).decision;
      expect(offers.map(({ offerId }) => offerId)).to.deep.equal(offerIds);
    }
  });
});
