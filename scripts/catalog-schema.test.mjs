// The schema of the catalogue against what is made from it: its types, the reader that a page runs, the package.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import fc from 'fast-check';
import { catalogTypes, SCHEMA, TYPES } from './catalog-types.mjs';
import { soundOffers } from './sound-offers.mjs';

const SEED = 20_250_507;
const RUNS = 500;

const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, strictTuples: false });

/** The engine as a page has it. */
async function engine() {
  const names = ['read-catalog', 'catalog'].map((name) => `export * from './${name}.ts';`);
  const { outputFiles } = await build({
    stdin: { contents: names.join('\n'), resolveDir: path.resolve('packages/tactful/src/engine'), loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

// --- one thing wrong -------------------------------------------------------------------------------------------------

const set = (key, ...values) =>
  values.map((value) => [`${key}: ${JSON.stringify(value)}`, (offer) => ({ ...offer, [key]: value })]);
const saying = (more) => ({ en: { title: 'x', ...more } });
const link = (address) => saying({ action: { label: 'x', url: address } });
const without = (key) => [
  `no ${key}`,
  (offer) => Object.fromEntries(Object.entries(offer).filter(([each]) => each !== key)),
];
const AMOUNTS = ['price', 'lowestPrice30d', 'margin', 'discount'];

/** Refused by both. */
const FAULTS = [
  ...['id', 'class', 'content'].map(without),
  ...['id', 'brand', 'group', 'openTo'].flatMap((key) => set(key, '', 5, null, ['x'], 'x'.repeat(2001))),
  ...AMOUNTS.flatMap((key) => set(key, -1, 0.5, '12,99', null, 2 ** 53)),
  ...['category', 'placements', 'needs', 'helps'].flatMap((key) => set(key, 'x', [1], [''], {})),
  ...set('class', 'advert', 'suggest complement', 5, ['suggest']),
  ...set('channels', 'slot', ['telepathy'], ['']),
  ...set('features', [], { a: {} }, { a: null }, { a: '' }, { credit: 'yes' }, { essential: 1 }),
  ...set('product', 5, '', []),
  ...set('when', [], 'all', null),
  ...set(
    'from',
    {},
    'all',
    { products: 'some' },
    { products: [] },
    { products: 'all', limit: 0 },
    { products: 'all', a: 1 },
  ),
  ...['validFrom', 'validThrough'].flatMap((key) =>
    set(
      key,
      '2030-12-31',
      '2030-12-31T12:00:00',
      '2030-12-31T12:00Z',
      '2030-13-01T12:00:00Z',
      '2030-12-32T12:00:00Z',
      '2030-12-31T24:00:00Z',
      '2030-12-31T12:60:00Z',
      '2030-12-31T12:00:60Z',
      '2030-12-31T12:00:00+24:00',
      '1969-12-31T12:00:00Z',
      'soon',
      5,
    ),
  ),
  ...set('way', {}, '', { 'no language': 'x' }, { en: '' }),
  ...set(
    'frequency',
    [],
    { lifetime: -1 },
    { custom: {} },
    { custom: [{ cap: 1 }] },
    { custom: [{ cap: 1, period: 'P' }] },
    { a: 1 },
  ),
  ...set(
    'frequency',
    ...['P1M', 'P1Y', 'PT', 'P7', '7D', 'p7d', 'P-1D'].map((period) => ({ custom: [{ cap: 1, period }] })),
  ),
  ...set(
    'suppress',
    {},
    { after: {}, for: 'P1D' },
    { after: { outcome: 'seen' }, for: 'P1D' },
    { after: { outcome: 'shown' } },
  ),
  ...set(
    'suppress',
    { after: { outcome: 'shown', count: 0 }, for: 'P1D' },
    { after: { outcome: 'shown' }, for: 'P1D', scope: 'all' },
  ),
  ...set('content', {}, [], 'x', { '': { title: 'x' } }, { 'en us': { title: 'x' } }, { en: 'x' }, { en: {} }),
  ...set('content', saying({ title: '' }), saying({ text: 5 }), saying({ html: '<b>' }), saying({ action: {} })),
  ...set(
    'content',
    saying({ tones: { warm: { html: 'x' } } }),
    saying({ tones: { warm: 'x' } }),
    saying({ action: { url: '/' } }),
  ),
  ...set(
    'content',
    ...[
      'javascript:x',
      'JAVASCRIPT:x',
      'http://shop.example',
      '//evil.example',
      '/\\evil.example',
      'https:evil.example',
      'https://',
      'https://a@b',
      'data:text/html,x',
      'a b',
      ' /a',
      '',
      'x'.repeat(2001),
    ].map(link),
  ),
  ...set(
    'content',
    ...[
      'http://shop.example/a.png',
      'https:a.png',
      '//shop.example/a.png',
      'a.png',
      '/a b.png',
      'data:image/svg+xml;base64,AAAA',
      'data:image/png,AAAA',
      'image:',
      `data:image/png;base64,${'A'.repeat(65_536)}`,
    ].map((each) => saying({ image: each })),
  ),
  ...set('validUntil', 'x'),
  ...set('style', 'x'),
  ['__proto__', (offer) => ({ ...offer, ...JSON.parse('{"__proto__": 1}') })],
  ['a coupon that is not open', (offer) => without('openTo')[1]({ ...offer, class: 'coupon' })],
  ['a gift that is not open', (offer) => without('openTo')[1]({ ...offer, class: 'gift' })],
  ['a discount on nothing', (offer) => without('from')[1](without('price')[1]({ ...offer, discount: 5 }))],
];

const deep = (levels) => (levels === 0 ? 1 : { $not: deep(levels - 1) });

/** Where the reader is stricter: what a schema cannot say, or could only say at length. */
const STRICTER = [
  ['a discount above the price', (offer) => without('from')[1]({ ...offer, price: 5, discount: 6 })],
  [
    'an end before the start',
    (offer) => ({ ...offer, validFrom: '2031-01-01T00:00:00Z', validThrough: '2030-01-01T00:00:00Z' }),
  ],
  ...set('validFrom', '2030-02-30T00:00:00Z', '2027-02-29T00:00:00Z', '2030-04-31T00:00:00Z'),
  // on a page that did not say `images: 'reveal'`
  ...set('content', ...['https://shop.example/a.png', '/a.png', './a.png'].map((each) => saying({ image: each }))),
  ...set('when', { a: { $regex: 'x' } }, { $or: {} }, deep(20)),
  ...set('when', Object.fromEntries(Array.from({ length: 65 }, (_, n) => [`a${n}`, 1])), { a: 'x'.repeat(2001) }),
  ...set('from', { products: { a: { $where: 'x' } } }),
  ...set('brand', '\u200b', '\u202e\u0000'),
  ...set('features', { 'a\u200b': 1 }, { constructor: 'x' }),
  ...set('product', { a: deep(20) }, { text: 'x'.repeat(2001) }),
  ...set('content', saying({ tones: { constructor: { title: 'x' } } })),
];

describe('the schema of the catalogue', () => {
  let read;
  let shop;
  let accepts;
  const shopWith = (offer) => ({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [offer] });
  const reads = (offer) => read(shopWith(offer)).catalog.offers.length === 1;

  before(async () => {
    shop = await engine();
    read = shop.readCatalog;
    accepts = ajv.compile(schema);
  });

  it('[L30] is where the types come from: made again they are the same', async () => {
    assert.equal(readFileSync(TYPES, 'utf8'), await catalogTypes(), 'run: node scripts/catalog-types.mjs');
  });

  it('[L30] has the classes of offers in the order of the engine', () => {
    assert.deepEqual(schema.$defs.OfferClass.enum, shop.OFFER_CLASSES);
  });

  it('[L30] is published with the package, and a sound schema', () => {
    const { exports, files } = JSON.parse(readFileSync('packages/tactful/package.json', 'utf8'));
    assert.equal(exports['./catalog.schema.json'], './schema/catalog.schema.json');
    assert.ok(files.includes('schema'));
    assert.ok(ajv.validateSchema(schema));
  });

  it('[L31] accepts every sound offer, as the reader does, which takes it as it is', () => {
    const sound = (offer) => {
      assert.ok(accepts(shopWith(offer)), JSON.stringify(accepts.errors));
      const { catalog, problems } = read(shopWith(offer));
      assert.deepEqual(problems, []);
      assert.deepEqual(JSON.parse(JSON.stringify(catalog.offers)), JSON.parse(JSON.stringify([offer])));
    };
    fc.assert(fc.property(soundOffers, sound), { numRuns: RUNS, seed: SEED });
  });

  it('[L31] refuses every single fault, as the reader does', () => {
    const samples = fc.sample(soundOffers, { numRuns: 20, seed: SEED });
    const accepted = FAULTS.flatMap(([title, spoil]) => [
      ...(samples.some((offer) => accepts(shopWith(spoil(offer)))) ? [`by the schema, ${title}`] : []),
      ...(samples.some((offer) => reads(spoil(offer))) ? [`by the reader, ${title}`] : []),
    ]);
    assert.deepEqual(accepted, []);
    assert.ok(FAULTS.length > 150);
  });

  it('[L31] is looser than the reader only where that is listed', () => {
    const plain = { id: 'a', class: 'suggest', content: saying({}) };
    for (const [title, spoil] of STRICTER) {
      assert.ok(accepts(shopWith(spoil(plain))), `the schema refuses ${title}: list it among the faults`);
      assert.ok(!reads(spoil(plain)), `the reader accepts ${title}`);
    }
  });

  it('[L31] planted fault: a schema that lost a rule is seen', () => {
    const looser = structuredClone(schema);
    looser.$defs.Amount.minimum = -5;
    const lax = new Ajv({ strict: false }).compile(looser);
    const { [0]: fault } = FAULTS.filter(([title]) => title === 'price: -1');
    const offer = fault[1]({ id: 'a', class: 'suggest', content: saying({}) });
    assert.ok(lax(shopWith(offer)));
    assert.ok(!reads(offer));
  });
});
