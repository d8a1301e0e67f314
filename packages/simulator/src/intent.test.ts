import { expect } from 'chai';
import fc from 'fast-check';
import { evaluateIntent } from './evaluate-intent.js';
import { fitIntent, intentProbability } from './fit-intent.js';
import { INTENT_COLUMNS, readIntentRows, type IntentRow } from './intent-rows.js';
import { fitLogistic, logisticProbability } from './logistic-regression.js';
import { areaUnderCurve, calibrationError } from './rank-quality.js';
import { seededShuffle } from './seeded-shuffle.js';

const HEAD = [...INTENT_COLUMNS.counts, ...INTENT_COLUMNS.shares, ...INTENT_COLUMNS.kinds, 'PageValues', 'Revenue'];
const line = (pages: number, kind: string, buyer: number, pageValue = 0): string =>
  [1, 2, 0, 0, pages, pages * 30, 0.1, 0.1, 0, 'Nov', kind, '0', '2', pageValue, buyer].join(',');
const FILE = [
  HEAD.join(','),
  ...Array.from({ length: 300 }, (_, index) =>
    line(
      (index % 20) + 1,
      index % 4 === 0 ? 'New_Visitor' : 'Returning_Visitor',
      (index * 7) % 20 < index % 20 ? 1 : 0,
      index,
    ),
  ),
].join('\n');
const rows = (): readonly IntentRow[] => readIntentRows(FILE, 'f.csv');

describe('the intent model', () => {
  it('[S24] reads session totals and leaves PageValues, which knows of later purchases', () => {
    expect(rows()).to.have.length(300);
    expect(JSON.stringify(rows()[5])).not.to.include('PageValues');
    const { terms, label } = fitIntent(rows());
    expect(terms.map(({ column }) => column)).not.to.include('PageValues');
    expect(label).to.equal('session totals, not the intent filter');
  });

  it('[S24] a bad row is refused by number and rule, never by value', () => {
    const read = (row: string) => () => readIntentRows(`${HEAD.join(',')}\n${row}\n`, 'f.csv');
    expect(read(line(-1, 'New_Visitor', 0))).to.throw('f.csv: row 2: ProductRelated: below 0');
    expect(read(line(NaN, 'New_Visitor', 0))).to.throw('f.csv: row 2: ProductRelated: not a number');
    expect(read(line(1, '', 0))).to.throw('f.csv: row 2: VisitorType: not a short text');
    expect(read(line(1, 'New_Visitor', 4711))).to.throw('f.csv: row 2: Revenue: not 0 or 1');
    expect(() => readIntentRows(`${HEAD.join(',')}\n`, 'f.csv')).to.throw('f.csv: no rows');
    expect(() => readIntentRows('a,b\n1,2\n', 'f.csv')).to.throw(/column missing: Administrative/);
    expect(() => fitIntent(rows().slice(0, 5))).to.throw(/a fit needs 10 or more of each$/);
  });

  it('[S24] a logistic fit meets the base rate, and the log-odds of a table of two by two', () => {
    const table = [
      ...Array.from({ length: 40 }, (_, index) => [1, index < 10] as const),
      ...Array.from({ length: 60 }, (_, index) => [0, index < 6] as const),
    ];
    const [intercept = 0, weight = 0] = fitLogistic(
      table.map(([seen]) => Float64Array.of(1, seen)),
      { outcomes: table.map(([, outcome]) => outcome), ridge: 0 },
    );
    expect(intercept).to.be.closeTo(Math.log(6 / 54), 1e-9);
    expect(weight).to.be.closeTo(Math.log(10 / 30) - Math.log(6 / 54), 1e-9);
    expect(logisticProbability([1, 1], [intercept, weight])).to.be.closeTo(0.25, 1e-9);
  });

  it('[S24] the ridge keeps weights finite where a column tells everything or nothing', () => {
    const outcomes = Array.from({ length: 40 }, (_, index) => index < 20);
    const perfect = outcomes.map((outcome) => Float64Array.of(1, outcome ? 1 : -1, outcome ? 1 : -1, 0));
    const weights = fitLogistic(perfect, { outcomes, ridge: 1 });
    expect(weights.every(Number.isFinite)).to.equal(true);
    expect(weights[1]).to.be.closeTo(weights[2] ?? 0, 1e-9);
    expect(weights[3]).to.equal(0);
  });

  it('[S24] the area under the curve counts won pairs, ties half; any increasing change keeps it', () => {
    const scored = [0.1, 0.4, 0.4, 0.9].map((probability, index) => ({ probability, outcome: index % 2 === 1 }));
    expect(areaUnderCurve(scored)).to.equal((1 + 1 + 0.5 + 1) / 4);
    expect(areaUnderCurve([])).to.equal(0.5);
    const cases = fc.array(
      fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.boolean() }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(cases, (list) => {
        const pairs = list.flatMap((hit) =>
          hit.outcome ? list.filter(({ outcome }) => !outcome).map((miss) => [hit, miss] as const) : [],
        );
        const won = pairs.reduce(
          (sum, [hit, miss]) =>
            sum + (hit.probability > miss.probability ? 1 : hit.probability === miss.probability ? 0.5 : 0),
          0,
        );
        expect(areaUnderCurve(list)).to.be.closeTo(pairs.length === 0 ? 0.5 : won / pairs.length, 1e-12);
      }),
    );
  });

  it('[S24] the calibration error is the mean miss of the chance told, over ten bins', () => {
    const told = (probability: number, outcomes: readonly boolean[]) =>
      outcomes.map((outcome) => ({ probability, outcome }));
    expect(calibrationError(told(0.5, [true, false]))).to.equal(0);
    expect(calibrationError([...told(0.05, [true, true]), ...told(1, [true, false])])).to.be.closeTo(
      (2 * 0.95 + 2 * 0.5) / 4,
      1e-12,
    );
    expect(calibrationError([])).to.equal(0);
  });

  it('[S24] a shuffle keeps every item, depends on its seed alone, and seeds differ', () => {
    const items = Array.from({ length: 200 }, (_, index) => index);
    expect(seededShuffle(items, 3)).to.deep.equal(seededShuffle(items, 3));
    expect(seededShuffle(items, 3)).not.to.deep.equal(seededShuffle(items, 4));
    expect([...seededShuffle(items, 3)].sort((a, b) => a - b)).to.deep.equal(items);
  });

  it('[S24] it is judged on thirds it has not seen beside page count and base rate, twice the same', () => {
    const evaluation = evaluateIntent(rows());
    expect(evaluateIntent(rows())).to.deep.equal(evaluation);
    expect(evaluation).to.include({ runs: 20, sessions: 300, label: 'session totals, not the intent filter' });
    expect(evaluation.rivals.map(({ name }) => name)).to.deep.equal(['page count alone', 'base rate']);
    expect(evaluation.rivals[1]?.auc).to.equal(0.5);
    expect(evaluation.auc).to.be.greaterThan(0.7);
  });

  it('[S24] a model read back from its file tells the same chance', () => {
    const model = fitIntent(rows());
    const again = JSON.parse(JSON.stringify(model)) as typeof model;
    for (const row of rows().slice(0, 20)) {
      const probability = intentProbability(row, model);
      expect(intentProbability(row, again)).to.equal(probability);
      expect(probability).to.be.within(0, 1);
    }
  });
});
