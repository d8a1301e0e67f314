import { expect } from 'chai';
import { foldOf, GARDEN_SHOP, NOW, offer, shopOf } from '../../test/garden-shop.js';
import { readAffinities, type Affinity } from './affinity.js';
import type { Catalog } from './catalog.js';
import { compileCatalog } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import { DEFAULT_MODEL } from './policy.js';
import { readCatalog, type CatalogReading } from './read-catalog.js';

const readWith = (baseRates: unknown, shop: Catalog = GARDEN_SHOP): CatalogReading =>
  readCatalog({ ...shop, baseRates });
const pathsOf = ({ problems }: CatalogReading): readonly string[] => problems.map(({ path }) => path);

/** The affinities of departments, with so much attention given to each, in a shop with these base rates. */
function departments(
  baseRates: unknown,
  {
    masses = {},
    shop = GARDEN_SHOP,
    kappa = DEFAULT_MODEL.kappa,
  }: {
    readonly masses?: Readonly<Record<string, number>>;
    readonly shop?: Catalog;
    readonly kappa?: number;
  } = {},
): (value: string) => Affinity<'category'> {
  const { catalog } = readWith(baseRates, shop);
  const evidence = Object.entries(masses).map(([value, mass]) => {
    const sum = (of: number): { value: number; at: number } => ({ value: of, at: NOW.at });
    return [evidenceKey('category', value), { mass: sum(mass), against: sum(0), ids: [], visit: 1, given: 0 }] as const;
  });
  const model = { ...DEFAULT_MODEL, kappa };
  const reader = readAffinities({
    folded: { ...foldOf([]), evidence: new Map(evidence) },
    catalog: compileCatalog(catalog ?? shop, model),
    model,
    at: NOW.at,
  });
  return (value) => reader.of('category', value);
}

const POPULAR = { category: { garden: 0.5, tools: 0.3, paint: 0.2 } };

describe('base rates', () => {
  it('[P65] science 2.8: popular .5 .3 .2, attention 1 6 0, kappa 8', () => {
    const of = departments(POPULAR, { masses: { garden: 1, tools: 6, paint: 0 } });
    const values = ['garden', 'tools', 'paint'].map(of);
    const near = (found: readonly number[], wanted: readonly number[], off: number): void =>
      found.forEach((each, n) => expect(each).to.be.closeTo(wanted[n] ?? NaN, off));
    near(
      values.map(({ share }) => share),
      [0.3333333333333333, 0.56, 0.10666666666666667],
      1e-16,
    );
    near(
      values.map(({ lift }) => lift),
      [-0.40546511, 0.62415431, -0.62860866],
      5e-9,
    );
    near(
      values.map(({ confidence }) => confidence),
      [0.4666666666666667, 0.4666666666666667, 0.4666666666666667],
      1e-16,
    );
  });

  it('[P65] without evidence a share is the base rate and the lift 0, to the last bit, whatever kappa is', () => {
    for (const kappa of [8, 3, 0.7, 11.3]) {
      const of = departments({ category: { garden: 0.1, tools: 0.7 } }, { kappa });
      expect([of('garden').share, of('garden').lift, of('tools').share, of('tools').lift]).to.deep.equal([
        0.1, 0, 0.7, 0,
      ]);
    }
  });

  it('[P65] what is popular with everybody does not look personal', () => {
    const of = departments(POPULAR, { masses: { garden: 5, tools: 3, paint: 2 } });
    for (const value of ['garden', 'tools', 'paint']) expect(of(value).lift).to.be.closeTo(0, 1e-15);
  });

  it('[P65] with ever more evidence the share is what was done; scaling evidence and kappa alike changes nothing', () => {
    expect(departments(POPULAR, { masses: { garden: 1e12, tools: 6e12 } })('garden').share).to.be.closeTo(1 / 7, 1e-11);
    const once = departments(POPULAR, { masses: { garden: 1, tools: 6 } })('tools').share;
    const thrice = departments(POPULAR, { masses: { garden: 3, tools: 18 }, kappa: 24 })('tools').share;
    expect(thrice).to.be.closeTo(once, 1e-15);
  });

  it('[P65] what is left over is shared among the values of a depth that are not named', () => {
    const of = departments({ category: { garden: 0.5 } });
    expect([of('garden').share, of('tools').share, of('paint').share]).to.deep.equal([0.5, 0.25, 0.25]);
    // four narrower categories, none named
    expect(of('garden/watering').share).to.equal(0.25);
  });

  it('[P65] what a shop forgot to name is rare, not impossible', () => {
    const { share, lift } = departments(POPULAR)('lighting');
    expect([share, lift]).to.deep.equal([1e-4, 0]);
  });

  it('[P65] a share that is none is dropped and said, the rest lives', () => {
    const reading = readWith({
      category: { garden: 0.5, tools: 0, paint: 1.5, wood: '0.1', nails: NaN },
      brand: { Sprig: 0.25 },
      age: { '30': 0.5 },
      'attribute:colour': 'green',
    });
    expect(reading.catalog?.baseRates).to.deep.equal({ category: { garden: 0.5 }, brand: { Sprig: 0.25 } });
    expect(reading.catalog?.offers).to.have.length(GARDEN_SHOP.offers.length);
    expect(pathsOf(reading)).to.deep.equal([
      'baseRates.category.tools',
      'baseRates.category.paint',
      'baseRates.category.wood',
      'baseRates.category.nails',
      'baseRates.age',
      'baseRates.attribute:colour',
    ]);
    expect(pathsOf(readWith([]))).to.deep.equal(['baseRates']);
  });

  it('[P65] shares over 1 in one depth lose that depth alone', () => {
    const reading = readWith({ category: { garden: 0.6, tools: 0.5, 'garden/watering': 0.4 } });
    expect(reading.catalog?.baseRates).to.deep.equal({ category: { 'garden/watering': 0.4 } });
    expect(reading.problems).to.have.length(1);
    expect(reading.problems[0]).to.include({ path: 'baseRates.category 1', found: '1.1' });
    // rounding may go a little over
    expect(pathsOf(readWith({ category: { garden: 0.7, tools: 0.3 + 1e-10 } }))).to.deep.equal([]);
  });

  it('[P65] a value named like a prototype is a value', () => {
    const raw: unknown = JSON.parse('{"category":{"__proto__":0.5,"constructor":0.1},"__proto__":{"garden":1}}');
    const reading = readWith(raw);
    expect(pathsOf(reading)).to.deep.equal(['baseRates.__proto__']);
    expect(departments(raw)('__proto__').share).to.equal(0.5);
    expect(departments(raw)('toString').share).to.be.closeTo(0.4 / 3, 1e-16);
    expect(Object.hasOwn(Object.prototype, 'garden')).to.equal(false);
  });

  it('[P65] a catalogue without base rates says nothing and takes all values for equally popular', () => {
    expect(pathsOf(readCatalog(GARDEN_SHOP))).to.deep.equal([]);
    const wide = shopOf(...['a', 'b', 'c', 'd', 'e'].map((id) => offer({ id, class: 'suggest', category: [id] })));
    expect(departments(undefined, { shop: wide })('a').share).to.equal(0.2);
  });
});
