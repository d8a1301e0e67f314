import { expect } from 'chai';
import { customerMix, nextStep, shareRange, tierOf, type MixQuestion } from './customer-mix.js';

const mixOf = (question: MixQuestion): NonNullable<ReturnType<typeof customerMix>> => {
  const mix = customerMix(question);
  if (mix === undefined) throw new Error('no mix');
  return mix;
};
const WEEKLY = { bought: 12, age: 182, cycle: 7 };

describe('customer mix', () => {
  it('[P28] has the printed digits: twelve purchases in half a year of weekly needs', () => {
    const mix = mixOf(WEEKLY);
    expect(mix.belief).to.deep.equal({ a: 14, b: 17 });
    expect(mix.share).to.be.closeTo(0.45161290322580644, 1e-15);
    expect(mix.probability.primary).to.be.closeTo(0.292332355864346, 1e-12);
    expect(mix.probability.secondary).to.be.closeTo(0.7067657748069265, 1e-12);
    expect(mix.tier).to.equal('secondary');
    const { low, high } = shareRange(mix);
    expect([low < mix.share, mix.share < high]).to.deep.equal([true, true]);
  });

  it('[P28] K8: buying all of it makes a primary customer, hardly any a tertiary, none no customer', () => {
    const tiers = [26, 6, 1, 0].map((bought) => mixOf({ ...WEEKLY, bought }).tier);
    expect(tiers).to.deep.equal(['primary', 'secondary', 'tertiary', 'none']);
    expect([0.5, 0.499, 0.2, 0.199].map(tierOf)).to.deep.equal(['primary', 'secondary', 'secondary', 'tertiary']);
  });

  it('[P28] more than the needs that were counted is all of them', () => {
    expect(mixOf({ bought: 9, age: 7, cycle: 7 }).belief).to.deep.equal({ a: 11, b: 3 });
  });

  it('[P28] what the shopper says weighs twenty occasions, and only the three answers count', () => {
    expect(mixOf({ bought: 0, age: 0, cycle: 7, stated: 'main' }).belief).to.deep.equal({ a: 17, b: 8 });
    expect(mixOf({ ...WEEKLY, stated: 'rarely' }).belief).to.deep.equal({ a: 16, b: 35 });
    expect(mixOf({ ...WEEKLY, stated: 'whatever' })).to.deep.equal(mixOf(WEEKLY));
  });

  it('[P28] a share beyond all digits lies between its bounds', () => {
    const mix = mixOf({ bought: 1, age: 1e9, cycle: 1e-6 });
    const { low, high } = shareRange(mix);
    expect([low <= mix.share, mix.share <= high]).to.deep.equal([true, true]);
  });

  it('[P28] without a cycle or a count there is no mix', () => {
    for (const wrong of [{ cycle: 0 }, { cycle: NaN }, { bought: -1 }, { age: NaN }, { bought: Infinity }])
      expect(customerMix({ ...WEEKLY, ...wrong })).to.equal(undefined);
  });

  it('[P28] K8: the next step is where reaching the next tier gains most, with a why for people to fill', () => {
    const secondary = mixOf(WEEKLY);
    const tertiary = mixOf({ ...WEEKLY, bought: 1 });
    const step = nextStep([
      { category: 'tools', mix: secondary, need: 1, margin: 1000 },
      { category: 'garden', mix: tertiary, need: 1, margin: 1000 },
      { category: 'paint', mix: mixOf({ ...WEEKLY, bought: 26 }), need: 1, margin: 9000 },
    ]);
    expect(step).to.deep.include({ category: 'garden', from: 'tertiary', to: 'secondary', why: '' });
    expect(step?.gain).to.be.closeTo((0.2 - tertiary.share) * 1000, 1e-9);
  });

  it('[P28] a first purchase is a step too; for a primary customer there is none', () => {
    const none = mixOf({ bought: 0, age: 70, cycle: 7 });
    expect(nextStep([{ category: 'paint', mix: none, need: 0.5, margin: 1000 }])).to.deep.include({
      from: 'none',
      to: 'tertiary',
      gain: 50,
    });
    const primary = mixOf({ ...WEEKLY, bought: 26 });
    expect(nextStep([{ category: 'paint', mix: primary, need: 1, margin: 1000 }])).to.equal(undefined);
    expect(nextStep([])).to.equal(undefined);
  });
});
