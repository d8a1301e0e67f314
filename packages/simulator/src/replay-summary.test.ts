import { expect } from 'chai';
import { DAY_MS, MINUTE_MS } from 'tactful/engine';
import { basket, NOON, smallCatalog, smallSetting } from '../test/small-shop.js';
import { compareHits } from './hits.js';
import { basketSteps, pageViewSteps } from './replay-steps.js';
import { spreadOf, summarizeReplay } from './replay-summary.js';
import { replay } from './replay.js';

const baskets = [
  basket('garden', { at: NOON, count: 1, kinds: ['a', 'b small'] }),
  basket('garden', { at: NOON + 20 * DAY_MS, count: 2, kinds: ['d'] }),
  basket('garden', { at: NOON + 20 * DAY_MS + MINUTE_MS, count: 3, kinds: ['a'] }),
];

describe('summary', () => {
  it('[S11] every decision is either shown or counted under the reason of its silence, with its depth', () => {
    const summary = summarizeReplay([...replay(basketSteps(baskets), smallSetting())], smallCatalog());
    expect(summary.decisions).to.equal(3);
    expect(summary.shown).to.equal(1);
    expect(summary.shownByClass).to.deep.equal([{ class: 'suggest', count: 1 }]);
    expect(summary.silences).to.deep.equal([
      { reason: 'JUST_BOUGHT', leave: 'empty', count: 1 },
      { reason: 'NOTHING_FITS', leave: 'default', count: 1 },
    ]);
  });

  it('[S11] without baskets to compare with there are no hits', () => {
    const summary = summarizeReplay([...replay(pageViewSteps(baskets), smallSetting())], smallCatalog());
    expect(summary).not.to.have.property('hits');
  });

  it('[S11] median and 99th percentile are by nearest rank', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(spreadOf(values)).to.deep.equal({ median: 100, p99: 198 });
    expect(spreadOf([3])).to.deep.equal({ median: 3, p99: 3 });
    expect(spreadOf([])).to.deep.equal({ median: 0, p99: 0 });
  });
});

describe('hits', () => {
  it('[S13] offers and rivals are compared over the same baskets, rivals knowing only earlier ones', () => {
    const [first, second, third] = baskets;
    if (!first || !second || !third) throw new Error('three baskets are needed');
    const report = compareHits(
      [
        { basket: first, offerId: undefined },
        { basket: second, offerId: 'offer-garden-d' },
        { basket: third, offerId: 'offer-garden-d' },
      ],
      smallCatalog(),
    );
    expect(report).to.deep.equal({
      baskets: 2,
      offer: { product: 1, category: 1 },
      // before both baskets "garden a" leads: it was bought first; only the last basket holds it
      mostBought: { product: 1, category: 1 },
      // each basket holds one of 32 products, and one of 32 categories with one offer each
      random: { product: 2 / 32, category: 2 / 32 },
    });
  });

  it('[S13] a first basket has no rival that knows anything, and nothing shown means nothing compared', () => {
    const [first] = baskets;
    if (!first) throw new Error('a basket is needed');
    const report = compareHits([{ basket: first, offerId: 'offer-tools-a' }], smallCatalog());
    expect(report).to.deep.include({
      baskets: 1,
      offer: { product: 0, category: 0 },
      mostBought: { product: 0, category: 0 },
    });
    expect(compareHits([{ basket: first, offerId: undefined }], smallCatalog()).baskets).to.equal(0);
  });
});
