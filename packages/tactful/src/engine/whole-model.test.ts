import { expect } from 'chai';
import { DEFAULT_MODEL } from './policy.js';
import type { PopulationModel } from './read-model.js';
import { wholeModel } from './whole-model.js';

const FILE: PopulationModel = {
  format: 'tactful-model',
  version: 1,
  purchases: { kind: 'mbg', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, spanWeeks: 39 },
  spend: { p: 6.25, q: 3.74, gamma: 1544, currency: 'EUR', unit: 'minor' },
  fit: { customers: 2357, logLikelihood: -9582.1, unidentified: [] },
};

describe('the model of a shop', () => {
  it('[S17] the file that fit wrote is taken as it is, beside the defaults', () => {
    const { purchases } = FILE;
    const spend = { p: 6.25, q: 3.74, gamma: 1544 };
    expect(wholeModel(FILE)).to.deep.equal({ model: { ...DEFAULT_MODEL, purchases, spend }, problems: [] });
  });

  it('[S17] single figures stand in place of the defaults', () => {
    expect(wholeModel({ kappa: 4 })).to.deep.equal({ model: { ...DEFAULT_MODEL, kappa: 4 }, problems: [] });
  });

  it('[S40] a spend model that is not in minor units of the catalogue is refused by path; the purchases stay', () => {
    const { purchases } = FILE;
    const left = { ...DEFAULT_MODEL, purchases };
    const unnamed: PopulationModel = { ...FILE, spend: { p: 6.25, q: 3.74, gamma: 15.44 } };
    const unitless: PopulationModel = { ...FILE, spend: { p: 6.25, q: 3.74, gamma: 15.44, currency: 'EUR' } };
    expect(wholeModel(FILE, 'EUR').problems).to.deep.equal([]);
    expect(wholeModel(FILE, 'EUR').model.spend).to.deep.equal({ p: 6.25, q: 3.74, gamma: 1544 });
    expect(wholeModel(FILE, 'USD')).to.deep.equal({
      model: left,
      problems: [{ path: 'spend.currency', found: '"EUR"', fix: '"USD", as tactful fit --currency USD writes it' }],
    });
    expect(wholeModel(unnamed)).to.have.property('model').that.deep.equals(left);
    expect(wholeModel(unnamed).problems.map(({ path }) => path)).to.deep.equal(['spend.currency']);
    expect(wholeModel(unitless, 'EUR').problems.map(({ path }) => path)).to.deep.equal(['spend.unit']);
  });

  it('[S17] a newer or malformed file is refused by path, and the defaults stand', () => {
    const newer: object = { ...FILE, version: 2 };
    const broken: object = { ...FILE, purchases: { ...FILE.purchases, r: -1 } };
    expect(wholeModel(newer).problems.map(({ path }) => path)).to.deep.equal(['version']);
    expect(wholeModel(broken).problems.map(({ path }) => path)).to.deep.equal(['purchases.r']);
    expect(wholeModel(broken).model).to.deep.equal(DEFAULT_MODEL);
  });

  it('[D261] what is no model at all is refused, and the defaults stand', () => {
    const none: readonly unknown[] = [null, undefined, 'model.json', 4, []];
    for (const nothing of none) {
      const { model, problems } = wholeModel(nothing as PopulationModel);
      expect(model, String(nothing)).to.deep.equal(DEFAULT_MODEL);
      expect(problems.map(({ path, fix }) => [path, fix])).to.deep.equal([['', 'a model object']]);
    }
  });
});
