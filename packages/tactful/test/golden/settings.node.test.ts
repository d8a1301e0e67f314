import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { DEFAULT_MODEL, readCatalog, wholeModel } from '../../src/engine/index.js';
import type { GivenModel } from '../../src/engine/whole-model.js';

const FOLDER = 'packages/tactful/test/golden';

const golden = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));

describe('golden files of what a shop writes', () => {
  it('[R156] the first catalogue is read whole, and says what it said', () => {
    const raw = golden('catalog-1.json');
    expect(readCatalog(raw)).to.deep.equal({ catalog: raw, problems: [] });
  });

  it('[R156] the first model is read whole, and says what it said', () => {
    const file = golden('model-1.json') as GivenModel;
    const { model, problems } = wholeModel(file, 'EUR');
    expect(problems).to.deep.equal([]);
    expect(model).to.deep.equal({
      ...DEFAULT_MODEL,
      purchases: { kind: 'mbg', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, spanWeeks: 38.857142857142854 },
      spend: { p: 6.25, q: 3.74, gamma: 1544 },
    });
  });
});
