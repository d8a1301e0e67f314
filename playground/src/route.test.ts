import { expect } from 'chai';
import fc from 'fast-check';
import { ORDERS } from './listing.js';
import { knownRoute } from './places.js';
import { parseRoute, routeHash, samePage, type Route } from './route.js';

const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() === text);
const name = word.filter((text) => text !== '.' && text !== '..');
const list = { order: fc.constantFrom(...ORDERS), brand: fc.option(word, { nil: undefined }) };

const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({
    page: fc.constantFrom('home', 'cart', 'checkout', 'thanks', 'offers', 'data', 'threads', 'day', 'break'),
  }),
  fc.record({ page: fc.constant('product'), id: name }),
  fc.record({ page: fc.constant('department'), department: name, shelf: fc.option(name, { nil: undefined }), ...list }),
  fc.record({ page: fc.constant('search'), query: word, ...list }),
);

describe('[G1] addresses', () => {
  it('read back as what they were made of', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(routeHash(route))).to.deep.equal(route);
      }),
    );
  });

  it('that nobody made are missing, never an error', () => {
    for (const hash of ['#/nowhere', '#/product', '#/product/a/b', '#/department', '#/cart/x', '#/department/a/b/c']) {
      expect(parseRoute(hash), hash).to.deep.equal({ page: 'missing' });
    }
    expect(parseRoute('#/product/%E0%A4%A')).to.deep.equal({ page: 'product', id: '%E0%A4%A' });
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(parseRoute(hash).page).to.be.a('string');
      }),
    );
  });

  it('that name what the shop does not have are missing too', () => {
    expect(knownRoute(parseRoute('#/product/hose-20m')).page).to.equal('product');
    expect(knownRoute(parseRoute('#/product/trombone')).page).to.equal('missing');
    expect(knownRoute(parseRoute('#/department/garden/watering')).page).to.equal('department');
    expect(knownRoute(parseRoute('#/department/garden/sockets')).page).to.equal('missing');
  });

  it('are one page whatever its order and filter', () => {
    const shelf = parseRoute('#/department/garden?sort=name&brand=Gietra');
    expect(samePage(shelf, parseRoute('#/department/garden'))).to.equal(true);
    expect(samePage(shelf, parseRoute('#/department/garden/tools?sort=name'))).to.equal(false);
    expect(samePage(parseRoute('#/search?q=hose'), parseRoute('#/search?q=paint'))).to.equal(false);
  });
});
