import { expect } from 'chai';
import { ATOM_FEED, RSS_FEED, TSV_FEED } from '../test/small-feeds.js';
import { readFeedProducts, type FeedReading } from './feed-catalog.js';
import type { FeedProduct, FeedSetting } from './feed-product.js';
import { lintProducts } from './lint-products.js';
import { readShopText } from './read-shop-file.js';

function read(text: string, setting: FeedSetting = {}): FeedReading {
  const shop = readShopText(text, 'f');
  if (shop.kind === 'catalog') throw new Error('a catalogue');
  return readFeedProducts(shop, setting);
}

const found = (reading: FeedReading): readonly string[] =>
  reading.findings.map(({ path, found: said }) => `${path}: ${said}`);
const products = (reading: FeedReading): readonly FeedProduct[] => reading.products.map(({ product }) => product);

describe('a feed or list as products', () => {
  it('[S46] what a file is, is read off its content', () => {
    const kinds = [
      RSS_FEED,
      `\ufeff  ${ATOM_FEED}`,
      TSV_FEED,
      'sku;naam;prijs\n1;Slang;2.00',
      '[{"id": "a"}]',
      '{"products": []}',
      '{"format": "tactful-catalog", "products": [], "offers": []}',
      '{"other": 1}',
    ].map((text) => readShopText(text, 'f').kind);
    expect(kinds).to.deep.equal([
      ...['merchant-feed', 'merchant-feed', 'merchant-feed', 'product-list', 'product-list', 'product-list'],
      ...['catalog', 'catalog'],
    ]);
    for (const text of ['', ' \n', '{"a": ', '<a>']) expect(() => readShopText(text, 'f')).to.throw(/^f: /);
  });

  it('[S49] a Merchant feed gives the products that its rows say', () => {
    const reading = read(RSS_FEED);
    expect(reading.currency).to.equal('EUR');
    expect(found(reading)).to.deep.equal([]);
    expect(products(reading)).to.deep.equal([
      {
        id: 'hose',
        title: 'Garden hose, 20 m',
        text: 'Does not kink.',
        url: 'https://shop.example/hose?a=1&b=2',
        category: ['garden', 'hoses'],
        brand: 'Torvink',
        price: 2495,
        available: true,
        features: { colour: 'green' },
      },
      {
        id: 'drill',
        title: 'Cordless drill',
        url: 'https://shop.example/drill',
        category: ['tools'],
        price: 10_000,
        discount: 2000,
        lowestPrice30d: 10_000,
        validFrom: '2026-06-01T00:00:00+02:00',
        validThrough: '2026-06-08T00:00:00+02:00',
        margin: 4000,
        available: true,
      },
      { id: 'saw', title: 'Hand saw', price: 900, available: false },
      {
        id: 'tape',
        title: 'Tape & "glue" &amp; more',
        text: '<b> \u20ac \u20ac &lt; &unknown;',
        price: 350,
        available: true,
      },
    ]);
  });

  it('[S49] XML, Atom and tabs with the same product give the same', () => {
    const [rss, atom, tsv] = [RSS_FEED, ATOM_FEED, TSV_FEED].map((text) => products(read(text))[0]);
    const core = ({ id, title, price }: Partial<FeedProduct> = {}): unknown => ({ id, title, price });
    expect(core(atom)).to.deep.equal(core(rss));
    expect(core(tsv)).to.deep.equal(core(rss));
    expect(tsv?.category).to.deep.equal(['garden', 'hoses']);
  });

  it('[S49] a list has columns in English or Dutch, JSON numbers are decimals, and schema.org names are known', () => {
    const dutch = read('Artikelnummer;Naam;Prijs;Voorraad;Merk;Categorie\n1;Slang;24.95;0;Torvink;Tuin/Slangen', {
      currency: 'EUR',
    });
    expect(products(dutch)).to.deep.equal([
      { id: '1', title: 'Slang', category: ['tuin', 'slangen'], brand: 'Torvink', price: 2495, available: false },
    ]);
    const json = read(
      JSON.stringify({
        currency: 'EUR',
        products: [
          { sku: 7, name: 'Hose', price: 24.95, category: ['Garden', 'Hoses'], brand: { name: 'Torvink' } },
          {
            id: 'b',
            title: 'Drill',
            price: { value: '100.00', currency: 'EUR' },
            availability: 'https://schema.org/InStock',
          },
        ],
      }),
    );
    expect(found(json)).to.deep.equal([]);
    expect(products(json).map(({ id, price, available }) => [id, price, available])).to.deep.equal([
      ['7', 2495, true],
      ['b', 10_000, true],
    ]);
  });

  it('[S49] a bad row is told by path, value and fix, and the rest lives', () => {
    const rows = [
      'id,title,price,availability,sale_price,link,google_product_category',
      'a,Hose,"12,99",in stock,,,',
      ',Hose,1.00 EUR,in stock,,,',
      'c,,1.00 EUR,in stock,,,',
      'd,Hose,,in stock,,,',
      'e,Hose,1.00 USD,in stock,,,',
      'f,Hose,1.00 EUR,perhaps,2.00 EUR,javascript:alert(1),632',
      'f,Hose,1.00 EUR,in stock,,,',
      'g,Hose,1.00 EUR,in stock,,,',
    ];
    const reading = read(rows.join('\n'), { currency: 'EUR' });
    expect(found(reading)).to.deep.equal([
      'row[2].price: "12,99"',
      'row[3].id: nothing',
      'row[4].title: nothing',
      'row[5].price: nothing',
      'row[6].price: "1.00 USD"',
      'row[7].google_product_category: "632"',
      'row[7].link: "javascript:alert(1)"',
      'row[7].sale_price: "2.00 EUR"',
      'row[7].availability: "perhaps"',
      'row[8].id: "f"',
    ]);
    expect(products(reading).map(({ id }) => id)).to.deep.equal(['f', 'g']);
    expect(found(read('id,title,price\n'))).to.deep.equal(['products: []']);
  });

  it('[S50] a reduction holds in its period only, and an unreadable period makes none', () => {
    const discountAt = (at: number): number | undefined => products(read(RSS_FEED, { at }))[1]?.discount;
    const from = Date.parse('2026-06-01T00:00:00+02:00');
    const through = Date.parse('2026-06-08T00:00:00+02:00');
    expect([from - 1, from, through - 1, through].map(discountAt)).to.deep.equal([undefined, 2000, 2000, undefined]);
    for (const period of ['2026-06-01/2026-06-08', 'soon', '2026-02-30T00:00Z/2026-06-08T00:00Z']) {
      const reading = read(RSS_FEED.replace(/2026-06-01T00:00\+0200\/[^<]*/, period));
      expect([products(reading)[1]?.discount, found(reading)]).to.deep.equal([
        undefined,
        [`item[1].sale_price_effective_date: "${period}"`],
      ]);
    }
  });

  it('[S50] the lowest price of 30 days is never made up: where it is missing it is told', () => {
    const reading = read(TSV_FEED);
    expect(products(reading)[1]).to.include({ price: 10_000, discount: 2000 }).and.not.have.property('lowestPrice30d');
    expect(lintProducts(reading).map(({ rule, path, offer }) => `${rule} ${path} ${offer ?? ''}`)).to.deep.equal([
      'no-lowest-price row[3].lowest_price_30d drill',
    ]);
  });

  it('[S51] the rules look at products too, by the columns of the file', () => {
    const rows = [
      'id,title,description,price,sale_price,lowest_price_30d',
      'a,GARDEN HOSE,Last chance,10.00 EUR,,',
      'b,Special offer,Fine.,10.00 EUR,9.00 EUR,8.00 EUR',
      'c,Garden hose,Fine.,10.00 EUR,,',
    ];
    expect(lintProducts(read(rows.join('\n'))).map(({ rule, path }) => `${rule} ${path}`)).to.deep.equal([
      'pressing row[2].description',
      'shouting row[2].title',
      'unclear-what row[3].title',
      'false-reduction row[3].sale_price',
    ]);
  });
});
