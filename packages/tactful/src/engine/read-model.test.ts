import { expect } from 'chai';
import { expectedPurchases, expectedSpend } from './lifetime-value.js';
import { readModel } from './read-model.js';

/** The format of version 1, as a shop may have it on disk: readers must take this text for ever. */
const GOLDEN = `{
  "format": "tactful-model",
  "version": 1,
  "purchases": {
    "kind": "mbg",
    "r": 0.525,
    "alpha": 6.183,
    "a": 0.891,
    "b": 1.614,
    "spanWeeks": 38.857142857142854
  },
  "spend": {
    "p": 6.25,
    "q": 3.74,
    "gamma": 15.44
  },
  "fit": {
    "customers": 2357,
    "logLikelihood": -9575.5,
    "unidentified": [],
    "spendCustomers": 946,
    "spendLogLikelihood": -4055.92,
    "spendCorrelation": 0.11,
    "medianGapWeeks": 4
  }
}
`;

const golden = (): Record<string, Record<string, unknown>> =>
  JSON.parse(GOLDEN) as Record<string, Record<string, unknown>>;
const withPart = (part: string, changes: object): unknown => ({
  ...golden(),
  [part]: { ...golden()[part], ...changes },
});
const pathsOf = (raw: unknown): readonly string[] => readModel(raw).problems.map(({ path }) => path);

describe('reading a population model', () => {
  it('[S17] the golden file of version 1 is taken whole, and its parts serve the closed forms', () => {
    const { model, problems } = readModel(golden());
    expect(problems).to.deep.equal([]);
    expect(model).to.deep.equal(golden());
    expect(`${JSON.stringify(model, null, 2)}\n`).to.equal(GOLDEN);
    if (model?.spend === undefined) throw new Error('no spend model');
    expect(expectedPurchases(model.purchases, { repeats: 2, lastAt: 30, age: 38, weeks: 4 })).to.have.key('value');
    expect(expectedSpend(model.spend, { repeats: 2, mean: 20 })).to.have.key('value');
  });

  it('[S17] a newer version is refused by that name, any other head by what belongs there', () => {
    expect(readModel({ ...golden(), version: 2 })).to.deep.equal({
      problems: [{ path: 'version', found: '2', fix: '1; a newer tactful wrote it: update this one' }],
    });
    expect(readModel({ ...golden(), version: '1' }).problems).to.deep.equal([
      { path: 'version', found: '"1"', fix: '1' },
    ]);
    for (const raw of [undefined, null, [], 'x', 5]) expect(pathsOf(raw)).to.deep.equal(['']);
    expect(pathsOf({ ...golden(), format: 'tactful-catalog' })).to.deep.equal(['format']);
  });

  it('[S17] every wrong part is told with its path and fix, and there is no model', () => {
    const wrong: readonly (readonly [unknown, string])[] = [
      [{ ...golden(), purchases: undefined }, 'purchases'],
      [{ ...golden(), spend: [] }, 'spend'],
      [{ ...golden(), fit: null }, 'fit'],
      [withPart('purchases', { kind: 'pareto' }), 'purchases.kind'],
      [withPart('purchases', { r: 0 }), 'purchases.r'],
      [withPart('purchases', { alpha: NaN }), 'purchases.alpha'],
      [withPart('purchases', { a: '1' }), 'purchases.a'],
      [withPart('purchases', { b: Infinity }), 'purchases.b'],
      [withPart('purchases', { spanWeeks: undefined }), 'purchases.spanWeeks'],
      [withPart('spend', { q: 1 }), 'spend.q'],
      [withPart('spend', { p: -1 }), 'spend.p'],
      [withPart('spend', { gamma: null }), 'spend.gamma'],
      [withPart('spend', { currency: 'euro' }), 'spend.currency'],
      [withPart('spend', { unit: 'major' }), 'spend.unit'],
      [withPart('fit', { customers: 1.5 }), 'fit.customers'],
      [withPart('fit', { logLikelihood: null }), 'fit.logLikelihood'],
      [withPart('fit', { unidentified: 'a' }), 'fit.unidentified'],
      [withPart('fit', { spendCorrelation: 2 }), 'fit.spendCorrelation'],
      [withPart('fit', { medianGapWeeks: 0 }), 'fit.medianGapWeeks'],
    ];
    for (const [raw, path] of wrong) {
      const { model, problems } = readModel(raw);
      expect([path, model]).to.deep.equal([path, undefined]);
      expect(problems.map((problem) => problem.path)).to.deep.equal([path]);
      expect(problems[0]?.fix).to.match(/^(a|an|") ?\w/);
    }
    expect(pathsOf(withPart('purchases', { r: 0, b: -1 }))).to.deep.equal(['purchases.r', 'purchases.b']);
  });

  it('[S17] without spend and optional figures it is a model; foreign and inherited keys stay behind', () => {
    const { spend, fit, ...rest } = golden();
    expect(spend).to.be.an('object');
    const bare = { ...rest, fit: { customers: 10, logLikelihood: -1, unidentified: ['purchases.a'] } };
    expect(readModel(bare)).to.deep.equal({ model: bare, problems: [] });
    const hostile = JSON.parse(
      JSON.stringify({ ...bare, more: 1, fit: { ...bare.fit, note: 'x' } }).replace('"note"', '"__proto__"'),
    ) as unknown;
    expect(readModel(hostile).model).to.deep.equal(bare);
    expect(pathsOf({ ...golden(), purchases: Object.create({ ...golden()['purchases'] }) as object })).to.have.length(
      6,
    );
    expect(fit).to.be.an('object');
  });
});
