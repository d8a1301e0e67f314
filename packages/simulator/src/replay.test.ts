import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from 'tactful/engine';
import { basket, NOON, row, smallSetting } from '../test/small-shop.js';
import { basketSteps, pageViewSteps, type ReplayStep } from './replay-steps.js';
import { replay, type ReplayedDecision } from './replay.js';

const baskets = [
  basket('garden', { at: NOON, count: 1, kinds: ['a small', 'b small'] }),
  basket('garden', { at: NOON + 20 * DAY_MS, count: 2, kinds: ['a'] }),
  basket('tools', { at: NOON + 20 * DAY_MS + 5 * MINUTE_MS, count: 3, kinds: ['c'] }),
  basket('garden', { at: NOON + 40 * DAY_MS, count: 4, kinds: ['b'] }),
];

const outcome = ({ trace }: ReplayedDecision): string =>
  trace.decision.offers[0]?.offerId ?? trace.decision.silence?.reason ?? '';
const run = (steps: readonly ReplayStep[]): readonly ReplayedDecision[] => [...replay(steps, smallSetting())];

describe('replay', () => {
  it('[S1] a decision at the time of a basket knows nothing of that basket or of anything later', () => {
    const [first, second] = run(basketSteps(baskets));
    expect(first && outcome(first)).to.equal('NOTHING_FITS');
    expect(first?.rows).to.equal(0);
    const alone = run(basketSteps(baskets.slice(0, 2)));
    expect(alone[1]?.trace).to.deep.equal(second?.trace);
    const other = basket('paint', { at: NOON + 20 * DAY_MS, count: 2, kinds: ['d'] });
    const changed = run(basketSteps([...baskets.slice(0, 1), other]));
    expect(changed[1]?.trace).to.deep.equal(second?.trace);
  });

  it('[S1] what was bought before the decision is folded into it', () => {
    const [, second, third] = run(basketSteps(baskets)).map(outcome);
    expect(second).to.match(/^offer-garden-/);
    expect(third).to.equal('JUST_BOUGHT');
  });

  it('[S2] two replays of the same steps are equal, in whatever order the rows arrived', () => {
    expect(run(basketSteps(baskets))).to.deep.equal(run(basketSteps(baskets)));
    expect(run(basketSteps([...baskets].reverse()))).to.deep.equal(run(basketSteps(baskets)));
  });

  const visits = [1, 2, 3, 4].map((visit) =>
    row('page_view', { at: NOON + 20 * DAY_MS + visit * HOUR_MS, count: 10 + visit }),
  );
  const visitSteps = pageViewSteps([...baskets.slice(0, 1), ...visits]);

  it('[S3] a chosen offer becomes a row of the log, so that the cap on one offer binds', () => {
    const setting = smallSetting();
    const unworn = { ...setting.model, logit: { ...setting.model.logit, wear: 0 } };
    const decisions = [...replay(visitSteps, { ...setting, model: unworn })];
    const [first, second, third, fourth] = decisions.map(outcome);
    expect(first).to.match(/^offer-garden-/);
    expect([second, third]).to.deep.equal([first, first]);
    expect(fourth).not.to.equal(first);
    // the purchase, four page views, and two rows for each of the three offers that were shown before
    expect(decisions[3]?.rows).to.equal(1 + 4 + 3 * 2);
  });

  it('[S3] a shown offer counts as looked at, so that it wears', () => {
    const worn = [...replay(visitSteps, smallSetting())].map(outcome);
    expect(worn[1]).not.to.equal(worn[0]);
  });

  it('[S3] where the log itself says what was shown, nothing is added', () => {
    const decisions = [...replay(visitSteps, { ...smallSetting(), exposures: 'log' })];
    expect(decisions.map(({ rows }) => rows)).to.deep.equal([2, 3, 4, 5]);
    expect(new Set(decisions.map(outcome)).size).to.equal(1);
  });
});

describe('steps', () => {
  it('[S4] a log gets a decision after each page_view and one after its last row, never two after one row', () => {
    const kinds = (names: readonly string[]): readonly string[] =>
      pageViewSteps(names.map((name, index) => row(name, { at: NOON + index, count: index + 1 }))).map((step) =>
        step.kind === 'row' ? step.row.name : 'decide',
      );
    expect(kinds(['page_view', 'view_cart', 'view_cart'])).to.deep.equal([
      'page_view',
      'decide',
      'view_cart',
      'view_cart',
      'decide',
    ]);
    expect(kinds(['view_cart', 'page_view'])).to.deep.equal(['view_cart', 'page_view', 'decide']);
    expect(kinds([])).to.deep.equal([]);
  });
});
