import { expect } from 'chai';
import fc from 'fast-check';
import type { Customer } from './cohort.js';
import { fitPopulation } from './fit-population.js';
import { maximize } from './maximize.js';
import { purchaseLikelihood, type PurchaseParameters } from './purchase-likelihood.js';
import { spendLikelihood } from './spend-likelihood.js';

/** Customers on a grid of histories, more of them at few purchases; nobody is drawn by chance. */
const GRID: readonly Customer[] = Array.from({ length: 240 }, (_, index): Customer => {
  const repeats = index % 3 === 0 ? (index % 7) + 1 : 0;
  const age = 20 + (index % 13);
  return repeats === 0
    ? { repeats, lastAt: 0, age }
    : { repeats, lastAt: (age * ((index % 10) + 1)) / 11, age, mean: 5 + ((index * 37) % 50) };
});
const cohort = { customers: GRID, spanWeeks: 32, laterWeeks: 0, medianGapWeeks: 3 };

describe('fitting a population', () => {
  it('[S20] one customer at the published parameters of CDNOW: both likelihoods as their papers write them', () => {
    // x = 2, t_x = 30.43, T = 38.86 at r, alpha, a, b: the terms of the papers with whole-number gamma ratios written out.
    const [r, alpha, a, b] = [0.243, 4.414, 0.793, 2.426];
    const [early, late] = [(alpha + 30.43) ** -(r + 2), (alpha + 38.86) ** -(r + 2)];
    const rate = r * (r + 1) * alpha ** r;
    const bg = rate * ((b * (b + 1) * late) / ((a + b) * (a + b + 1)) + (a * b * early) / ((a + b) * (a + b + 1)));
    const stay3 = (b * (b + 1) * (b + 2)) / ((a + b) * (a + b + 1) * (a + b + 2));
    const leave = (a * b * (b + 1)) / ((a + b) * (a + b + 1) * (a + b + 2));
    const mbg = rate * (stay3 * late + leave * early);
    const customer = [{ repeats: 2, lastAt: 30.43, age: 38.86 }];
    expect(purchaseLikelihood(customer, 'bg')([r, alpha, a, b])).to.be.closeTo(Math.log(bg), 1e-12);
    expect(purchaseLikelihood(customer, 'mbg')([r, alpha, a, b])).to.be.closeTo(Math.log(mbg), 1e-12);
  });

  it('[S20] Gamma-Gamma with whole parameters is what can be written out', () => {
    // p = 1, q = 2, gamma = 3, x = 1: density q gamma^q / (gamma + m)^(q + 1).
    expect(spendLikelihood([{ repeats: 1, mean: 5 }])([1, 2, 3])).to.be.closeTo(Math.log((2 * 9) / 8 ** 3), 1e-11);
  });

  it('[S20] no parameters near or far are likelier than those found, and no other start leads higher', () => {
    for (const kind of ['bg', 'mbg'] as const) {
      const { model, settled } = fitPopulation({ cohort, kind });
      expect(settled).to.equal(true);
      const { r, alpha, a, b } = model.purchases;
      const likelihood = purchaseLikelihood(GRID, kind);
      expect(likelihood([r, alpha, a, b])).to.be.closeTo(model.fit.logLikelihood, 1e-9);
      const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
      fc.assert(
        fc.property(fc.tuple(factor, factor, factor, factor), ([f, g, h, i]) => {
          expect(likelihood([r * f, alpha * g, a * h, b * i])).to.be.at.most(model.fit.logLikelihood + 1e-9);
        }),
      );
      const starts: readonly PurchaseParameters[] = [
        [1, 3, 1, 3],
        [0.1, 10, 0.5, 5],
        [5, 0.5, 0.1, 0.1],
      ];
      for (const start of starts) {
        // On this grid MBG/NBD has a second, lower hill, on which some starts end: the default takes the best of three.
        const other = fitPopulation({ cohort, kind, start }).model.fit.logLikelihood;
        expect(other).to.be.at.most(model.fit.logLikelihood + 1e-6);
      }
    }
  });

  it('[S20] the unit of money changes gamma alone', () => {
    const yen = GRID.map((each) => (each.mean === undefined ? each : { ...each, mean: each.mean * 100 }));
    const [euro, inYen] = [cohort, { ...cohort, customers: yen }].map(
      (each) => fitPopulation({ cohort: each, kind: 'mbg' }).model,
    );
    expect(inYen?.purchases).to.deep.equal(euro?.purchases);
    expect((inYen?.spend?.gamma ?? 0) / (euro?.spend?.gamma ?? 0)).to.be.closeTo(100, 1e-3);
    expect(inYen?.spend?.p).to.be.closeTo(euro?.spend?.p ?? 0, 1e-3);
  });

  it('[S20] the search settles on a curved ridge', () => {
    const banana = ([x = 0, y = 0]: readonly number[]): number => -((1 - x) ** 2) - 100 * (y - x * x) ** 2;
    const { at, settled } = maximize(banana, [-1.2, 1]);
    expect(settled).to.equal(true);
    expect(at[0]).to.be.closeTo(1, 1e-4);
    expect(at[1]).to.be.closeTo(1, 1e-4);
  });

  it('[S21] where nobody ever leaves, a and b are not identified and every number stays finite', () => {
    // Purchases up to the very end: no likelihood of leaving improves the fit.
    const loyal = GRID.map((each) => (each.repeats > 0 ? { ...each, lastAt: each.age } : each));
    const { model } = fitPopulation({ cohort: { ...cohort, customers: loyal }, kind: 'bg' });
    expect(model.fit.unidentified).to.include.members(['purchases.a', 'purchases.b']);
    expect(model.fit.unidentified).not.to.include('purchases.r');
    expect(JSON.stringify(model)).not.to.include('null');
  });

  it('[S21] means that do not differ leave p and q open, and means that go together with frequency are told', () => {
    const same = GRID.map((each) => (each.repeats > 0 ? { ...each, mean: 10 } : each));
    const { model } = fitPopulation({ cohort: { ...cohort, customers: same }, kind: 'mbg' });
    expect(model.fit.unidentified).to.include.members(['spend.p', 'spend.q']);
    expect(model.fit.spendCorrelation).to.equal(undefined);
    expect(JSON.stringify(model)).not.to.include('null');
    const rising = GRID.map((each) => (each.repeats > 0 ? { ...each, mean: each.repeats * 10 } : each));
    expect(
      fitPopulation({ cohort: { ...cohort, customers: rising }, kind: 'mbg' }).model.fit.spendCorrelation,
    ).to.be.closeTo(1, 1e-12);
  });

  it('[S21] without anything to fit there is one line that says so', () => {
    const fit =
      (customers: readonly Customer[], spanWeeks = 32) =>
      () =>
        fitPopulation({ cohort: { customers, spanWeeks, laterWeeks: 0 }, kind: 'mbg' });
    expect(fit(GRID.slice(0, 1))).to.throw('1 customer: a fit needs 10 or more');
    expect(fit(GRID.map(({ age }) => ({ repeats: 0, lastAt: 0, age })))).to.throw('nobody bought on a second day');
    expect(fit(GRID, 0)).to.throw('all purchases are on one day');
    const { model, noSpend } = fit(GRID.map(({ repeats, lastAt, age }) => ({ repeats, lastAt, age })))();
    expect([model.spend, noSpend]).to.deep.equal([undefined, 'no-values']);
  });
});
