import { expect } from 'chai';
import { sweepDevice } from './device-sweep.js';

describe('a device whose store fails', () => {
  it('[R147] whatever operation fails, and however: every call ends, what was kept is there, what was taken back is not', async () => {
    const { points, wrong } = await sweepDevice();
    expect(points).to.be.above(1500);
    expect(wrong).to.deep.equal([]);
  });

  it('[R147] control: a store that loses what it acknowledged, and one that forgets in name, are found out', async () => {
    const loses = await sweepDevice({
      every: 499,
      planted: (store) => ({ ...store, appendRows: (rows) => Promise.resolve(rows.length) }),
    });
    const keeps = await sweepDevice({
      every: 499,
      planted: (store) => ({ ...store, removeRows: (ids) => Promise.resolve(ids.size) }),
    });
    expect(loses.wrong.some((what) => what.includes('lost'))).to.equal(true);
    expect(keeps.wrong.some((what) => what.includes('came back'))).to.equal(true);
  });
});
