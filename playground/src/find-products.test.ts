import { expect } from 'chai';
import { products } from './data/products.js';
import { findProducts } from './find-products.js';

const ids = (query: string): readonly string[] => findProducts(query).map(({ id }) => id);

describe('[G5] searching', () => {
  it('finds every product by its own name, in both languages and without minding case', () => {
    for (const product of products) {
      expect(findProducts(product.name.en.toUpperCase()), product.id).to.include(product);
      expect(findProducts(product.name.nl), product.id).to.include(product);
    }
  });

  it('wants every word, and puts what is named so first', () => {
    expect(ids('hose reel')[0]).to.equal('hose-reel');
    expect(ids('hose trombone')).to.deep.equal([]);
    expect(ids('gietra hose')).to.include.members(['hose-20m', 'hose-30m']);
  });

  it('finds nothing for nothing', () => {
    expect(ids('')).to.deep.equal([]);
    expect(ids('   ')).to.deep.equal([]);
  });
});
