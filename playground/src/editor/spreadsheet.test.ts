import { expect } from 'chai';
import fc from 'fast-check';
import { catalog as shopCatalog } from '../data/offers.js';
import { emptyCatalog, offersOf, type Fields } from './draft.js';
import { readTable, writeTable, type Separator } from './spreadsheet.js';

const SEPARATORS: readonly Separator[] = [';', ',', '\t'];
const SEED = 20260101;

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '=1+2',
    "'",
    "'=x",
    '@me',
    '-5',
    '+3',
    'a;b,c\td',
    '"quoted"',
    'two\r\nlines',
    '\ufeff',
    ' room ',
    '€ 5',
    '1,5',
    'a > b',
    'x | y',
  ),
);
const amount = fc.oneof(fc.nat(), fc.constantFrom(0, 5, 1_000_000_007, 2.5, -3, '24,9x'));
const list = fc.array(word, { maxLength: 3 });
const said = fc.record(
  {
    title: word,
    text: word,
    action: fc.record({ label: word, url: word }, { requiredKeys: [] }),
    image: word,
    tones: fc.object(),
  },
  { requiredKeys: [] },
);
const offer = fc.record(
  {
    id: word,
    class: word,
    category: list,
    brand: word,
    price: amount,
    discount: amount,
    lowestPrice30d: amount,
    margin: amount,
    product: fc.oneof(word, fc.record({ sku: word })),
    content: fc.dictionary(fc.constantFrom('en', 'nl', 'de', 'fr-BE', 'no language'), said),
    validFrom: word,
    channels: list,
    placements: list,
    frequency: fc.oneof(
      fc.record(
        {
          lifetime: fc.nat(9),
          custom: fc.array(fc.record({ cap: fc.nat(9), period: fc.constantFrom('P7D', 'P1W', 'PT12H', 'soon') })),
        },
        { requiredKeys: [] },
      ),
      fc.object(),
    ),
    group: word,
    openTo: word,
    helps: list,
    needs: list,
    when: fc.jsonValue(),
    features: fc.dictionary(
      word.filter((name) => name !== '__proto__'),
      fc.oneof(word, fc.boolean()),
    ),
    from: fc.record({ products: fc.constant('all') }),
  },
  { requiredKeys: [] },
);

/** As JSON has it: what a file can hold. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('[G42] a spreadsheet of offers', () => {
  it('comes back as it went, whatever the offers hold and whatever stands between the cells', () => {
    fc.assert(
      fc.property(fc.array(offer, { minLength: 1, maxLength: 4 }), fc.constantFrom(...SEPARATORS), (raw, separator) => {
        const offers = asJson(raw) as readonly Fields[]; // records of a generator
        const { offers: back, problems } = readTable(writeTable({ ...emptyCatalog(), offers }, separator), 'EUR');
        expect(problems).to.equal(undefined);
        expect(back).to.deep.equal(offers);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('holds the shop’s forty offers in every separator, also behind the mark of UTF-8', () => {
    const catalog: Fields = { ...shopCatalog };
    for (const separator of SEPARATORS) {
      const table = writeTable(catalog, separator);
      expect(readTable(`\ufeff${table}`, 'EUR').offers, separator).to.deep.equal(asJson(offersOf(catalog)));
    }
  });

  it('has amounts with a decimal comma beside semicolons, and reads both everywhere', () => {
    const offers = [{ id: 'a', price: 2495, discount: 5, content: { en: { title: 'Hose' } } }];
    expect(writeTable({ ...emptyCatalog(), offers }, ';')).to.contain(';24,95;0,05;');
    expect(writeTable({ ...emptyCatalog(), offers }, ',')).to.contain(',24.95,0.05,');
    expect(readTable('id;price\na;24.9\nb;€ 24,90\nc;1299', 'EUR').offers?.map(({ price }) => price)).to.deep.equal([
      2490, 2490, 129_900,
    ]);
    expect(readTable('id\tprice\na\t500', 'JPY').offers).to.deep.equal([{ id: 'a', price: 500 }]);
  });

  it('reads columns in any order and leaves out empty rows and cells', () => {
    const { offers } = readTable(
      'title_nl;id;category;frequency\n\nSlang;a; garden > hoses ;1 per 7 dagen, 3 ooit\n;;;\n',
      'EUR',
    );
    expect(offers).to.deep.equal([
      {
        id: 'a',
        category: ['garden', 'hoses'],
        content: { nl: { title: 'Slang' } },
        frequency: { lifetime: 3, custom: [{ cap: 1, period: 'P7D' }] },
      },
    ]);
  });

  it('writes nothing that a spreadsheet would work out', () => {
    const offers = [{ id: '=HYPERLINK("x")', brand: '@x', content: {} }];
    const table = writeTable({ ...emptyCatalog(), offers }, ';');
    expect(table)
      .to.match(/"?'=HYPERLINK/)
      .and.to.contain(";'@x;");
  });
});

describe('[G43] a spreadsheet that cannot be read', () => {
  const kinds = (text: string): unknown =>
    readTable(text, 'EUR').problems?.map(({ kind, row, column }) => [kind, row, column]);

  it('changes nothing and says where and what', () => {
    expect(kinds('')).to.deep.equal([['empty', 1, '']]);
    expect(kinds('id;price\n')).to.deep.equal([['empty', 1, '']]);
    expect(kinds('name;price\na;1')).to.deep.equal([
      ['unknown-column', 1, 'name'],
      ['no-id', 1, ''],
    ]);
    expect(kinds('id;price;price\na;1;2')).to.deep.equal([['column-twice', 1, 'price']]);
    expect(kinds('id;price\na;1.299,00\nb;1,299\nc;cheap')).to.deep.equal([
      ['value', 2, 'price'],
      ['value', 3, 'price'],
      ['value', 4, 'price'],
    ]);
    expect(kinds('id;when\na;{"x": \nb;[]')).to.deep.include(['value', 2, 'when']);
    expect(kinds('id;price\na;1;left over')).to.deep.equal([['no-place', 2, '']]);
    expect(kinds('id;brand\na;"open')).to.deep.equal([['not-a-table', 2, '']]);
  });
});
