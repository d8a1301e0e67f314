import { expect } from 'chai';
import fc from 'fast-check';
import { expectFault, hold, type Law } from '../../test/laws/law.js';
import {
  aliveProbability,
  expectedPurchases,
  expectedSpend,
  type Estimate,
  type PurchaseModel,
  type PurchaseSummary,
} from './lifetime-value.js';
import { hypergeometric } from './special-functions.js';

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
  expect(Math.abs(found.value / wanted - 1)).to.be.below(1e-12);
}

type Horizon = PurchaseSummary & { readonly weeks: number };

const valueOf = (estimate: Estimate): number => ('value' in estimate ? estimate.value : NaN);

/**
 * The mean of the mixture, integrated: someone who leaves with chance p after each purchase makes
 * (1 - (1 + p w)^-s) / p more, and p is Beta. By the double exponential rule, so that both ends may be infinite.
 */
function integrated(model: PurchaseModel, { repeats, age, weeks }: Horizon): number {
  const { a, alpha, r } = model;
  const b = model.b + repeats + (model.kind === 'mbg' ? 1 : 0);
  const w = weeks / (alpha + age);
  let [sum, total] = [0, 0];
  for (let t = -7; t <= 7; t += 1 / 64) {
    const odds = Math.PI * Math.sinh(t);
    const lnP = odds < 0 ? odds - Math.log1p(Math.exp(odds)) : -Math.log1p(Math.exp(-odds));
    const weight = Math.exp(a * lnP + b * (lnP - odds)) * Math.cosh(t);
    const p = Math.exp(lnP);
    const made = p < 1e-290 ? (r + repeats) * w : -Math.expm1(-(r + repeats) * Math.log1p(p * w)) / p;
    sum += weight * made;
    total += weight;
  }
  return sum / total;
}

/** Everyday numbers, and those at which the published form divides by 0 or has a third parameter below 0. */
const MODELS: fc.Arbitrary<PurchaseModel> = fc.record({
  kind: fc.constantFrom('bg', 'mbg'),
  r: fc.double({ min: 0.1, max: 5, noNaN: true }),
  alpha: fc.double({ min: 1, max: 50, noNaN: true }),
  a: fc.oneof(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.constantFrom(0.1, 0.4, 1, 1 + 1e-9)),
  b: fc.oneof(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.constantFrom(0.1, 0.3, 0.6)),
  spanWeeks: fc.constant(260),
});
const HORIZONS: fc.Arbitrary<Horizon> = fc
  .record({
    repeats: fc.oneof(fc.constantFrom(0, 1, 300), fc.nat(30)),
    age: fc.double({ min: 13, max: 200, noNaN: true }),
    recent: fc.double({ min: 0, max: 1, noNaN: true }),
    weeks: fc.double({ min: 1e-3, max: 520, noNaN: true }),
  })
  .map(({ repeats, age, recent, weeks }) => ({ repeats, age, lastAt: repeats === 0 ? 0 : age * recent, weeks }));

const isTheMeanOfTheMixture: Law<typeof expectedPurchases> = (subject, trial = { runs: 150, seed: 5 }) =>
  hold(
    fc.property(MODELS, HORIZONS, (model, horizon) => {
      const wanted = integrated(model, horizon) * valueOf(aliveProbability(model, horizon));
      expect(Math.abs(valueOf(subject(model, horizon)) - wanted)).to.be.at.most(1e-9 * wanted);
    }),
    trial,
  );

/** The published form (Fader, Hardie & Lee 2005, equation 10), with its difference clipped at 0. */
const published: typeof expectedPurchases = (model, horizon) => {
  const { r, alpha, a } = model;
  const { repeats, age, weeks } = horizon;
  const b = model.b + repeats + (model.kind === 'mbg' ? 1 : 0);
  const c = a + b - 1;
  const z = weeks / (alpha + age + weeks);
  const bought = (c / (a - 1)) * (1 - (1 - z) ** (r + repeats) * hypergeometric(z, [r + repeats, b, c]));
  return { value: Math.max(0, bought) * valueOf(aliveProbability(model, horizon)) };
};

/** Any number that a file can hold. */
const ANY: fc.Arbitrary<number> = fc.oneof(fc.double(), fc.constantFrom(0, -0, -1, Infinity, NaN));
const POSITIVE: fc.Arbitrary<number> = fc.oneof(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(5e-324, 1e-310, 1e-300, 1e-9, 1, 1e9, 1e300, Number.MAX_VALUE),
);
const WILD: fc.Arbitrary<number> = fc.oneof({ arbitrary: POSITIVE, weight: 30 }, { arbitrary: ANY, weight: 1 });
const WHOLE: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.oneof(fc.constantFrom(0, 1, 1000, 1e9, 2 ** 53, 1e300), fc.nat(50)), weight: 30 },
  { arbitrary: ANY, weight: 1 },
);
const WILD_HORIZONS: fc.Arbitrary<Horizon> = fc
  .record({ repeats: WHOLE, age: WILD, recent: fc.constantFrom(0, 0.5, 1, 1 + 1e-9), weeks: WILD })
  .map(({ recent, ...known }) => ({ ...known, lastAt: known.repeats === 0 ? 0 : known.age * recent }));

const saysWhy = (estimate: Estimate): void => {
  if ('unknown' in estimate)
    expect(estimate.unknown).to.match(/^(invalid-model|invalid-history|beyond-fit|not-computable)$/);
  else expect(estimate.value).to.be.within(0, Number.MAX_VALUE);
};

type Reading = (model: PurchaseModel, horizon: Horizon) => readonly Estimate[];

const isAValueOrAReason: Law<Reading> = (subject, trial) =>
  hold(
    fc.property(
      fc.record({ kind: fc.constantFrom('bg', 'mbg'), r: WILD, alpha: WILD, a: WILD, b: WILD, spanWeeks: WILD }),
      WILD_HORIZONS,
      (model, horizon) => {
        subject(model, horizon).forEach(saysWhy);
      },
    ),
    trial,
  );

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

  it('[P18] expected purchases are the mean of the mixture, also at a = 1 and where a + b < 1', () => {
    isTheMeanOfTheMixture(expectedPurchases);
    const rare: PurchaseModel = { kind: 'bg', r: 0.5, alpha: 5, a: 0.3, b: 0.4, spanWeeks: 52 };
    const horizon = { repeats: 0, lastAt: 0, age: 20, weeks: 52 };
    expect(valueOf(expectedPurchases(rare, horizon))).to.be.closeTo(integrated(rare, horizon), 1e-12);
  });

  it('[P18] planted faults: the published form at its poles, and a parameter that is slightly off, are seen', () => {
    expectFault(isTheMeanOfTheMixture, published);
    expectFault(isTheMeanOfTheMixture, (model, horizon) => expectedPurchases({ ...model, a: model.a + 1e-7 }, horizon));
  });

  it('[P18] it equals the published form where that keeps its digits', () => {
    for (const kind of ['bg', 'mbg'] as const) {
      for (const repeats of [0, 1, 7, 60]) {
        const horizon = { repeats, lastAt: repeats === 0 ? 0 : 20, age: 38.86, weeks: 39 };
        near(expectedPurchases({ ...CDNOW, kind }, horizon), valueOf(published({ ...CDNOW, kind }, horizon)));
      }
    }
  });

  it('[P18] where nobody leaves, purchases go on at their rate, however many there were and however long it was', () => {
    for (const kind of ['bg', 'mbg'] as const) {
      for (const repeats of [0, 1, 1000]) {
        for (const weeks of [0, 1e-12, 39, 520]) {
          const age = repeats === 0 ? 0 : 100;
          const found = expectedPurchases({ ...CDNOW, kind, a: 1e-9 }, { repeats, lastAt: age, age, weeks });
          const wanted = ((CDNOW.r + repeats) / (CDNOW.alpha + age)) * weeks;
          expect(Math.abs(valueOf(found) - wanted)).to.be.at.most(1e-5 * wanted);
        }
      }
    }
  });

  it('[P18] a history of age 0 has a value, and a count that is not whole is no history', () => {
    for (const repeats of [0, 1, 1000]) {
      const found = expectedPurchases(CDNOW, { repeats, lastAt: 0, age: 0, weeks: 10 });
      expect(valueOf(found)).to.be.above(0);
    }
    expect(expectedPurchases(CDNOW, { repeats: 0.5, lastAt: 0, age: 5, weeks: 10 })).to.deep.equal({
      unknown: 'invalid-history',
    });
    expect(expectedPurchases({ ...CDNOW, alpha: 1e-9 }, { repeats: 5, lastAt: 0, age: 0, weeks: 10 })).to.deep.equal({
      unknown: 'not-computable',
    });
  });

  it('[P18] whatever the model and the history, there is a value or a reason', () => {
    isAValueOrAReason((model, horizon) => [
      aliveProbability(model, horizon),
      expectedPurchases(model, horizon),
      expectedSpend({ p: model.r, q: model.a, gamma: model.alpha }, { repeats: horizon.repeats, mean: horizon.lastAt }),
    ]);
    expectFault(isAValueOrAReason, (model) => [{ value: model.r - model.a }]);
  });
});
