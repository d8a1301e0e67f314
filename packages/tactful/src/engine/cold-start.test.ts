import { expect } from 'chai';
import { isTooEarly } from './cold-start.js';

describe('cold start', () => {
  const asked = { direction: 'outbound', promotional: true } as const;

  it('[D62] nobody is called upon to buy before their second visit', () => {
    expect([0, 1, 2].map((ownVisits) => isTooEarly({ ownVisits }, asked))).to.deep.equal([true, true, false]);
    expect(isTooEarly({ ownVisits: 1 }, { ...asked, direction: 'interrupt' })).to.equal(true);
  });

  it('[D62] on their own page, when they ask, or where nothing is sold, they may be told at once', () => {
    expect(isTooEarly({ ownVisits: 1 }, { ...asked, direction: 'inbound' })).to.equal(false);
    expect(isTooEarly({ ownVisits: 1 }, { ...asked, direction: 'requested' })).to.equal(false);
    expect(isTooEarly({ ownVisits: 1 }, { ...asked, promotional: false })).to.equal(false);
  });
});
