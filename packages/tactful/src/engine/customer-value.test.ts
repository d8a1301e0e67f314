import { expect } from 'chai';
import fc from 'fast-check';
import { activeByHiatus, customerValue, type ValueQuestion } from './customer-value.js';
import { expectedPurchases, type PurchaseModel } from './lifetime-value.js';
import { purchaseQuantile } from './purchase-range.js';

const CDNOW: PurchaseModel = { kind: 'bg', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, spanWeeks: 260 };
const QUESTION: ValueQuestion = {
  purchases: CDNOW,
  spend: { p: 6.25, q: 3.74, gamma: 15.44 },
  summary: { repeats: 2, lastAt: 30.43, age: 38.86, mean: 22.35, since: 59, gaps: [70, 143] },
  margin: 1,
  weeks: 52,
};
const valueOf = (question: ValueQuestion): number => {
  const worth = customerValue(question);
  return 'value' in worth ? worth.value : NaN;
};

describe('customer value', () => {
  it('[P27] has the published digits for a year at 10 %', () => {
    expect(valueOf(QUESTION)).to.be.closeTo(36.758946491171606, 1e-11);
    expect(valueOf({ ...QUESTION, purchases: { ...CDNOW, kind: 'mbg' } })).to.be.closeTo(40.4034725827857, 1e-11);
  });

  it('[P27] K7: stands between bounds, and the rule of thumb stands beside it', () => {
    const worth = customerValue(QUESTION);
    if ('unknown' in worth) throw new Error(worth.unknown);
    const { value, low = NaN, high = NaN, alive, hiatus } = worth;
    expect(low).to.be.below(value);
    expect(high).to.be.above(value);
    expect(alive).to.be.closeTo(0.72657857, 1e-8);
    expect(hiatus.active).to.equal(true);
    expect(hiatus.value).to.be.closeTo((2 / 38.86) * 52 * 22.35, 1e-9);
  });

  it('[P27] K7: a bag of screws counts with the years to come: more purchases, more worth', () => {
    const worthOf = (repeats: number): number =>
      valueOf({ ...QUESTION, summary: { repeats, lastAt: 38, age: 38.86, mean: 4, since: 6, gaps: [7] } });
    expect(worthOf(30)).to.be.above(10 * 4);
    expect(worthOf(30)).to.be.above(worthOf(3));
  });

  it('[P27] says why where there is no number', () => {
    expect(customerValue({ ...QUESTION, weeks: 521 })).to.deep.equal({ unknown: 'beyond-fit' });
    expect(customerValue({ ...QUESTION, purchases: { ...CDNOW, a: 0 } })).to.deep.equal({ unknown: 'invalid-model' });
    expect(customerValue({ ...QUESTION, spend: { p: 1, q: 1, gamma: 1 } })).to.deep.equal({ unknown: 'invalid-model' });
    expect(customerValue({ ...QUESTION, margin: NaN })).to.deep.equal({ unknown: 'invalid-model' });
    expect(customerValue({ ...QUESTION, summary: { ...QUESTION.summary, lastAt: 99 } })).to.deep.equal({
      unknown: 'invalid-history',
    });
  });

  it('[P27] somebody who came once spends like everybody and has no hiatus', () => {
    const worth = customerValue({
      ...QUESTION,
      summary: { repeats: 0, lastAt: 0, age: 9, mean: undefined, since: 63, gaps: [] },
    });
    expect(worth).to.deep.include({ hiatus: { active: undefined, value: undefined } });
    expect(valueOf({ ...QUESTION, weeks: 0 })).to.equal(0);
  });

  it('[P27] the hiatus rule: gone after three median gaps, to the day', () => {
    const after = (days: number): boolean | undefined => activeByHiatus({ since: days, gaps: [5, 7, 90] });
    expect([after(20), after(21), activeByHiatus({ since: 1, gaps: [] })]).to.deep.equal([true, false, undefined]);
  });
});

describe('purchase range', () => {
  const quantile = (probability: number, given: Omit<Parameters<typeof purchaseQuantile>[1], never>): number => {
    const found = purchaseQuantile(probability, given);
    return 'value' in found ? found.value : NaN;
  };

  it('[P27] law: the mean over all its quantiles is the expected number of purchases', () => {
    const histories = fc.record({
      kind: fc.constantFrom('bg' as const, 'mbg' as const),
      repeats: fc.integer({ min: 1, max: 20 }),
      silent: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(histories, ({ kind, repeats, silent }) => {
        const model = { ...CDNOW, kind };
        const history = { repeats, lastAt: 30, age: 30 + silent };
        const steps = 400;
        let sum = 0;
        for (let i = 0; i < steps; i++) sum += quantile((i + 0.5) / steps, { model, history, weeks: 39 });
        const wanted = expectedPurchases(model, { ...history, weeks: 39 });
        if ('unknown' in wanted) throw new Error(wanted.unknown);
        expect(sum / steps).to.be.closeTo(wanted.value, 0.05 + 0.01 * wanted.value);
      }),
      { numRuns: 20 },
    );
  });

  it('[P27] is a whole number, zero within no time, and unknown beyond the fit', () => {
    const history = { repeats: 2, lastAt: 30.43, age: 38.86 };
    expect(purchaseQuantile(0.9, { model: CDNOW, history, weeks: 39 })).to.deep.equal({ value: 3 });
    expect(purchaseQuantile(0.99, { model: CDNOW, history, weeks: 0 })).to.deep.equal({ value: 0 });
    expect(purchaseQuantile(0.9, { model: CDNOW, history, weeks: 521 })).to.deep.equal({ unknown: 'beyond-fit' });
    expect(purchaseQuantile(0.9, { model: { ...CDNOW, r: 0 }, history, weeks: 1 })).to.deep.equal({
      unknown: 'invalid-model',
    });
    const many = { repeats: 1000, lastAt: 38, age: 38 };
    expect(quantile(0.5, { model: CDNOW, history: many, weeks: 500 })).to.be.above(100);
  });
});
