import { expect } from 'chai';
import { productById } from './data/products.js';
import { cartTotal, lastDayBefore, openOffers, priceOf } from './price.js';

const sold = (id: string) => productById.get(id);
const hose = sold('hose-20m');
const screws = sold('screws-5x60');

describe('[G3] prices', () => {
  it('are lowered by the open offer for as long as it holds, and not a day longer', () => {
    if (!hose) throw new Error('hose-20m: not sold');
    expect(priceOf(hose, '2026-10-03').pays).to.equal(1995);
    expect(priceOf(hose, '2031-03-31').pays).to.equal(1995);
    expect(priceOf(hose, '2031-04-01')).to.deep.equal({ pays: 2495, offer: undefined });
  });

  it('[S87] hold until the last day before the moment at which they end', () => {
    expect(lastDayBefore('2031-04-01T00:00:00+02:00')).to.equal('2031-03-31');
    expect(lastDayBefore('2031-01-01T00:00:00+01:00')).to.equal('2030-12-31');
    expect(lastDayBefore('2031-03-31T18:00:00+02:00')).to.equal('2031-03-31');
  });

  it('are what the product says without an offer', () => {
    if (!screws) throw new Error('screws-5x60: not sold');
    expect(priceOf(screws, '2026-10-03')).to.deep.equal({ pays: screws.price, offer: undefined });
  });

  it('take every discount of the catalogue from an offer that is on the open list', () => {
    const offers = openOffers('2026-10-03');
    expect(offers.length).to.be.at.least(6);
    for (const { product, discount } of offers) {
      const found = sold(product);
      expect(found && found.price - priceOf(found, '2026-10-03').pays, product).to.equal(discount);
    }
    const coupons = offers.map((offer) => offer.class === 'coupon');
    expect(coupons.lastIndexOf(true), 'coupons come first').to.be.below(coupons.indexOf(false));
  });

  it('add up, with what was taken off beside it', () => {
    const cart = [
      { id: 'hose-20m', quantity: 2 },
      { id: 'screws-5x60', quantity: 1 },
      { id: 'gone', quantity: 9 },
    ];
    expect(cartTotal(cart, { date: '2026-10-03', sold })).to.deep.equal({ total: 2 * 1995 + 795, saved: 1000 });
  });
});
