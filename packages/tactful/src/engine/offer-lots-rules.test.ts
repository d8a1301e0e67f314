import { expect } from 'chai';
import { offer, shopOf } from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { compileCatalog } from './compile-catalog.js';
import { DEFAULT_MODEL } from './model.js';
import { lotsOf } from './offer-lots.js';

const about = (id: string, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'suggest', category: ['garden'], brand: 'Sprig', ...more });
const lots = (...offers: readonly Offer[]): readonly (readonly string[])[] => {
  const { offers: placed, first, kind } = lotsOf(compileCatalog(shopOf(...offers), DEFAULT_MODEL).offers);
  return [...kind].map((_, lot) => placed.slice(first[lot], first[lot + 1]).map(({ id }) => id));
};

describe('lots of offers', () => {
  it('[D238] of one category, brand and class stand together, in the order of the catalogue', () => {
    expect(lots(about('b'), about('x', { category: ['tools'] }), about('a'))).to.deep.equal([['b', 'a'], ['x']]);
    expect(lots()).to.deep.equal([]);
  });

  it('[D238] another category, brand or class is another lot, and so is what has a condition; those of one brand follow each other', () => {
    const when = { 'cart.value': 0 };
    const offers = [
      about('a'),
      about('b', { brand: 'Rast' }),
      about('c', { class: 'inform' }),
      about('d', { when }),
      about('e', { when: { 'cart.value': 1 } }),
    ];
    expect(lots(...offers)).to.deep.equal([['a'], ['c'], ['d', 'e'], ['b']]);
  });
});
