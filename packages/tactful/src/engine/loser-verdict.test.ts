import { expect } from 'chai';
import fc from 'fast-check';
import { decideOn, FOND, GARDEN_SHOP, HOSE, inputOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { verdictFor } from './loser-verdict.js';

const NEVER: Told = { name: 'never_stated', at: -1, params: { category: 'garden' } };

const SAYINGS: readonly Told[] = [
  NEVER,
  { name: 'mode_set', params: { mode: 'show_me' } },
  { name: 'mode_set', params: { mode: 'quiet' } },
  { name: 'preference_stated', params: { facet: 'category', value: 'tools', level: 2 } },
  { name: 'preference_stated', params: { facet: 'category', value: 'garden', level: -1 } },
  { name: 'purchase', params: { transaction_id: 't', items: [HOSE] } },
  { name: 'offer_dismissed', params: { offer_id: 'hose', decision_id: 'd0' } },
  { name: 'complaint_opened', params: { complaint_id: 'c' } },
  { name: 'intent_stated', params: { intent: 'info' } },
];

describe('verdict on any offer', () => {
  it('[D96] law: the verdicts on all offers are the counts of the decision', () => {
    const told = fc.array(fc.tuple(fc.constantFrom(...SAYINGS), fc.integer({ min: -40, max: 0 })), { maxLength: 5 });
    fc.assert(
      fc.property(told, (said) => {
        const input = inputOf(logOf([...FOND, ...said.map(([row, days]) => ({ ...row, at: days * DAY_MS }))]));
        const { counts } = decideOn(logOf([...FOND, ...said.map(([row, days]) => ({ ...row, at: days * DAY_MS }))]));
        const found: Record<string, number> = {};
        for (const { id } of GARDEN_SHOP.offers) {
          const verdict = verdictFor(input, id)?.verdict ?? 'none';
          found[verdict] = (found[verdict] ?? 0) + 1;
        }
        // Where nobody may speak the decision stops before it looks at offers.
        if (Object.keys(counts).length > 0) expect(found).to.deep.equal(counts);
      }),
      { numRuns: 60 },
    );
  });

  it('[D96] names the rule with its rows, its end, and what the shopper can do', () => {
    const log = logOf([...FOND, NEVER]);
    const verdict = verdictFor(inputOf(log), 'sprinkler');
    expect(verdict).to.deep.equal({
      offerId: 'sprinkler',
      verdict: 'NEVER_LIST',
      cause: ['a:7'],
      endedBy: { do: 'forget', ids: ['a:7'] },
    });
    const dismissed: Told = { name: 'offer_dismissed', at: -DAY_MS, params: { offer_id: 'hose', decision_id: 'd0' } };
    const rests = verdictFor(inputOf(logOf([...FOND, dismissed])), 'hose');
    expect(rests?.verdict).to.equal('COOLDOWN');
    expect(rests?.until).to.be.greaterThan(NOW.at);
  });

  it('[D96] what no rule holds back has a worth beside that of silence, which sums', () => {
    const input = inputOf(logOf(FOND));
    const [chosen, outscored] = [verdictFor(input, 'hose'), verdictFor(input, 'sprinkler')];
    expect([chosen?.verdict, outscored?.verdict]).to.deep.equal(['CHOSEN', 'OUTSCORED']);
    const { utility = NaN, contributions = [] } = outscored?.worth ?? {};
    expect(contributions.reduce((sum, { value }) => sum + value, 0)).to.equal(utility);
    expect(chosen?.worth?.utility).to.be.greaterThan(chosen?.silence ?? Infinity);
    expect(verdictFor(input, 'none')).to.equal(undefined);
  });
});
