import { expect } from 'chai';
import fc from 'fast-check';
import { NOON, ownerOf, pageMaterial } from '../../test/lens-snapshot.js';
import { dataLayerEvents } from './data-layer-events.js';
import { readPageMaterial, readStoreContents } from './read-received.js';
import { reportPage } from './report-page.js';

const how = { site: 'shop.test', now: NOON, ownerOf };

describe('reportPage', () => {
  it('[X12] groups hosts into companies by list and domain, and leaves the site itself out', () => {
    const hosts = [
      ...pageMaterial().hosts,
      { host: 'static.shop.test', requests: 5 },
      { host: 'img.unknown.test', requests: 4 },
    ];
    const { companies } = reportPage({ ...pageMaterial(), hosts }, { ...how, site: 'shop.test' });
    expect(companies.map(({ name, provenance, hosts: asked }) => [name, provenance, asked])).to.deep.equal([
      ['unknown.test', 'observed', ['cdn.unknown.test', 'img.unknown.test']],
      ['Google Analytics', 'listed', ['www.google-analytics.com']],
      ['Facebook', 'listed', ['connect.facebook.net']],
    ]);
  });

  it('[X13] counts one look once, however often the page announces it', () => {
    const view = {
      event: 'view_item',
      ecommerce: { currency: 'EUR', items: [{ item_id: 'hose-25', item_category: 'garden', price: 24.95 }] },
    };
    const once = reportPage({ ...pageMaterial(), dataLayer: [view] }, how);
    const described = reportPage({ ...pageMaterial(), dataLayer: [] }, how);
    expect(once.concluded.find(({ value }) => value === 'garden')?.evidence).to.deep.equal(['announced:event:0']);
    expect(described.concluded.find(({ value }) => value === 'garden')?.evidence).to.deep.equal([
      'announced:product:0',
    ]);
  });

  it('[X13] concludes nothing from a page that announces nothing', () => {
    const report = reportPage({ hosts: [], products: [], stored: [], dataLayer: [{ event: 'gtm.js' }, 7, null] }, how);
    expect(report).to.deep.equal({ companies: [], announced: [], stored: [], concluded: [] });
  });

  it('[X13] reads the three dialects of a dataLayer', () => {
    const items = [
      { item_id: 'h', item_name: 'Hose', item_category: 'Garden', item_category2: 'Watering', price: 24.95 },
    ];
    const old = {
      ecommerce: {
        currencyCode: 'EUR',
        detail: { products: [{ id: 'h', name: 'Hose', category: 'Garden/Watering', price: '24.95' }] },
      },
    };
    const expected = [{ name: 'view_item', params: { currency: 'EUR', items } }];
    expect(dataLayerEvents([{ event: 'view_item', ecommerce: { currency: 'EUR', items } }])).to.deep.equal(expected);
    expect(dataLayerEvents([{ 0: 'event', 1: 'view_item', 2: { currency: 'EUR', items } }])).to.deep.equal(expected);
    expect(dataLayerEvents([old])).to.deep.equal(expected);
  });

  it('[X5] reads anything without throwing, within its limits', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (page, dataLayer) => {
        const material = readPageMaterial(typeof page === 'object' && page !== null ? { ...page, dataLayer } : page);
        reportPage(material, how);
        expect(readStoreContents(page)).to.equal(undefined);
      }),
    );
    const many = readPageMaterial({
      hosts: Array.from({ length: 9000 }, (_, i) => ({ host: `${i}`.repeat(900), requests: 1 })),
    });
    expect(many.hosts).to.have.length(500);
    expect(many.hosts[0]?.host).to.have.length.at.most(512);
  });
});
