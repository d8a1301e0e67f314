import { expect } from 'chai';
import { clicked, HOSE, inputOf, logOf, outcome, type Told } from '../../test/garden-shop.js';
import { decide } from './decide.js';
import { foldLog } from './fold.js';
import { defaultPurposes, type Purpose } from './purpose.js';

const LOOKS: readonly Told[] = [0, 1, 2].flatMap((n) => clicked(HOSE, n * 60_000));
const LOG = logOf(LOOKS);

function outcomeUnder(uses: readonly string[]): string {
  const purposes: readonly Purpose[] = defaultPurposes().map((purpose) => ({ ...purpose, uses }));
  const input = inputOf(LOG, { at: 300_000 });
  const { catalog, model, policy } = input;
  const folded = foldLog(LOG, { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays, purposes });
  return outcome(decide({ ...input, folded, purposes }));
}

describe('K10: same data, two uses', () => {
  it('[P81] the same rows under another purpose give another decision', () => {
    expect(outcomeUnder(['affinity', 'offers', 'caps'])).to.equal('hose');
    expect(outcomeUnder(['service', 'caps'])).to.equal('NOTHING_FITS');
  });

  it('[P81] taste is learned from no row of the relation, whatever the uses', () => {
    const orders = logOf([{ name: 'purchase', params: { items: [HOSE] }, origin: 'relation' }]);
    const { catalog, model, policy } = inputOf(orders);
    const config = { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays, purposes: defaultPurposes() };
    expect(foldLog(orders, config).evidence.size).to.equal(0);
    expect(foldLog(orders, config).purchases).to.have.lengthOf(1);
  });
});
