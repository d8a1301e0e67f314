import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, HOSE, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { readAffinities, type Affinity, type AffinityReader } from './affinity.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { Evidence } from './evidence.js';
import { evidenceKey } from './evidence.js';
import type { Folded } from './folded.js';
import { DEFAULT_MODEL } from './policy.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const readerOf = (folded: Folded, at = 0): AffinityReader =>
  readAffinities({ folded, catalog, model: DEFAULT_MODEL, at: NOW.at + at });
const read = (told: readonly Told[], at = 0): AffinityReader => readerOf(foldOf(logOf(told)), at);
const garden = (reader: AffinityReader): Affinity => reader.of('category', 'garden');
const said = (level: number): Told => ({
  name: 'preference_stated',
  params: { facet: 'category', value: 'garden', level },
});

function evidenceOf(mass: number, against = 0): Evidence {
  const anchored = (value: number): Evidence['mass'] => ({ value, at: NOW.at });
  return { mass: anchored(mass), against: anchored(against), ids: [] };
}

function withMasses(masses: Readonly<Record<string, number>>): Folded {
  const evidence = Object.entries(masses).map(
    ([value, mass]) => [evidenceKey('category', value), evidenceOf(mass)] as const,
  );
  return { ...foldOf([]), evidence: new Map(evidence) };
}

describe('affinity', () => {
  it('[P10] is the posterior mean of science 2.2: with base rates of a third and masses 1, 6, 0 it is 11/45, 26/45, 8/45', () => {
    const reader = readerOf(withMasses({ garden: 1, tools: 6, paint: 0 }));
    const [low, high, none] = ['garden', 'tools', 'paint'].map((value) => reader.of('category', value));
    expect(low?.share).to.be.closeTo(11 / 45, 1e-15);
    expect(high?.share).to.be.closeTo(26 / 45, 1e-15);
    expect(none?.share).to.be.closeTo(8 / 45, 1e-15);
    expect(high?.lift).to.be.closeTo(Math.log(26 / 15), 1e-15);
    expect(high?.confidence).to.be.closeTo(7 / 15, 1e-15);
  });

  it('[P10] two values of one depth, masses 1 and 6: the printed digits of science 2.8 for a base rate of a half', () => {
    // theta = (1 + 8 * .5) / (7 + 8), as in the first column of the oracle
    const two = { ...catalog, categoryCounts: [2, 4] };
    const reader = readAffinities({
      folded: withMasses({ garden: 1, tools: 6 }),
      catalog: two,
      model: DEFAULT_MODEL,
      at: NOW.at,
    });
    const { share, lift, confidence } = reader.of('category', 'garden');
    expect(share).to.be.closeTo(1 / 3, 1e-15);
    expect(lift).to.be.closeTo(-0.405465, 5e-7);
    expect(confidence).to.be.closeTo(0.4666667, 5e-8);
  });

  it('[P10] without evidence everybody is like everybody, exactly', () => {
    const { lift, evidence, confidence, feature, stated } = garden(read([]));
    expect([lift, evidence, confidence, feature, stated]).to.deep.equal([0, 0, 0, 0, 0]);
    expect(garden(read([])).share).to.be.closeTo(1 / 3, 1e-16);
  });

  it('[P10] with much evidence the share is what was done', () => {
    const reader = readerOf(withMasses({ garden: 3e9, tools: 1e9 }));
    expect(garden(reader).share).to.be.closeTo(0.75, 1e-8);
  });

  it('[P10] scaling evidence and prior together leaves the share as it is', () => {
    const plain = garden(readerOf(withMasses({ garden: 1, tools: 6 })));
    const model = { ...DEFAULT_MODEL, kappa: 3 * DEFAULT_MODEL.kappa };
    const scaled = readAffinities({ folded: withMasses({ garden: 3, tools: 18 }), catalog, model, at: NOW.at });
    expect(garden(scaled).share).to.be.closeTo(plain.share, 1e-15);
  });

  it('[P10] shares are taken among values of one depth: a sub-category does not dilute its department', () => {
    const folded = withMasses({ garden: 2, 'garden/watering': 2 });
    expect(garden(readerOf(folded)).share).to.be.closeTo((2 + 8 / 3) / (2 + 8), 1e-15);
  });

  it('[P10] categories halve in 30 days, brands in 60', () => {
    const reader = read([{ name: 'purchase', params: { items: [HOSE] } }], 60 * DAY_MS);
    expect(garden(reader).evidence).to.equal(0.25);
    expect(reader.of('brand', 'Sprig').evidence).to.equal(0.5);
  });

  it('[P11] one "more" weighs eight looks, one "much more" sixteen', () => {
    const share = (level: number, mass: number): number =>
      (mass + 8 / 3) / (mass + 8) - garden(read([said(level)])).share;
    expect(share(1, 8)).to.be.closeTo(0, 1e-15);
    expect(share(2, 16)).to.be.closeTo(0, 1e-15);
  });

  it('[P11] what is stated halves in a year, the statement itself stays', () => {
    const { share, stated } = garden(read([said(2)], 365 * DAY_MS));
    expect(share).to.be.closeTo((8 + 8 / 3) / 16, 1e-15);
    expect(stated).to.equal(1);
  });

  it('[P11] after "less" no looking makes the value speak for itself', () => {
    const reader = read([said(-1), { name: 'purchase', params: { items: [HOSE] } }]);
    expect(garden(reader).lift).to.be.above(0);
    expect(garden(reader).feature).to.be.at.most(0);
  });

  it('[P12] much against and little for is avoided: feature -1', () => {
    const avoided = (mass: number, against: number): number =>
      garden(
        readerOf({
          ...foldOf([]),
          evidence: new Map([[evidenceKey('category', 'garden'), evidenceOf(mass, against)]]),
        }),
      ).feature;
    expect(avoided(0.5, 2.5)).to.equal(-1);
    expect(avoided(0.5, 2)).to.be.above(-1);
    expect(avoided(2, 2)).to.be.above(0);
  });

  it('[P13] without any price seen, the usual price fits best and twice the price less', () => {
    const reader = read([]);
    expect(reader.priceFit({ top: 'garden', z: 0 })).to.equal(1);
    // exp(-z² / (2 (0.25² + 0.25²)))
    expect(reader.priceFit({ top: 'garden', z: Math.LN2 })).to.be.closeTo(Math.exp(-(Math.LN2 ** 2) / 0.25), 1e-15);
    expect(reader.priceFit({ top: undefined, z: 0 })).to.equal(0);
    expect(reader.priceFit({ top: 'garden', z: undefined })).to.equal(0);
  });

  it('[P13] who buys dear finds dear fitting: the mean moves by w / (w + 4), the spread is shrunk to 0.25', () => {
    const dear = { ...HOSE, price: 2245 * 2 };
    const reader = read([{ name: 'purchase', params: { items: [dear] } }]);
    // one purchase at z = ln 2: mean ln 2 / 5, variance 0.25² * 4 / 5
    const variance = (4 * 0.0625) / 5 + 0.0625;
    expect(reader.priceFit({ top: 'garden', z: Math.LN2 })).to.be.closeTo(
      Math.exp(-((0.8 * Math.LN2) ** 2) / (2 * variance)),
      1e-14,
    );
  });
});
