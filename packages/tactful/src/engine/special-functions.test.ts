import { expect } from 'chai';
import { betaBelow, hypergeometric, lnGamma } from './special-functions.js';

describe('special functions', () => {
  it('[P1] lnGamma knows factorials and one half', () => {
    expect(lnGamma(1)).to.be.closeTo(0, 1e-13);
    expect(lnGamma(5)).to.be.closeTo(3.1780538303479458, 1e-12);
    expect(lnGamma(0.5)).to.be.closeTo(0.5723649429247001, 1e-13);
    expect(lnGamma(0)).to.be.NaN;
  });

  it('[P1] betaBelow has the printed digits of the customer-mix oracle, and its ends', () => {
    expect(1 - betaBelow(0.5, [14, 17])).to.be.closeTo(0.292332355864346, 1e-12);
    expect(betaBelow(0.5, [14, 17]) - betaBelow(0.2, [14, 17])).to.be.closeTo(0.7067657748069265, 1e-12);
    expect([betaBelow(0, [2, 3]), betaBelow(1, [2, 3])]).to.deep.equal([0, 1]);
    expect([betaBelow(-0.1, [2, 3]), betaBelow(0.5, [0, 3])].every(Number.isNaN)).to.equal(true);
  });

  it('[P1] hypergeometric equals -ln(1 - z) / z and gives up beyond its domain', () => {
    expect(hypergeometric(0.5, [1, 1, 2])).to.be.closeTo(1.3862943611198906, 1e-14);
    expect(hypergeometric(1, [1, 1, 2])).to.be.NaN;
  });
});
