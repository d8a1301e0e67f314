import { expect } from 'chai';
import fc from 'fast-check';
import { RELATIONSHIP_FEATURES, type RelationshipFeature } from './relationship-type.js';
import { featureConfidence, scoreTypes, type FeatureReadings } from './scorecard.js';
import { SHIPPED_TYPES } from './shipped-types.js';

type Values = Readonly<Partial<Record<RelationshipFeature, number>>>;

/** So many observations leave no doubt that six digits could show. */
const SURE = 1e14;

/** Everything neutral but the given, as sure as can be. */
const seen = (values: Values, times = SURE): FeatureReadings => {
  const reading = (name: RelationshipFeature) => [name, { value: values[name] ?? 0.5, seen: times }] as const;
  return Object.fromEntries(RELATIONSHIP_FEATURES.map(reading)) as FeatureReadings;
};
const score = (values: Values, times = SURE): ReturnType<typeof scoreTypes> =>
  scoreTypes(SHIPPED_TYPES, seen(values, times));
const digits = (values: Values, times = SURE): readonly string[] =>
  score(values, times).plausibilities.map(({ p }) => p.toFixed(6));

describe('the scorecard', () => {
  it('[P35] without data, and with neutral data, says its prior exactly, and abstains', () => {
    for (const times of [0, 6, SURE]) {
      const { plausibilities, type } = score({}, times);
      expect(plausibilities.map(({ p }) => p)).to.deep.equal([0.55, 0.15, 0.2, 0.1]);
      expect(type).to.equal(undefined);
    }
    expect(score({ novelty: 1, passion: 1 }, 0).plausibilities.map(({ p }) => p)).to.deep.equal([0.55, 0.15, 0.2, 0.1]);
  });

  it('[P35] has the published digits', () => {
    expect(digits({ novelty: 1, passion: 1 })).to.deep.equal(['0.134890', '0.110518', '0.694269', '0.060323']);
    expect(score({ novelty: 1, passion: 1 }).type).to.equal('fling');
    expect(digits({ regularity: 1, novelty: 0, effort: 0, passion: 0 })).to.deep.equal([
      '0.942523',
      '0.033092',
      '0.004424',
      '0.019962',
    ]);
    expect(score({ regularity: 1, novelty: 0, effort: 0, passion: 0 }).type).to.equal('basic');
  });

  it('[P35] abstains where the best is not plausible enough, as for somebody who wants service', () => {
    expect(digits({ service: 1, sensitivity: 1 })).to.deep.equal(['0.328573', '0.127164', '0.102838', '0.441426']);
    expect(score({ service: 1, sensitivity: 1 }).type).to.equal(undefined);
  });

  it('[P35] abstains where one type leads and the others are as open as ever', () => {
    const { plausibilities, type } = score({ novelty: 0.4 });
    expect(Math.max(...plausibilities.map(({ p }) => p))).to.be.above(0.55);
    expect(type).to.equal(undefined);
  });

  it('[P35] six observations count for half', () => {
    expect([0, 6, 18].map((times) => featureConfidence({ value: 1, seen: times }))).to.deep.equal([0, 0.5, 0.75]);
  });

  it('[P35] a single type is certain, and no types say nothing', () => {
    expect(scoreTypes(SHIPPED_TYPES.slice(0, 1), seen({}))).to.deep.equal({
      plausibilities: [{ type: 'basic', p: 1 }],
      type: 'basic',
    });
    expect(scoreTypes([], seen({}))).to.deep.equal({ plausibilities: [], type: undefined });
  });

  it('[P35] law: adds up to 1, and the order of the types does not matter to the last bit', () => {
    const values = fc.tuple(...RELATIONSHIP_FEATURES.map(() => fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(values, fc.nat(500), (given, times) => {
        const features = seen(Object.fromEntries(RELATIONSHIP_FEATURES.map((name, n) => [name, given[n] ?? 0])), times);
        const forth = scoreTypes(SHIPPED_TYPES, features);
        const back = scoreTypes([...SHIPPED_TYPES].reverse(), features);
        expect([...back.plausibilities].reverse()).to.deep.equal(forth.plausibilities);
        expect(back.type).to.equal(forth.type);
        expect(forth.plausibilities.reduce((sum, { p }) => sum + p, 0)).to.be.closeTo(1, 1e-12);
      }),
    );
  });
});
