import { expect } from 'chai';
import { render } from 'lit';
import { heart, jar, purse } from './meters.js';

function drawn(meter: ReturnType<typeof jar>): Element {
  const place = document.createElement('div');
  render(meter, place);
  return place;
}

const count = (place: Element, selector: string): number => place.querySelectorAll(selector).length;

describe('[G62] the meters of a shop', () => {
  it('[G62] a heart is as full as the trust that is left, and cracks as trust goes', () => {
    const cracks = [1, 0.99, 0.97, 0.8, 0.65, 0.5].map((share) => count(drawn(heart(share, 'h')), '.day-crack'));
    expect(cracks).to.deep.equal([0, 0, 1, 2, 3, 4]);
    const levels = [1, 0.5, 0].map((share) =>
      Number(drawn(heart(share, 'h')).querySelector('rect')?.getAttribute('y')),
    );
    expect(levels).to.deep.equal([6, 47, 88]);
  });

  it('[G62] a jar holds a dot for each fact', () => {
    expect([0, 5, 31].map((facts) => count(drawn(jar(facts)), '.day-fact'))).to.deep.equal([0, 5, 31]);
  });

  it('[G62] a purse holds coins on one scale for all shops, none and a hole where money was lost', () => {
    expect([0, 500, 1000].map((cents) => count(drawn(purse(cents, 1000)), '.day-coin'))).to.deep.equal([0, 5, 10]);
    expect(count(drawn(purse(-100, 1000)), '.day-coin')).to.equal(0);
    expect(count(drawn(purse(-100, 1000)), '.day-hole')).to.equal(1);
  });
});
