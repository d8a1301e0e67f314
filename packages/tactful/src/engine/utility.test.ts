import { expect } from 'chai';
import fc from 'fast-check';
import { offer, shopOf } from '../../test/garden-shop.js';
import { staying } from './annoyance.js';
import type { Offer } from './catalog.js';
import { compileCatalog } from './compile-catalog.js';
import type { Direction } from './decision.js';
import { ln, sigmoid } from './dmath.js';
import { DEFAULT_MODEL, type Model } from './model.js';
import type { GroupNeed } from './need-due.js';
import type { OfferTaste } from './taste.js';
import { harmOf, offerUtility, utilityBasis, type Utility, type UtilityContext } from './utility.js';

const NO_TASTE: OfferTaste = { affinity: 0, stated: 0, evidence: 0, fit: 0, priceFit: 0 };
const logit = (p: number): number => ln(p / (1 - p));

function utilityOf(
  about: Partial<Offer>,
  how: {
    readonly taste?: Partial<OfferTaste>;
    readonly model?: Partial<Model>;
    readonly wear?: number;
    readonly need?: GroupNeed;
    readonly goal?: number;
    readonly day?: boolean;
    readonly annoyance?: number;
    readonly basis?: Partial<UtilityContext>;
    readonly beside?: readonly Offer[];
  } = {},
): Utility {
  const model: Model = { ...DEFAULT_MODEL, ...how.model };
  const catalog = compileCatalog(shopOf(offer({ id: 'a', class: 'suggest', ...about }), ...(how.beside ?? [])), model);
  const [compiled] = catalog.offers;
  if (!compiled) throw new Error('the catalogue is empty');
  const { priceFit, ...group } = { ...NO_TASTE, ...how.taste };
  return offerUtility(compiled, {
    group,
    priceFit,
    wear: how.wear ?? 0,
    ...(how.need ? { need: how.need } : {}),
    goal: how.goal ?? 0,
    ...(how.day === undefined ? {} : { day: how.day }),
    basis: utilityBasis(how.annoyance ?? 0, { catalog, model, ...how.basis }),
  });
}

describe('utility', () => {
  const WORKED: Model = {
    ...DEFAULT_MODEL,
    relationshipValue: 60,
    negative: { ...DEFAULT_MODEL.negative, inbound: { probability: 0.01, severity: 1 }, spread: 0 },
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
    expect(harmOf(0, { model: WORKED })).to.be.closeTo(0.0452407, 5e-8);
    const face = { ...WORKED, stay: { ...WORKED.stay, statedToActual: 1 } };
    expect(harmOf(0, { model: face })).to.be.closeTo(0.0870702928, 5e-8);
  });

  it('[D2] business is .20 without and .14 with a discount of 1, for a margin of 10 that .04 buy unasked and .06 asked', () => {
    const model: Partial<Model> = {
      logit: {
        ...DEFAULT_MODEL.logit,
        intercept: logit(0.04),
        affinity: logit(0.06) - logit(0.04),
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

  it('[D50] harm rises with how far one comes to them: severity .25, .5 and 1, chances at one sd above .002, .005, .01', () => {
    const harm = (direction: Direction): number => harmOf(0, { model: DEFAULT_MODEL, direction });
    expect(harm('inbound')).to.be.closeTo(2.155242584393384, 1e-12);
    expect(harm('interrupt')).to.be.closeTo(3.210869608434441, 1e-12);
    expect(harm('outbound')).to.be.closeTo(9.410861809652369, 1e-12);
    expect(harm('requested')).to.equal(harm('inbound'));
    const plain = { ...DEFAULT_MODEL, negative: { ...DEFAULT_MODEL.negative, spread: 0 } };
    expect(harmOf(0, { model: plain })).to.be.closeTo(2.094281553522145, 1e-12);
  });

  it('[D50] nobody is cheap to annoy; who is worth more is spared more, on their own page up to three times the usual', () => {
    const harm = (lifetimeValue: number, direction: Direction): number =>
      harmOf(0, { model: DEFAULT_MODEL, direction, lifetimeValue }) - DEFAULT_MODEL.attention;
    expect(harm(10, 'inbound')).to.equal(harm(6000, 'inbound'));
    expect(harm(12_000, 'inbound')).to.be.closeTo(2 * harm(6000, 'inbound'), 1e-12);
    expect(harm(1e6, 'inbound')).to.be.closeTo(3 * harm(6000, 'inbound'), 1e-12);
    expect(harm(60_000, 'outbound')).to.be.closeTo(10 * harm(6000, 'outbound'), 1e-10);
  });

  it('[D50] the annoyed are annoyed more by one thing more', () => {
    const worth = (annoyance: number): number => utilityOf({ price: 3000 }, { annoyance }).utility;
    expect(worth(1)).to.be.below(worth(0.5));
    expect(worth(0.5)).to.be.below(worth(0));
  });

  it('[D51] a need that was met, tiredness and calling upon somebody lower the response; due, moment and goal raise it', () => {
    const { features, business } = utilityOf(
      { price: 1000 },
      {
        need: { satiation: 0.5, due: 0.9 },
        goal: 1,
        basis: { fatigue: 2, moment: 1, support: 0.4, direction: 'outbound' },
      },
    );
    const read = new Map(features.map((each) => [each.feature, each.logit]));
    for (const [feature, wanted] of [
      ['satiation', -1.25],
      ['due', 0.54],
      ['goal', 0.8],
      ['fatigue', -0.3],
      ['moment', 0.35],
      ['outbound', -0.5],
      ['support', -0.2],
    ] as const)
      expect(read.get(feature), feature).to.be.closeTo(wanted, 1e-12);
    const unasked = logit(0.03) - 0.2;
    const p0 = sigmoid(unasked);
    expect(business).to.be.closeTo((sigmoid(unasked - 1.25 + 0.54 + 0.8 - 0.3 + 0.35 - 0.5) - p0) * 300, 1e-10);
  });

  it('[D51] inputs that say nothing are left out', () => {
    const { features } = utilityOf({ price: 1000 });
    expect(features.map(({ feature }) => feature)).to.deep.equal([
      'affinity',
      'stated',
      'priceFit',
      'wear',
      'discount',
    ]);
  });

  it('[D51] M1: a moment adds at most what was measured, and never takes away', () => {
    const added = (moment: number): number | undefined =>
      utilityOf({}, { model: { logit: { ...DEFAULT_MODEL.logit, moment } }, basis: { moment: 1 } }).features.find(
        ({ feature }) => feature === 'moment',
      )?.logit;
    expect([-1, 0.35, 5].map(added)).to.deep.equal([0, 0.35, 0.7394]);
  });

  it('[D52] law: the contributions sum to the utility, to the last bit, whatever is offered', () => {
    const amount = fc.nat(20_000);
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    const level = fc.double({ min: 0, max: 1, noNaN: true });
    const about = fc.constantFrom<Offer['class']>(
      'suggest',
      'coupon',
      'inform',
      'replenish',
      'gift',
      'help',
      'apology',
      'together',
    );
    fc.assert(
      fc.property(
        about,
        amount,
        amount,
        share,
        share,
        level,
        level,
        (offerClass, price, discount, affinity, fit, due, priceFit) => {
          const { utility, contributions } = utilityOf(
            { class: offerClass, price, discount: Math.min(price, discount) },
            {
              taste: { affinity, fit, priceFit },
              need: { satiation: 1 - due, due },
              goal: due,
              annoyance: 3 * due,
              basis: { relation: { gift: 100 * fit, help: 6, apology: 7 } },
            },
          );
          expect(contributions.reduce((sum, { value }) => sum + value, 0)).to.equal(utility);
        },
      ),
    );
  });

  it('[D56] R8: advice that saves the shopper 20 outranks a sale that earns 10, and the saving has a line of its own', () => {
    const taste = { affinity: 0.5, fit: 0.5, priceFit: 0.5 };
    const advice = utilityOf({ class: 'inform', discount: 2000 }, { taste });
    const sale = utilityOf({ price: 4000, margin: 1000 }, { taste });
    expect(advice.utility).to.be.above(sale.utility);
    expect(advice.business).to.equal(0);
    const p1 = sigmoid(logit(0.03) + 0.25 + 0.15);
    expect(advice.saving).to.be.closeTo(p1 * 2000, 1e-10);
    expect(advice.contributions.map(({ term }) => term)).to.deep.equal(['business', 'shopper', 'saving', 'harm']);
    expect(utilityOf({ class: 'together', discount: 2000 }, { taste }).utility).to.equal(advice.utility);
  });

  it('[D55] K7: help outranks the sale of a bag of screws, not that of a kitchen', () => {
    const taste = { affinity: 1, fit: 1, priceFit: 1 };
    const help = utilityOf({ class: 'help' }, { basis: { relation: { help: 6 } } });
    expect(help.utility).to.be.above(utilityOf({ price: 349 }, { taste }).utility);
    expect(help.utility).to.be.above(DEFAULT_MODEL.tactMargin);
    expect(help.utility).to.be.below(utilityOf({ price: 499_900 }, { taste }).utility);
  });

  it('[D57] R15: what helps a goal of the shopper is worth more, unless they do not want it', () => {
    const worth = (goal: number, stated = 0): number =>
      utilityOf({ price: 2000 }, { goal, taste: { stated, fit: stated } }).utility;
    expect(worth(1)).to.be.above(worth(0.5));
    expect(worth(0.5)).to.be.above(worth(0));
    expect(utilityOf({ price: 2000 }, { goal: 1, taste: { stated: -0.5, fit: -0.5 } }).shopper).to.be.below(0);
  });

  it('[D68] of a price that does not fit only the usual margin of the category counts', () => {
    const beside = [
      offer({ id: 'b', class: 'suggest', category: ['wine'], price: 500 }),
      offer({ id: 'c', class: 'suggest', category: ['wine'], price: 400 }),
    ];
    const business = (price: number, priceFit: number): number =>
      utilityOf(
        { price, category: ['wine'] },
        { taste: { affinity: 1, priceFit }, beside, model: { logit: { ...DEFAULT_MODEL.logit, priceFit: 0 } } },
      ).business;
    expect(business(5000, 0)).to.be.closeTo(business(500, 0), 1e-10);
    expect(business(5000, 1)).to.be.closeTo(10 * business(500, 1), 1e-10);
    expect(business(5000, 0.5)).to.be.closeTo(5.5 * business(500, 1), 1e-10);
  });

  it('[D207] M3: what is new and just for such a day fits as well as something can, and the day is a moment', () => {
    const tub = offer({ id: 'tub', class: 'suggest', price: 1295 });
    const cone = (how: Parameters<typeof utilityOf>[1] = {}): Utility =>
      utilityOf({ class: 'inspire' }, { beside: [tub], ...how });
    // Of 12.95 euros 3.885 are margin: .3 x 388.5 x .3 x .03 on any day, .3 x 388.5 x .0420434 on this one.
    expect(cone().shopper).to.be.closeTo(1.04895, 1e-9);
    expect(cone({ day: true }).shopper).to.be.closeTo(116.55 * 0.0420434, 1e-5);
    expect(cone({ day: true }).features.at(-1)).to.deep.equal({ feature: 'moment', value: 1, logit: 0.35 });
    expect(cone({ day: true, basis: { moment: 1 } }).shopper).to.equal(cone({ day: true }).shopper);
    // Who wants less of it has no day for it.
    const less = { taste: { stated: -1, fit: 0.1 } };
    expect(cone({ ...less, day: true }).shopper / cone({ ...less, basis: { moment: 1 } }).shopper).to.be.closeTo(
      1,
      1e-12,
    );
  });
});
