import { expect } from 'chai';
import fc from 'fast-check';
import { cartCount, MOST, parseCart, quantityOf, withQuantity, type Cart, type CartLine } from './cart.js';

const lines: fc.Arbitrary<CartLine> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  quantity: fc.integer({ min: -5, max: 200 }),
});
const cartOf = (steps: readonly CartLine[]): Cart => steps.reduce<Cart>(withQuantity, []);

describe('[G2] the cart', () => {
  it('holds each product once, one to ninety-nine times', () => {
    fc.assert(
      fc.property(fc.array(lines), (steps) => {
        const cart = cartOf(steps);
        expect(new Set(cart.map(({ id }) => id)).size).to.equal(cart.length);
        for (const { quantity } of cart) expect(quantity).to.be.within(1, MOST);
        expect(cartCount(cart)).to.equal(['a', 'b', 'c'].reduce((sum, id) => sum + quantityOf(cart, id), 0));
      }),
    );
  });

  it('keeps the last number that was asked for', () => {
    fc.assert(
      fc.property(fc.array(lines), lines, (steps, last) => {
        const wanted = Math.min(MOST, Math.max(0, last.quantity));
        expect(quantityOf(cartOf([...steps, last]), last.id)).to.equal(wanted);
      }),
    );
  });

  it('comes back from text as it was', () => {
    fc.assert(
      fc.property(fc.array(lines), (steps) => {
        const cart = cartOf(steps);
        expect(parseCart(JSON.stringify(cart), () => true)).to.deep.equal(cart);
      }),
    );
  });

  it('leaves out what cannot be read and what is not sold', () => {
    for (const text of [
      null,
      '',
      '{',
      '{}',
      'null',
      '[null,1,"a",{"id":1,"quantity":1},{"id":"a"},{"id":"a","quantity":0}]',
    ]) {
      expect(
        parseCart(text, () => true),
        String(text),
      ).to.deep.equal([]);
    }
    const text = JSON.stringify([
      { id: 'a', quantity: 2 },
      { id: 'gone', quantity: 1 },
    ]);
    expect(parseCart(text, (id) => id === 'a')).to.deep.equal([{ id: 'a', quantity: 2 }]);
  });
});
