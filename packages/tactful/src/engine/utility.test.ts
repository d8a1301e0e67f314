import { expect } from 'chai';
import { offer, shopOf } from '../../test/garden-shop.js';
import { staying } from './annoyance.js';
import type { Offer } from './catalog.js';
import { compileCatalog } from './compile-catalog.js';
import { ln } from './dmath.js';
import { DEFAULT_MODEL, type Model } from './policy.js';
import type { Taste } from './taste.js';
import { harmOf, offerUtility, utilityBasis, type Utility } from './utility.js';

const NO_TASTE: Taste = { affinity: 0, stated: 0, evidence: 0, fit: 0, priceFit: 0, parts: [] };
const logit = (p: number): number => ln(p / (1 - p));

function utilityOf(
  about: Partial<Offer>,
  how: { readonly taste?: Partial<Taste>; readonly model?: Partial<Model>; readonly wear?: number } = {},
): Utility {
  const model: Model = { ...DEFAULT_MODEL, ...how.model };
  const catalog = compileCatalog(shopOf(offer({ id: 'a', class: 'suggest', ...about })), model);
  const [compiled] = catalog.offers;
  if (!compiled) throw new Error('the catalogue is empty');
  return offerUtility(compiled, {
    taste: { ...NO_TASTE, ...how.taste },
    wear: how.wear ?? 0,
    basis: utilityBasis(0, { catalog, model }),
  });
}

describe('utility', () => {
  const WORKED: Model = {
    ...DEFAULT_MODEL,
    relationshipValue: 60,
    negative: { probability: 0.01, severity: 1 },
    attention: 0,
  };

  it('[D2] Stay after 1 to 5 strikes is .854883, .61, .38, .210491, .104851', () => {
    const stay = [1, 2, 3, 4, 5].map((strikes) => staying(strikes, DEFAULT_MODEL));
    for (const [index, wanted] of [0.854883, 0.61, 0.38, 0.210491, 0.104851].entries())
      expect(stay[index]).to.be.closeTo(wanted, 1e-6);
    expect(staying(0, DEFAULT_MODEL)).to.equal(1);
  });

  it('[D2] one more strike after 0 to 3 makes .1451, .2865, .3770, .4461 leave', () => {
    const leaves = [0, 1, 2, 3].map(
      (strikes) => 1 - staying(strikes + 1, DEFAULT_MODEL) / staying(strikes, DEFAULT_MODEL),
    );
    for (const [index, wanted] of [0.1451, 0.2865, 0.377, 0.4461].entries())
      expect(leaves[index]).to.be.closeTo(wanted, 5e-5);
  });

  it('[D2] harm with a relation worth 60 and one annoyed in a hundred is .0452407, and .0870702928 at face value', () => {
    expect(harmOf(0, WORKED)).to.be.closeTo(0.0452407, 5e-8);
    const face = { ...WORKED, stay: { ...WORKED.stay, statedToActual: 1 } };
    expect(harmOf(0, face)).to.be.closeTo(0.0870702928, 5e-8);
  });

  it('[D2] business is .20 without and .14 with a discount of 1, for a margin of 10 that .04 buy unasked and .06 asked', () => {
    const model: Partial<Model> = {
      logit: {
        intercept: logit(0.04),
        affinity: logit(0.06) - logit(0.04),
        stated: 0,
        priceFit: 0,
        wear: 0,
        discount: 0,
      },
    };
    const business = (discount: number): number =>
      utilityOf({ price: 100, margin: 10, discount }, { taste: { affinity: 1 }, model }).business;
    expect(business(0)).to.be.closeTo(0.2, 1e-13);
    expect(business(1)).to.be.closeTo(0.14, 1e-13);
  });

  it('[D3] the contributions sum to the utility, to the last bit', () => {
    const { utility, contributions } = utilityOf(
      { price: 2495, discount: 200 },
      { taste: { affinity: 0.3, fit: 0.3, priceFit: 0.9 }, wear: 1.7 },
    );
    expect(contributions.map(({ term }) => term)).to.deep.equal(['business', 'shopper', 'harm']);
    expect(contributions.reduce((sum, { value }) => sum + value, 0)).to.equal(utility);
  });

  it('[D3] the features are what the response was reckoned from', () => {
    const { features } = utilityOf(
      { price: 1000, discount: 250 },
      { taste: { affinity: 0.5, stated: -0.5, priceFit: 0.8 }, wear: 2 },
    );
    expect(features).to.deep.equal([
      { feature: 'affinity', value: 0.5, logit: 0.25 },
      { feature: 'stated', value: -0.5, logit: -0.4 },
      { feature: 'priceFit', value: 0.8, logit: 0.8 * 0.3 },
      { feature: 'wear', value: 2, logit: -0.8 },
      { feature: 'discount', value: 0.25, logit: 0.875 },
    ]);
  });

  it('[D3] advice sells nothing: no business, and the shopper counts in full', () => {
    const advice = utilityOf({ class: 'inform', price: 1000 }, { taste: { fit: 0.5 } });
    expect(advice.business).to.equal(0);
    expect(advice.shopper).to.be.at.least(0);
    expect(utilityOf({ class: 'replenish', price: 1000 }, { taste: { affinity: 0.5 } }).business).to.be.above(0);
  });

  it('[D3] what was seen often is worth less', () => {
    const worth = (wear: number): number =>
      utilityOf({ price: 2495 }, { taste: { affinity: 0.4, fit: 0.4 }, wear }).utility;
    expect(worth(3)).to.be.below(worth(1));
    expect(worth(1)).to.be.below(worth(0));
  });

  it('[D3] a discount costs what those would have paid who come anyway', () => {
    const { business } = utilityOf({ price: 1000, margin: 300, discount: 300 });
    expect(business).to.be.closeTo(-0.03 * 300, 1e-12);
  });
});
