import { expect } from 'chai';
import {
  aliveProbability,
  expectedPurchases,
  expectedSpend,
  type Estimate,
  type PurchaseModel,
} from './lifetime-value.js';

const CDNOW: PurchaseModel = { kind: 'bg', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, spanWeeks: 260 };

/** Repeats, age at the last one, age, horizon; then purchases and being a customer by BG, the same by MBG. */
const ORACLES: readonly (readonly number[])[] = [
  [0, 0, 38.86, 39, 0.19509805201126348, 1, 0.12746138254566264, 0.6372533379648954],
  [1, 10, 38.86, 39, 0.4198195001879634, 0.43823736426366044, 0.515766293300355, 0.5241888220228849],
  [2, 30.43, 38.86, 39, 1.2260281747671449, 0.726578570080673, 1.340497428491215, 0.7744192426236461],
  [10, 35, 38.86, 39, 6.163638035016946, 0.8469414075242527, 6.327443346196847, 0.857503802914295],
  [10, 5, 38.86, 39, 1.7183010586361494e-5, 2.3611060689869223e-6, 1.8947187281963212e-5, 2.5677488141523006e-6],
  [100, 38, 38.86, 39, 65.34628903729832, 0.9447490619843153, 65.51378248133477, 0.9452589563862059],
  [5, 100, 104, 520, 10.938282604664856, 0.8693452252720851, 11.675575600873946, 0.8849146193256033],
];

function near(found: Estimate, wanted: number | undefined): void {
  if (wanted === undefined || !('value' in found)) throw new Error(JSON.stringify({ found, wanted }));
  expect(Math.abs(found.value / wanted - 1)).to.be.below(1e-10);
}

describe('lifetime value', () => {
  it('[P18] BG/NBD and MBG/NBD have the published digits for CDNOW', () => {
    for (const [repeats = 0, lastAt = 0, age = 0, weeks = 0, bg, bgAlive, mbg, mbgAlive] of ORACLES) {
      const history = { repeats, lastAt, age };
      near(expectedPurchases(CDNOW, { ...history, weeks }), bg);
      near(aliveProbability(CDNOW, history), bgAlive);
      near(expectedPurchases({ ...CDNOW, kind: 'mbg' }, { ...history, weeks }), mbg);
      near(aliveProbability({ ...CDNOW, kind: 'mbg' }, history), mbgAlive);
    }
  });

  it('[P18] Gamma-Gamma spend has the published digits', () => {
    const model = { p: 6.25, q: 3.74, gamma: 15.44 };
    near(expectedSpend(model, { repeats: 0, mean: 0 }), 35.21897810218978);
    near(expectedSpend(model, { repeats: 2, mean: 22.35 }), 24.663713910761153);
    near(expectedSpend(model, { repeats: 1, mean: 11.77 }), 18.916852057842046);
  });

  it('[P18] what cannot be known says why and is never NaN', () => {
    const history = { repeats: 2, lastAt: 30, age: 39 };
    expect(expectedPurchases(CDNOW, { ...history, weeks: 521 })).to.deep.equal({ unknown: 'beyond-fit' });
    expect(aliveProbability({ ...CDNOW, a: 0 }, history)).to.deep.equal({ unknown: 'invalid-model' });
    expect(aliveProbability(CDNOW, { ...history, lastAt: 40 })).to.deep.equal({ unknown: 'invalid-history' });
    expect(expectedSpend({ p: 6, q: 1, gamma: 15 }, { repeats: 1, mean: 1 })).to.deep.equal({
      unknown: 'invalid-model',
    });
    expect(expectedPurchases({ ...CDNOW, a: 1 }, { ...history, weeks: 39 })).to.have.property('value');
    expect(expectedPurchases({ ...CDNOW, a: 1e-9 }, { ...history, weeks: 39 })).to.have.property('value');
    expect(aliveProbability(CDNOW, { repeats: 1000, lastAt: 0.1, age: 5000 })).to.deep.equal({ value: 0 });
    expect(expectedPurchases(CDNOW, { ...history, repeats: 1000, weeks: 1e-12 })).to.have.property('value');
    expect(expectedPurchases(CDNOW, { ...history, weeks: NaN })).to.deep.equal({ unknown: 'beyond-fit' });
    expect(expectedPurchases(CDNOW, { repeats: 0, lastAt: 0, age: 0, weeks: 0 })).to.deep.equal({ value: 0 });
  });
});
