import { expect } from 'chai';
import { openHasty, sweepFaults } from '../../test/fault-sweep.js';

/** A prime, so that it falls on every error in turn. */
const EVERY = 97;

describe('storage that fails', () => {
  it('[R25] whatever call fails, and however: each action ends, is done or is not, and what was said to be kept is', async () => {
    const { points, wrong, hangs, unhandled } = await sweepFaults({ every: EVERY });
    expect(points).to.be.above(10);
    expect({ wrong, hangs, unhandled }).to.deep.equal({ wrong: [], hangs: 0, unhandled: [] });
  }).timeout(60_000);

  it('[R25] control: a store that answers before the transaction is complete is found out', async () => {
    const { wrong } = await sweepFaults({ every: 7, open: openHasty, errors: ['QuotaExceededError'] });
    expect(wrong).to.not.deep.equal([]);
  }).timeout(60_000);
});
