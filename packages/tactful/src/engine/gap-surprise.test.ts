import { expect } from 'chai';
import { gapSurvival, missedRun, surpriseBits } from './gap-surprise.js';

describe('gap surprise', () => {
  it('[P17] the survival of a gap has the published digits, and one gap is five bits exactly', () => {
    expect(gapSurvival({ a: 3, b: 20, k: 1 }, 10)).to.be.closeTo(0.2962962962962962, 1e-12);
    expect(gapSurvival({ a: 12, b: 49, k: 2 }, 14)).to.be.closeTo(0.17969574654271647, 1e-12);
    expect(gapSurvival({ a: 17, b: 35, k: 4 }, 21)).to.be.closeTo(0.0271017455896874, 1e-12);
    expect(surpriseBits(gapSurvival({ a: 5, b: 30, k: 1 }, 30))).to.be.closeTo(5, 1e-12);
    expect(gapSurvival({ a: 5, b: 30, k: 1 }, 0)).to.equal(1);
    expect(surpriseBits(1)).to.equal(0);
  });

  it('[P17] a run of missed visits has the published digits', () => {
    const found = [1, 2, 3].map((misses) => missedRun({ a: 9, b: 1 }, misses));
    [0.1, 0.018181818181818184, 0.004545454545454546].forEach((wanted, i) => {
      expect(found[i]).to.be.closeTo(wanted, 1e-15);
    });
    expect(missedRun({ a: 1, b: 1 }, 3)).to.be.closeTo(0.25, 1e-15);
  });
});
