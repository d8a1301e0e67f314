import { expect } from 'chai';
import { GARDEN_SHOP, offer, shopOf } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog, priceZ } from './compile-catalog.js';
import { DEFAULT_MODEL } from './policy.js';

describe('compiling a catalogue', () => {
  it('[P4] a missing margin is 30 % of the price, a stated one stands', () => {
    const { offers } = compileCatalog(
      shopOf(
        offer({ id: 'a', class: 'suggest', price: 1000 }),
        offer({ id: 'b', class: 'suggest', price: 1000, margin: 0 }),
      ),
      DEFAULT_MODEL,
    );
    expect(offers.map(({ margin }) => margin)).to.deep.equal([300, 0]);
  });

  it('[P4] the usual price of a category is the median of its offers, at every depth', () => {
    const { medianPrice } = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
    expect(medianPrice.get('garden/watering')).to.equal((2495 + 1995) / 2);
    expect(medianPrice.get('tools')).to.equal((8995 + 4995) / 2);
    expect(medianPrice.get('tools/sawing')).to.equal(4995);
  });

  it('[P4] a price is placed against the narrowest category that has a usual price: 0 is usual', () => {
    const medians = new Map([['garden', 1000]]);
    expect(priceZ(1000, { prefixes: ['garden', 'garden/watering'], medians })).to.equal(0);
    expect(priceZ(2000, { prefixes: ['garden'], medians })).to.be.closeTo(Math.LN2, 1e-15);
    expect(priceZ(0, { prefixes: ['garden'], medians })).to.equal(undefined);
    expect(priceZ(500, { prefixes: ['paint'], medians })).to.equal(undefined);
  });

  it('[P4] counts categories by depth and brands, for base rates', () => {
    const { categoryCounts, brandCount } = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
    expect(categoryCounts).to.deep.equal([3, 4]);
    expect(brandCount).to.equal(3);
  });

  it('[L9] dates and caps become numbers; what is missing never binds', () => {
    const { offers } = compileCatalog(
      shopOf(
        offer({
          id: 'a',
          class: 'suggest',
          validFrom: '1970-01-02',
          validThrough: '1970-01-03',
          frequency: { lifetime: 2, custom: [{ cap: 1, period: 'P1D' }] },
        }),
        offer({ id: 'b', class: 'help' }),
      ),
      DEFAULT_MODEL,
    );
    expect(offers.map(({ from, through }) => [from, through])).to.deep.equal([
      [DAY_MS, 2 * DAY_MS],
      [-Infinity, Infinity],
    ]);
    expect(offers.map(({ caps }) => caps)).to.deep.equal([
      [
        { cap: 1, ms: DAY_MS },
        { cap: 2, ms: Infinity },
      ],
      [],
    ]);
    expect(offers.map(({ promotional }) => promotional)).to.deep.equal([true, false]);
  });

  it('[P3] the product of an offer gives its category to events that name only the product', () => {
    const described = offer({
      id: 'a',
      class: 'suggest',
      category: ['garden'],
      product: { '@type': 'Product', sku: 's1' },
    });
    expect(compileCatalog(shopOf(described), DEFAULT_MODEL).productPrefixes.get('s1')).to.deep.equal(['garden']);
  });
});
