import { expect } from 'chai';
import fc from 'fast-check';
import { readAmount, readPage } from './read-page.js';

const page = (body: string): Document => new DOMParser().parseFromString(body, 'text/html');
const jsonLd = (data: unknown): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

const HOSE = {
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Garden hose',
  sku: 'hose-25',
  brand: { '@type': 'Brand', name: 'Vloed' },
  category: 'Garden > Watering',
  offers: { '@type': 'Offer', price: '24.95', priceCurrency: 'EUR' },
};

describe('readPage', () => {
  it('[X10] reads a product from JSON-LD, in a graph too', () => {
    const expected = {
      by: 'json-ld',
      main: true,
      name: 'Garden hose',
      id: 'hose-25',
      brand: 'Vloed',
      category: ['Garden', 'Watering'],
      price: { value: 24.95, currency: 'EUR' },
    };
    expect(readPage(page(jsonLd(HOSE)))).to.deep.equal([expected]);
    expect(readPage(page(jsonLd({ '@graph': [{ '@type': 'WebPage', mainEntity: HOSE }] })))).to.deep.equal([expected]);
  });

  it('[X10] reads a product from microdata, with itemref and nested items', () => {
    const found = readPage(
      page(`<div itemscope itemtype="http://schema.org/Product" itemref="more">
        <h1 itemprop="name"> Garden   hose </h1>
        <div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price" content="24.95">24,95</span><meta itemprop="priceCurrency" content="eur"></div>
      </div><p id="more"><span itemprop="brand" itemscope><b itemprop="name">Vloed</b></span></p>`),
    );
    expect(found).to.deep.equal([
      {
        by: 'microdata',
        main: true,
        name: 'Garden hose',
        brand: 'Vloed',
        category: [],
        price: { value: 24.95, currency: 'EUR' },
      },
    ]);
  });

  it('[X10] knows the product of the page from those of a list and beside it', () => {
    const list = {
      '@type': 'ItemList',
      itemListElement: [{ '@type': 'ListItem', item: { ...HOSE, name: 'Other hose' } }],
    };
    const found = readPage(page(jsonLd(list) + jsonLd({ ...HOSE, isRelatedTo: { '@type': 'Product', name: 'Tap' } })));
    expect(found.map(({ name, main }) => [name, main])).to.deep.equal([
      ['Garden hose', true],
      ['Other hose', false],
      ['Tap', false],
    ]);
  });

  it('[X10] takes a missing category from the breadcrumbs', () => {
    const trail = {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 2, name: 'Garden' },
        { '@type': 'ListItem', position: 1, name: 'Home' },
        { '@type': 'ListItem', position: 3, item: { '@type': 'WebPage', name: 'Garden hose' } },
      ],
    };
    const bare = { ...HOSE, category: undefined };
    expect(readPage(page(jsonLd(bare) + jsonLd(trail)))[0]?.category).to.deep.equal(['Garden']);
  });

  it('[X10] survives what is broken, endless or refers to itself', () => {
    const deep = Array.from({ length: 500 }).reduce<object>(
      (inner) => ({ '@type': 'Product', name: 'x', isRelatedTo: inner }),
      {},
    );
    expect(readPage(page('<script type="application/ld+json">{nonsense</script>'))).to.deep.equal([]);
    expect(readPage(page(jsonLd(deep))).length).to.be.lessThan(20);
    expect(
      readPage(page('<div id="a" itemscope itemtype="x:Product" itemref="a"><p itemprop="name">Loop</p></div>')).map(
        ({ name }) => name,
      ),
    ).to.deep.equal(['Loop']);
  });

  it('[X10] never throws, whatever JSON a page announces', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const document = page('');
        const script = document.createElement('script');
        script.type = 'application/ld+json';
        script.textContent = text;
        document.head.append(script);
        expect(readPage(document)).to.be.an('array');
      }),
    );
  });
});

describe('readAmount', () => {
  it('[X10] reads an amount however it is written', () => {
    const read = ['24.95', '24,95', '1.249,00', '1,249.00', '€ 7', '12.5', '1.000', 'free', ''].map(readAmount);
    expect(read).to.deep.equal([24.95, 24.95, 1249, 1249, 7, 12.5, 1000, undefined, undefined]);
  });
});
