import { expect } from 'chai';
import type { Catalog } from 'tactful/engine';
import { RSS_FEED, TSV_FEED } from '../test/small-feeds.js';
import { compileFeed } from './compile-feed.js';
import { readFeedProducts } from './feed-catalog.js';
import { lintCatalog } from './lint-catalog.js';
import { readShopText } from './read-shop-file.js';

function compiled(text: string, offers: boolean): Catalog {
  const shop = readShopText(text, 'f');
  if (shop.kind === 'catalog') throw new Error('a catalogue');
  return compileFeed(readFeedProducts(shop, {}), { offers, lang: 'en' });
}

describe('compileFeed', () => {
  it('[S52] lists what is available at the price asked now, and no offers unless they are wanted', () => {
    const { offers, products, currency } = compiled(RSS_FEED, false);
    expect([offers, currency]).to.deep.equal([[], 'EUR']);
    expect(products?.map(({ id, price, margin, lowestPrice30d }) => [id, price, margin, lowestPrice30d])).to.deep.equal(
      [
        ['hose', 2495, undefined, undefined],
        ['drill', 8000, 2000, 10_000],
        ['tape', 350, undefined, undefined],
      ],
    );
  });

  it('[S52] with offers: a template for each category, and an offer for each reduction that can be announced', () => {
    const { offers, products } = compiled(RSS_FEED, true);
    expect(offers.map(({ id }) => id)).to.deep.equal(['reduced-drill', 'suggest-garden-hoses', 'suggest-other']);
    expect(offers[0]).to.deep.include({
      product: 'drill',
      price: 10_000,
      discount: 2000,
      lowestPrice30d: 10_000,
      margin: 4000,
      validFrom: '2026-06-01T00:00:00+02:00',
      validThrough: '2026-06-08T00:00:00+02:00',
    });
    expect(products?.map(({ id }) => id)).to.deep.equal(['hose', 'tape']);
  });

  it('[S52] a reduction without the lowest price of 30 days is not announced', () => {
    const { offers, products } = compiled(TSV_FEED, true);
    expect(offers.map(({ id }) => id)).to.deep.equal(['suggest-garden-hoses', 'suggest-tools']);
    expect(products?.[1]).to.include({ id: 'drill', price: 8000 }).and.not.have.property('lowestPrice30d');
  });

  it('[S52] what is made is a catalogue that the engine takes whole', () => {
    for (const offers of [true, false]) {
      const rules = lintCatalog(compiled(TSV_FEED, offers)).findings.map(({ rule }) => rule);
      expect(rules).to.deep.equal([]);
    }
    const odd = 'id,title,price,category\na,Hose,1.00 EUR,A b\nb,Hose,1.00 EUR,A-b\nc,Hose,1.00 EUR,\u{1F33B}\n';
    const { offers } = compiled(odd, true);
    expect(offers.map(({ id }) => id)).to.deep.equal(['suggest-a-b', 'suggest-a-b-2', 'suggest-other']);
  });
});
