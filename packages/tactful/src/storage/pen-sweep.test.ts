import { expect } from 'chai';
import { FAULTS } from '../../test/failing-indexeddb.js';
import { openHastyPen, sweepPen, type PenSweep } from '../../test/pen-sweep.js';

/** Every point where a life takes little; elsewhere every so many-th: a prime, so that it falls on every error in turn. */
const EVERY = navigator.userAgent.includes('Chrome') ? 1 : 5;

const AT_ONCE = FAULTS.filter((name) => name !== 'TimeoutError');

function expectKept({ wrong, hangs, unhandled, ...found }: PenSweep): void {
  expect({ wrong, hangs, unhandled }).to.deep.equal({ wrong: [], hangs: 0, unhandled: [] });
  expect(found.points, 'faults that came to be').to.be.above(found.calls / 2);
  expect(Math.min(found.acknowledged, found.refused), 'acknowledged and refused').to.be.above(10);
}

describe('the pen over storage that fails', () => {
  it('[R153] whatever call fails, and however: what was acknowledged is there once, the rest is refused by name', async () => {
    expectKept(await sweepPen({ every: EVERY, errors: AT_ONCE }));
  }).timeout(60_000);

  it('[R153] a call that never ends is given up in time', async () => {
    expectKept(await sweepPen({ every: 3, errors: ['TimeoutError'], hurried: true }));
  }).timeout(60_000);

  it('[R153] a disk that is found full after the row was taken has kept nothing, and nothing was acknowledged', async () => {
    expectKept(await sweepPen({ errors: ['QuotaExceededError'], told: true }));
  }).timeout(60_000);

  it('[R153] control: a pen that answers before its transaction is complete is found out', async () => {
    const { wrong } = await sweepPen({ errors: ['QuotaExceededError'], told: true, open: openHastyPen });
    expect(wrong.filter((what) => what.endsWith('acknowledged, and lost'))).to.not.deep.equal([]);
  }).timeout(60_000);
});
