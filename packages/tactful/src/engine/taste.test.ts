import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, HOSE, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { readAffinities } from './affinity.js';
import { compileCatalog } from './compile-catalog.js';
import { DEFAULT_MODEL } from './policy.js';
import { readTaste, type Taste } from './taste.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);

function tasteFor(offerId: string, told: readonly Told[]): Taste | undefined {
  const affinities = readAffinities({ folded: foldOf(logOf(told)), catalog, model: DEFAULT_MODEL, at: NOW.at });
  const compiled = catalog.byId.get(offerId);
  return compiled && readTaste(compiled, affinities);
}

const BOUGHT: Told = { name: 'purchase', params: { items: [HOSE] } };
const said = (value: string, level: number, facet = 'category'): Told => ({
  name: 'preference_stated',
  params: { facet, value, level },
});

describe('taste', () => {
  it('[P11] what the shopper said comes before what was seen', () => {
    expect(tasteFor('hose', [BOUGHT, said('garden', -1)])).to.include({ stated: -0.5, fit: -0.5 });
    expect(tasteFor('drill', [BOUGHT, said('tools', 2)])).to.include({ stated: 1, fit: 1 });
  });

  it('[P11] of what was said, the narrowest value speaks', () => {
    expect(tasteFor('hose', [said('garden', -1), said('garden/watering', 1)])?.stated).to.equal(0.5);
    expect(tasteFor('hose', [said('garden', 1), said('Sprig', -1, 'brand')])?.stated).to.equal(0.5);
    expect(tasteFor('hose', [said('Sprig', 1, 'brand')])?.stated).to.equal(0.5);
  });

  it('[P12] is the mean along the category path and the brand', () => {
    const taste = tasteFor('hose', [BOUGHT]);
    expect(taste?.parts.map(({ value }) => value)).to.deep.equal(['garden/watering', 'garden', 'Sprig']);
    const features = taste?.parts.map(({ feature }) => feature) ?? [];
    expect(taste?.affinity).to.be.closeTo(features.reduce((sum, each) => sum + each, 0) / 3, 1e-16);
    expect(taste?.evidence).to.equal(1);
  });

  it('[P12] a brand nobody looked at says nothing', () => {
    expect(tasteFor('paint', [BOUGHT])?.parts.map(({ value }) => value)).to.deep.equal(['paint/walls', 'paint']);
  });

  it('[P13] without a price, or a category to compare it in, no price fits', () => {
    const affinities = readAffinities({ folded: foldOf(logOf([])), catalog, model: DEFAULT_MODEL, at: NOW.at });
    const hose = catalog.byId.get('hose');
    const fits = [{}, { priceZ: undefined }, { prefixes: [] }].map(
      (less) => hose && readTaste({ ...hose, ...less }, affinities).priceFit,
    );
    expect(fits[0]).to.be.above(0);
    expect(fits.slice(1)).to.deep.equal([0, 0]);
  });
});
