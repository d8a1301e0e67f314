import { expect } from 'chai';
import { checkOrder, EMPTY_FORM, FIELDS } from './check-order.js';

const FILLED = { name: 'Anna', email: 'anna@example.org', street: 'Dorpsweg 12', postcode: '1234 AB', city: 'Weiland' };

describe('[G9] the order form', () => {
  it('names every field that is empty, in the order of the form', () => {
    expect([...checkOrder(EMPTY_FORM)]).to.deep.equal(FIELDS.map((field) => [field, 'empty']));
    expect([...checkOrder({ ...FILLED, street: '   ' })]).to.deep.equal([['street', 'empty']]);
  });

  it('asks of an e-mail address only that it could be one', () => {
    for (const email of ['a@b', 'anna+shop@example.co.uk', 'ánna@voorbeeld.nl']) {
      expect([...checkOrder({ ...FILLED, email })], email).to.deep.equal([]);
    }
    for (const email of ['anna', 'anna@', '@b', 'a@b@c', 'an na@b']) {
      expect([...checkOrder({ ...FILLED, email })], email).to.deep.equal([['email', 'email']]);
    }
  });
});
