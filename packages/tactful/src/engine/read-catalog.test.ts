import { expect } from 'chai';
import { GARDEN_SHOP, offer, shopOf } from '../../test/garden-shop.js';
import { readCatalog, type CatalogReading } from './read-catalog.js';

const HOSE = offer({ id: 'hose', class: 'suggest', price: 2495 });
const withOffers = (...offers: readonly unknown[]): CatalogReading => readCatalog({ ...GARDEN_SHOP, offers });
const keptIds = ({ catalog }: CatalogReading): readonly string[] => (catalog?.offers ?? []).map(({ id }) => id);

describe('reading a catalogue', () => {
  it('[L9] a sound one is taken whole', () => {
    expect(readCatalog(GARDEN_SHOP)).to.deep.equal({ catalog: GARDEN_SHOP, problems: [] });
    expect(readCatalog({ ...shopOf(HOSE), sector: 'alcohol' }).catalog?.sector).to.equal('alcohol');
  });

  it('[L9] without a usable head there is no catalogue, and the one problem says what belongs there', () => {
    const heads: readonly (readonly [unknown, string])[] = [
      [undefined, ''],
      [null, ''],
      [[], ''],
      ['{}', ''],
      [{ ...GARDEN_SHOP, format: 'other' }, 'format'],
      [{ ...GARDEN_SHOP, currency: 'euro' }, 'currency'],
      [{ ...GARDEN_SHOP, currency: 7 }, 'currency'],
      [{ ...GARDEN_SHOP, offers: {} }, 'offers'],
    ];
    for (const [raw, path] of heads) {
      const { catalog, problems } = readCatalog(raw);
      expect(catalog).to.equal(undefined);
      expect(problems.map((problem) => problem.path)).to.deep.equal([path]);
      expect(problems[0]?.fix).to.match(/^(a|an|") ?\w/);
    }
  });

  it('[L9] more offers than the limit are refused as a whole, with how to raise it', () => {
    const raw = shopOf(HOSE, { ...HOSE, id: 'b' });
    expect(readCatalog(raw, { offers: 1 })).to.deep.equal({
      problems: [{ path: 'offers', found: '2', fix: 'at most 1; raise limits.offers' }],
    });
    expect(readCatalog(raw, { offers: 2 }).problems).to.deep.equal([]);
  });

  const content = (url: unknown): object => ({ en: { title: 'Hose', action: { label: 'Look', url } } });
  let deep: unknown = { 'visit.count': 1 };
  for (let level = 0; level < 40; level++) deep = { $not: deep };
  const BAD: readonly (readonly [string, unknown, string])[] = [
    ['no object', 5, ''],
    ['no id', { ...HOSE, id: '' }, '.id'],
    ['an unknown class', { ...HOSE, class: 'advert' }, '.class'],
    ['a price in decimals', { ...HOSE, price: 24.95 }, '.price'],
    ['a negative price', { ...HOSE, price: -1 }, '.price'],
    ['a price beyond exact integers', { ...HOSE, price: 1e300 }, '.price'],
    ['a price as text', { ...HOSE, price: '2495' }, '.price'],
    ['a margin that is NaN', { ...HOSE, margin: NaN }, '.margin'],
    ['a discount above the price', { ...HOSE, discount: 2496 }, '.discount'],
    ['a discount without a price', { ...HOSE, price: undefined, discount: 1 }, '.discount'],
    ['a category that is one text', { ...HOSE, category: 'garden' }, '.category'],
    ['needs that are no texts', { ...HOSE, needs: [1] }, '.needs'],
    ['placements that are no list', { ...HOSE, placements: 'home' }, '.placements'],
    ['a brand that is no text', { ...HOSE, brand: {} }, '.brand'],
    ['a day that does not exist', { ...HOSE, validFrom: '2025-02-30' }, '.validFrom'],
    ['an end that is no moment', { ...HOSE, validThrough: 'soon' }, '.validThrough'],
    ['caps without a period', { ...HOSE, frequency: { custom: [{ cap: 1 }] } }, '.frequency'],
    ['a lifetime that is no number', { ...HOSE, frequency: { lifetime: 'once' } }, '.frequency'],
    ['a negative cap', { ...HOSE, frequency: { custom: [{ cap: -1, period: 'P1D' }] } }, '.frequency'],
    ['an unknown operator', { ...HOSE, when: { a: { $regex: 'x' } } }, '.when'],
    ['a condition that is no object', { ...HOSE, when: [] }, '.when'],
    ['a condition of forty levels', { ...HOSE, when: deep }, ''],
    ['no content', { ...HOSE, content: undefined }, '.content'],
    ['no title', { ...HOSE, content: { en: { title: '' } } }, '.content.en.title'],
    [
      'an action without a label',
      { ...HOSE, content: { en: { title: 'Hose', action: { url: '/' } } } },
      '.content.en.action.label',
    ],
    ['an address that would run', { ...HOSE, content: content('javascript:alert(1)') }, '.content.en.action.url'],
    [
      'an address that would run, disguised',
      { ...HOSE, content: content(' JaVaScRiPt:alert(1)') },
      '.content.en.action.url',
    ],
    [
      'an address that would run, with a tab in it',
      { ...HOSE, content: content('java\tscript:alert(1)') },
      '.content.en.action.url',
    ],
    ['data as an address', { ...HOSE, content: content('data:text/html,x') }, '.content.en.action.url'],
    ['an address that is no text', { ...HOSE, content: content(5) }, '.content.en.action.url'],
  ];

  for (const [title, bad, path] of BAD) {
    it(`[L9] ${title} drops the offer, with path, what was found and what belongs there; the rest lives`, () => {
      const reading = withOffers({ ...HOSE, id: 'before' }, bad, { ...HOSE, id: 'after' });
      expect(keptIds(reading)).to.deep.equal(['before', 'after']);
      expect(reading.problems.map((problem) => problem.path)).to.deep.equal([`offers[1]${path}`]);
      expect(reading.problems.every(({ found, fix }) => found !== '' && found.length <= 80 && fix !== '')).to.equal(
        true,
      );
    });
  }

  it('[L9] the second offer with an id is dropped, not the first', () => {
    const reading = withOffers(HOSE, { ...HOSE, class: 'coupon' });
    expect(reading.catalog?.offers).to.deep.equal([HOSE]);
    expect(reading.problems).to.deep.equal([{ path: 'offers[1].id', found: '"hose"', fix: 'unique in the catalog' }]);
  });

  it('[L9] a dropped offer does not take its id with it', () => {
    expect(keptIds(withOffers({ ...HOSE, price: -1 }, HOSE))).to.deep.equal(['hose']);
  });

  for (const url of [
    'https://shop.example/hose',
    'HTTP://shop.example',
    '/hose',
    '#hose',
    '?q=hose',
    './hose',
    'hose',
    'hose/25',
    'hose.html',
  ]) {
    it(`[L9] ${url} is an address that a click may follow`, () => {
      expect(withOffers({ ...HOSE, content: content(url) }).problems).to.deep.equal([]);
    });
  }

  it('[L9] what JSON cannot hold is described, not thrown at', () => {
    const loop: Record<string, unknown> = { ...HOSE, id: 5n };
    loop['content'] = loop;
    expect(withOffers(loop).problems).to.have.lengthOf(1);
    const round: Record<string, unknown> = { id: 'x', class: 'suggest' };
    round['when'] = round;
    expect(withOffers(round).problems).to.have.lengthOf(1);
    expect(readCatalog({ format: 5n }).problems).to.have.lengthOf(1);
  });
});
