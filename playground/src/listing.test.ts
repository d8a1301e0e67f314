import { expect } from 'chai';
import fc from 'fast-check';
import { products } from './data/products.js';
import { brandsOf, listed, ORDERS } from './listing.js';

const some = fc.subarray([...products]);
const pays = ({ price }: { readonly price: number }): number => price;

describe('[G4] a list', () => {
  it('has the same products in every order', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...ORDERS), fc.constantFrom('en', 'nl'), (shelf, order, lang) => {
        const shown = listed(shelf, { order, brand: undefined, lang, pays });
        const ids = (list: typeof shown): readonly string[] => list.map(({ id }) => id).sort();
        expect(ids(shown)).to.deep.equal(ids(shelf));
      }),
    );
  });

  it('is in the order that was asked for', () => {
    const prices = (order: 'price-up' | 'price-down') =>
      listed(products, { order, brand: undefined, lang: 'en', pays }).map(pays);
    expect(prices('price-up')).to.deep.equal(products.map(pays).sort((a, b) => a - b));
    expect(prices('price-down')).to.deep.equal(products.map(pays).sort((a, b) => b - a));
    expect(listed(products, { order: 'shelf', brand: undefined, lang: 'en', pays })).to.deep.equal(products);
  });

  it('has one brand when one was chosen, and every brand offered finds something', () => {
    for (const brand of brandsOf(products)) {
      const shown = listed(products, { order: 'name', brand, lang: 'nl', pays });
      expect(shown, brand).not.to.have.length(0);
      expect(brandsOf(shown)).to.deep.equal([brand]);
    }
  });
});
