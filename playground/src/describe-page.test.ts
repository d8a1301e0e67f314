import { expect } from 'chai';
import { describePage, pageDescription } from './describe-page.js';
import { products } from './data/products.js';

const telling = { lang: 'en', date: '2026-10-03', cart: [] } as const;
const inPage = (): readonly (string | null)[] =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => textContent);

describe('describePage', () => {
  it('[G16] a product page announces its product and what everybody pays, any other page nothing', () => {
    const [product] = products;
    const description = pageDescription({ page: 'product', id: product?.id ?? '' }, telling);
    expect(description).to.include({ '@type': 'Product', sku: product?.id });
    expect(description).to.have.nested.property('offers.priceCurrency', 'EUR');
    expect(pageDescription({ page: 'home' }, telling)).to.equal(undefined);
  });

  it('[G16] one description at a time stands in the page', () => {
    describePage({ name: 'first' });
    describePage({ name: 'second' });
    expect(inPage()).to.deep.equal(['{"name":"second"}']);
    describePage(undefined);
    expect(inPage()).to.deep.equal([]);
  });
});
