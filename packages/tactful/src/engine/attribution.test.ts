import { expect } from 'chai';
import fc from 'fast-check';
import { attribute } from './attribution.js';
import type { FeatureEffect } from './decision.js';
import { sigmoid } from './dmath.js';

const effects = (...logits: readonly number[]): readonly Pick<FeatureEffect, 'feature' | 'logit'>[] =>
  logits.map((logit) => ({ feature: 'affinity', logit }));
const whole = (logits: readonly number[], unasked: number): number =>
  attribute(effects(...logits), unasked).reduce((sum, { share }) => sum + share, 0);

describe('attribution', () => {
  it('[D53] from log-odds of -2.5 to -1 the shares sum to .1930832413, each by its part', () => {
    const [half, quarter, rest] = attribute(effects(0.75, 0.375, 0.375), -2.5);
    expect(whole([0.75, 0.375, 0.375], -2.5)).to.be.closeTo(0.1930832413, 5e-11);
    expect(half?.share).to.be.closeTo(0.1930832413 / 2, 5e-11);
    expect(quarter?.share).to.equal(rest?.share);
  });

  it('[D53] inputs that cancel out still have their shares: by the slope', () => {
    const [up, down] = attribute(effects(1, -1), 0);
    expect([up?.share, down?.share]).to.deep.equal([0.25, -0.25]);
    expect(attribute(effects(1e-12), 0)[0]?.share).to.be.closeTo(2.5e-13, 1e-18);
    expect(attribute([], -2)).to.deep.equal([]);
  });

  it('[D53] law: the shares sum to what speaking adds', () => {
    const logit = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(fc.array(logit, { maxLength: 12 }), logit, (logits, unasked) => {
        const added = logits.reduce((sum, each) => sum + each, 0);
        expect(whole(logits, unasked)).to.be.closeTo(sigmoid(unasked + added) - sigmoid(unasked), 1e-12);
      }),
    );
  });
});
