import { expect } from 'chai';
import { GARDEN_SHOP, offer, shopOf } from '../../test/garden-shop.js';
import { readCatalog, type CatalogLimits, type CatalogReading } from './read-catalog.js';

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
    ['needs that are no texts', { ...HOSE, needs: [1] }, '.needs[0]'],
    ['placements that are no list', { ...HOSE, placements: 'home' }, '.placements'],
    ['a brand that is no text', { ...HOSE, brand: {} }, '.brand'],
    ['a day that does not exist', { ...HOSE, validFrom: '2025-02-30' }, '.validFrom'],
    ['an end that is no moment', { ...HOSE, validThrough: 'soon' }, '.validThrough'],
    ['caps without a period', { ...HOSE, frequency: { custom: [{ cap: 1 }] } }, '.frequency.custom[0].period'],
    ['a lifetime that is no number', { ...HOSE, frequency: { lifetime: 'once' } }, '.frequency.lifetime'],
    ['a negative cap', { ...HOSE, frequency: { custom: [{ cap: -1, period: 'P1D' }] } }, '.frequency.custom[0].cap'],
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
    const reading = withOffers(HOSE, { ...HOSE, class: 'complement' });
    expect(reading.catalog?.offers).to.deep.equal([HOSE]);
    expect(reading.problems).to.deep.equal([{ path: 'offers[1].id', found: '"hose"', fix: 'unique in the catalog' }]);
  });

  it('[L9] a dropped offer does not take its id with it', () => {
    expect(keptIds(withOffers({ ...HOSE, price: -1 }, HOSE))).to.deep.equal(['hose']);
  });

  for (const url of [
    'https://shop.example/hose',
    'HTTPS://shop.example',
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

  const dropped = (offers: readonly object[], limits: CatalogLimits = {}): readonly string[] =>
    readCatalog(
      { ...GARDEN_SHOP, offers: offers.map((bad, n) => ({ ...HOSE, id: String(n), ...bad })) },
      limits,
    ).problems.map(({ path }) => path);

  it('[L35] only https and relative addresses are followed, however others are dressed up', () => {
    const addresses = [
      'http://shop.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      'https:evil.example',
      'https:/evil.example',
      'https:///evil.example',
      'https://user:word@shop.example',
      'https://shop.example\\@evil.example',
      'vbscript:x',
      'blob:x',
      'file:///etc',
      'java\u200bscript:alert(1)',
      '\u0000javascript:alert(1)',
      'j\u00adavascript:alert(1)',
      'javascript&colon;alert(1):',
      ' /hose',
    ];
    expect(dropped(addresses.map((address) => ({ content: content(address) })))).to.deep.equal(
      addresses.map((_, n) => `offers[${String(n)}].content.en.action.url`),
    );
  });

  it('[L35] a picture is inline data of four kinds up to 64 kB, or the id of one that the page holds', () => {
    const pictured = (image: string): object => ({ content: { en: { title: 'Hose', image } } });
    const good = ['data:image/png;base64,AAAA', `data:image/avif;base64,${'A'.repeat(65_536 - 23)}`, 'image:hose-1'];
    const bad = [
      'https://shop.example/hose.png?u=1',
      'hose.png',
      'data:image/svg+xml;base64,AAAA',
      'data:image/png,<svg/onload=x>',
      'data:text/html;base64,AAAA',
      `data:image/png;base64,${'A'.repeat(65_536)}`,
      'image:',
      'image:a b',
    ];
    expect(dropped(good.map(pictured))).to.deep.equal([]);
    expect(dropped(bad.map(pictured))).to.deep.equal(bad.map((_, n) => `offers[${String(n)}].content.en.image`));
  });

  it('[L35] a picture has an address where the page allows that, and nowhere else', () => {
    const pictured = (image: unknown): object => ({ content: { en: { title: 'Hose', image } } });
    const addresses = [
      'https://shop.example/hose.png?u=1',
      'HTTPS://shop.example/hose.png',
      '/hose.png',
      './a',
      '../a',
    ];
    const bad = [
      'http://shop.example/a.png',
      'https:a',
      '//shop.example/a',
      '/a b',
      'a.png',
      'javascript:1',
      'blob:x',
      '',
    ];
    const at = (_: unknown, n: number): string => `offers[${String(n)}].content.en.image`;
    expect(dropped(addresses.map(pictured))).to.deep.equal(addresses.map(at));
    expect(dropped(addresses.map(pictured), { images: 'reveal' })).to.deep.equal([]);
    expect(dropped(bad.map(pictured), { images: 'reveal' })).to.deep.equal(bad.map(at));
  });

  it('[L34] a moment has its zone and is real, and the end is after the start', () => {
    const moments = [
      '2030-12-31',
      '2030-12-31T23:59:59',
      '2030-12-31T23:59Z',
      '2030-12-31T24:00:00Z',
      '2030-12-31T23:59:60Z',
      '2030-02-29T00:00:00Z',
      '2030-12-31T23:59:59+24:00',
      '+275760-09-13T00:00:00Z',
      '2030-12-31 23:59:59Z',
    ];
    expect(dropped(moments.map((validFrom) => ({ validFrom })))).to.deep.equal(
      moments.map((_, n) => `offers[${String(n)}].validFrom`),
    );
    const on = (validFrom: string, validThrough: string): object => ({ validFrom, validThrough });
    expect(dropped([on('2028-02-29T00:00:00+02:00', '2028-02-29T00:00:00.001+01:00')])).to.deep.equal([]);
    expect(
      dropped([
        on('2030-01-01T00:00:00Z', '2030-01-01T01:00:00+01:00'),
        on('2030-01-02T00:00:00Z', '2030-01-01T00:00:00Z'),
      ]),
    ).to.deep.equal(['offers[0].validThrough', 'offers[1].validThrough']);
  });

  it('[L33] amounts are whole and within 2^53, and a currency is one that exists', () => {
    const amounts = [-1, 0.1 + 0.2, NaN, Infinity, 2 ** 53, 1e308, '12,99', 5n, null];
    expect(dropped(amounts.map((margin) => ({ margin })))).to.deep.equal(
      amounts.map((_, n) => `offers[${String(n)}].margin`),
    );
    expect(dropped([{ price: 0 }, { price: 2 ** 53 - 1 }, { price: 100, discount: 100 }])).to.deep.equal([]);
    const currencies = Intl.supportedValuesOf('currency');
    for (const currency of ['EUR', 'JPY', 'KWD', 'XOF']) {
      expect(readCatalog({ ...GARDEN_SHOP, currency }, { currencies }).problems, currency).to.deep.equal([]);
    }
    for (const currency of ['ZZZ', 'EUX', 'eur', 'EURUSD', '']) {
      expect(readCatalog({ ...GARDEN_SHOP, currency }, { currencies }).catalog, currency).to.equal(undefined);
    }
  });

  it('[L36] a field that is not known is refused by its name, at every depth', () => {
    expect(
      dropped([
        { validUntil: 'x' },
        { style: 'background:url(x)' },
        { content: { en: { title: 'Hose', html: '<b>' } } },
        { frequency: { lifetime: 1, weekly: 1 } },
        { suppress: { after: { outcome: 'dismissed' }, for: 'P1D', until: 'P1D' } },
        { toString: 'x' },
      ]),
    ).to.deep.equal([
      'offers[0].validUntil',
      'offers[1].style',
      'offers[2].content.en.html',
      'offers[3].frequency.weekly',
      'offers[4].suppress.until',
      'offers[5].toString',
    ]);
    const { catalog, problems } = readCatalog({ ...GARDEN_SHOP, $schema: 'x', offres: [] });
    expect(catalog?.offers).to.have.lengthOf(GARDEN_SHOP.offers.length);
    expect(problems.map(({ path }) => path)).to.deep.equal(['offres']);
  });

  it('[L36] no name reaches behind an object, wherever it stands, and nothing is polluted', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const hostile = ['__proto__', 'constructor', 'prototype'].flatMap((name) => [
      `{"${name}": {"polluted": 1}}`,
      `{"features": {"${name}": "x"}}`,
      `{"when": {"a": {"${name}": 1}}}`,
      `{"product": {"sku": {"${name}": 1}}}`,
      `{"content": {"en": {"title": "x", "tones": {"${name}": {"title": "y"}}}}}`,
    ]);
    const raws = hostile.map((text, n): unknown => {
      const bad = JSON.parse(text) as object;
      return Object.defineProperties(
        { ...HOSE, id: String(n) },
        Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(bad))),
      );
    });
    expect(withOffers(...raws, HOSE).catalog?.offers).to.deep.equal([HOSE]);
    expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(before);
    expect(({} as { readonly polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('[L37] sixteen levels are read, seventeen are not, nor is a circle', () => {
    const nested = (levels: number): unknown => (levels === 0 ? 'x' : { a: nested(levels - 1) });
    expect(dropped([{ product: nested(15) }])).to.deep.equal([]);
    expect(withOffers({ ...HOSE, product: nested(16) }).problems[0]?.fix).to.equal('at most 16 levels');
  });

  it('[L37] a text has at most 2,000 characters, however many units each takes', () => {
    const titled = (title: string): object => ({ content: { en: { title } } });
    expect(dropped([titled('x'.repeat(2000)), titled('\u{1f33f}'.repeat(2000))])).to.deep.equal([]);
    expect(
      dropped([titled('x'.repeat(2001)), titled('\u{1f33f}'.repeat(2001)), { when: { a: 'x'.repeat(2001) } }]),
    ).to.deep.equal(['offers[0].content.en.title', 'offers[1].content.en.title', 'offers[2].when.a']);
  });

  it('[L37] what is small and endless at once is refused as a whole, soon', () => {
    let bomb: unknown = 'x';
    for (let level = 0; level < 14; level++) bomb = Array.from({ length: 30 }, () => bomb);
    const { catalog, problems } = withOffers({ ...HOSE, product: { bomb } }, HOSE);
    expect(catalog).to.equal(undefined);
    expect(problems).to.have.lengthOf(1);
    expect(readCatalog(GARDEN_SHOP, { size: 100 })).to.deep.equal({
      problems: [{ path: '', found: '"larger"', fix: 'at most 100 characters; raise limits' }],
    });
  });

  it('[L37] more than 64 conditions are refused, and say so', () => {
    const when = Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`a${String(n)}`, 1]));
    expect(withOffers({ ...HOSE, when }).problems).to.deep.include({
      path: 'offers[0].when',
      found: JSON.stringify(when).slice(0, 80),
      fix: 'more than 64 conditions',
    });
  });

  it('[L39] a coupon and a gift say where everybody finds them, or they are dropped', () => {
    const gifts = [{ class: 'coupon' }, { class: 'gift' }, { class: 'gift', openTo: '' }, { class: 'thank' }];
    expect(dropped(gifts)).to.deep.equal(['offers[0].openTo', 'offers[1].openTo', 'offers[2].openTo']);
    expect(dropped(gifts.map((each) => ({ ...each, openTo: 'everyone' })))).to.deep.equal([]);
    expect(dropped([{ class: 'coupon', openTo: 'the flyer at the till' }])).to.deep.equal([]);
  });

  it('[L32] texts are taken clean, in names and in conditions too, and two ids that look the same are one', () => {
    const { catalog, problems } = withOffers(
      {
        ...HOSE,
        id: 'ho\u200bse',
        brand: 'Sp\u202erig',
        when: { brand: 'a\u0007b' },
        content: { en: { title: 'Cafe\u0301\n\ud800' } },
      },
      HOSE,
    );
    expect(catalog?.offers).to.deep.equal([
      { ...HOSE, id: 'hose', brand: 'Sprig', when: { brand: 'ab' }, content: { en: { title: 'Café \ufffd' } } },
    ]);
    expect(problems.map(({ path }) => path)).to.deep.equal(['offers[1].id']);
    expect(dropped([{ brand: '\u200b\u202e' }, { features: { 'co\u200blour': 'x' } }])).to.deep.equal([
      'offers[0].brand',
      'offers[1].features.co\u200blour',
    ]);
  });

  it('[L43] flags of protection are yes or no', () => {
    expect(dropped([{ features: { credit: true, colour: 'green', weight: 1.5 } }])).to.deep.equal([]);
    expect(dropped([{ features: { credit: 'yes' } }, { features: { size: [1] } }])).to.deep.equal([
      'offers[0].features.credit',
      'offers[1].features.size',
    ]);
  });

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

const RING = [
  [4.9, 52.3],
  [4.91, 52.3],
  [4.91, 52.31],
  [4.9, 52.3],
];

/** Each list with one entry that is sound, and what makes it none. */
const LISTS: Readonly<Record<string, readonly [sound: object, ...faults: readonly (readonly [object, string])[]]>> = {
  products: [
    { id: 'p', name: 'Hose', category: ['garden'], brand: 'Sprig', price: 2495, url: '/hose', image: 'image:hose' },
    [{ name: '' }, 'name'],
    [{ price: -1 }, 'price'],
    [{ url: 'javascript:x' }, 'url'],
    [{ stock: 3 }, 'stock'],
  ],
  groups: [
    {
      id: 'g',
      frequency: { lifetime: 3 },
      suppress: { after: { outcome: 'dismissed', count: 2, within: 'P7D' }, for: 'P30D' },
    },
    [{ suppress: { after: { outcome: 'seen' }, for: 'P1D' } }, 'suppress.after.outcome'],
    [{ suppress: { after: { outcome: 'shown', count: 0 }, for: 'P1D' } }, 'suppress.after.count'],
    [{ suppress: { after: { outcome: 'shown' }, for: '30 days' } }, 'suppress.for'],
  ],
  places: [
    {
      id: 'x',
      class: 'quiet',
      kind: 'cemetery',
      afterglow: 'PT24H',
      polygon: { type: 'Polygon', coordinates: [RING] },
    },
    [{ class: 'loud' }, 'class'],
    [{ kind: 'pub' }, 'kind'],
    [{ point: { lat: 52, lon: 5, radius: 10 } }, 'point'],
    [{ polygon: undefined, point: { lat: 91, lon: 5, radius: 10 } }, 'point.lat'],
    [{ polygon: { type: 'Point', coordinates: [RING] } }, 'polygon.type'],
  ],
  questions: [
    {
      id: 'q',
      text: { en: 'A garden?', nl: 'Een tuin?' },
      choices: [{ value: 'yes', text: 'Yes' }],
      purpose: 'personalization',
      results: { text: 'We made the garden department larger.', counts: { yes: 12 } },
    },
    [{ text: {} }, 'text'],
    [{ text: { 'not a language': 'x' } }, 'text.not a language'],
    [{ choices: [{ value: 'yes' }] }, 'choices[0].text'],
    [{ results: { text: 'x', counts: { yes: -1 } } }, 'results.counts.yes'],
  ],
  incidents: [
    {
      id: 'i',
      touches: { 'bought.items': { $in: ['hose-25'] } },
      from: '2025-05-01T00:00:00Z',
      through: '2025-06-01T00:00:00Z',
      content: { en: { title: 'The hose leaks' } },
      remedy: ['sorry'],
    },
    [{ touches: { a: { $regex: 'x' } } }, 'touches'],
    [{ from: '2025-05-01' }, 'from'],
    [{ through: '2025-05-01T00:00:00Z' }, 'through'],
  ],
  promises: [
    { id: 'p', text: 'At most once a week.', permission: 'email', keptBy: 'P7D' },
    [{ permission: 'telepathy' }, 'permission'],
    [{ permission: undefined }, 'permission'],
    [{ keptBy: 'soon' }, 'keptBy'],
  ],
  people: [
    { id: 'ann', name: 'Ann', hours: [{ days: ['mo', 'tu'], from: '09:00', to: '17:30' }], skills: ['garden'] },
    [{ hours: [{ days: ['monday'], from: '09:00', to: '17:30' }] }, 'hours[0].days[0]'],
    [{ hours: [{ days: ['mo'], from: '9', to: '17:30' }] }, 'hours[0].from'],
    [{ hours: [{ days: ['mo'], from: '17:30', to: '09:00' }] }, 'hours[0].to'],
  ],
};

describe('the other lists of a catalogue', () => {
  for (const [list, [sound, ...faults]] of Object.entries(LISTS)) {
    it(`[L38] ${list}: what is sound is taken whole, each fault drops its entry alone, with its path`, () => {
      const entries = [
        sound,
        ...faults.map(([fault], n) => ({ ...sound, id: String(n), ...fault })),
        { ...sound, id: 'last' },
      ];
      const { catalog, problems } = readCatalog({ ...GARDEN_SHOP, [list]: entries });
      expect(catalog).to.deep.equal({ ...GARDEN_SHOP, [list]: [sound, { ...sound, id: 'last' }] });
      expect(problems.map(({ path }) => path)).to.deep.equal(
        faults.map(([, path], n) => `${list}[${String(n + 1)}].${path}`),
      );
    });
  }

  it('[L38] what is no list is left out, and so is an entry without an id or with that of another', () => {
    const { catalog, problems } = readCatalog({
      ...GARDEN_SHOP,
      groups: {},
      products: [{ name: 'x' }, { id: 'a', name: 'x' }, { id: 'a', name: 'y' }],
    });
    expect([catalog?.groups, catalog?.products]).to.deep.equal([[], [{ id: 'a', name: 'x' }]]);
    expect(problems.map(({ path }) => path)).to.deep.equal(['products[0].id', 'products[2].id', 'groups']);
  });

  it('[L38] norms and sector stand or fall alone', () => {
    const norms = { country: 'NL', recipient: 'consumer' };
    expect(readCatalog({ ...GARDEN_SHOP, norms })).to.deep.equal({ catalog: { ...GARDEN_SHOP, norms }, problems: [] });
    const { catalog, problems } = readCatalog({ ...GARDEN_SHOP, norms: { ...norms, country: 'Holland' }, sector: 5 });
    expect(catalog).to.deep.equal(GARDEN_SHOP);
    expect(problems.map(({ path }) => path)).to.deep.equal(['sector', 'norms.country']);
  });

  it('[L40] the offers of templates count: a template for which there is no room is dropped, with its number', () => {
    const products = Array.from({ length: 6 }, (_, n) => ({ id: `p${String(n)}`, name: 'x' }));
    const template = { ...HOSE, id: 't', price: undefined, from: { products: 'all' } };
    const read = (from: object): CatalogReading =>
      readCatalog({ ...shopOf(HOSE), offers: [HOSE, { ...template, from }], products }, { offers: 6 });
    expect(read({ products: 'all', limit: 5 }).problems).to.deep.equal([]);
    expect(read({ products: 'all' }).problems).to.deep.equal([
      { path: 'offers.t.from', found: '6', fix: 'at most 5 more offers: a limit' },
    ]);
    expect(keptIds(read({ products: 'all' }))).to.deep.equal(['hose']);
  });
});
