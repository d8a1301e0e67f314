import { expect } from 'chai';
import { GARDEN_SHOP, offer, shopOf } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog, priceZ } from './compile-catalog.js';
import { DEFAULT_MODEL } from './policy.js';
import { normFor } from './norm-pack.js';
import { readCatalog } from './read-catalog.js';

/** Counts how often something of what it is given is looked at. */
function watching(): { readonly watch: <Of extends object>(value: Of) => Of; readonly looks: () => number } {
  const known = new WeakMap<object, object>();
  let looks = 0;
  const watch = <Of extends object>(value: Of): Of => {
    const watched =
      known.get(value) ??
      new Proxy(value, {
        get: (target, name, receiver) => {
          looks++;
          const found: unknown = Reflect.get(target, name, receiver);
          return typeof found === 'object' && found !== null ? watch(found) : found;
        },
      });
    known.set(value, watched);
    return watched as Of;
  };
  return { watch, looks: () => looks };
}

describe('compiling a catalogue', () => {
  it('[P4] a missing margin is 30 % of the price, a stated one stands', () => {
    const { offers } = compileCatalog(
      shopOf(
        offer({ id: 'a', class: 'suggest', price: 1000 }),
        offer({ id: 'b', class: 'suggest', price: 1000, margin: 0 }),
      ),
      DEFAULT_MODEL,
    );
    expect(offers.map(({ margin }) => margin)).to.deep.equal([300, 0]);
  });

  it('[P4] the usual price of a category is the median of its offers, at every depth', () => {
    const { medianPrice } = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
    expect(medianPrice.get('garden/watering')).to.equal((2495 + 1995) / 2);
    expect(medianPrice.get('tools')).to.equal((8995 + 4995) / 2);
    expect(medianPrice.get('tools/sawing')).to.equal(4995);
  });

  it('[P4] a price is placed against the narrowest category that has a usual price: 0 is usual', () => {
    const medians = new Map([['garden', 1000]]);
    expect(priceZ(1000, { prefixes: ['garden', 'garden/watering'], medians })).to.equal(0);
    expect(priceZ(2000, { prefixes: ['garden'], medians })).to.be.closeTo(Math.LN2, 1e-15);
    expect(priceZ(0, { prefixes: ['garden'], medians })).to.equal(undefined);
    expect(priceZ(500, { prefixes: ['paint'], medians })).to.equal(undefined);
  });

  it('[P4] counts categories by depth and brands, for base rates', () => {
    const { categoryCounts, brandCount } = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
    expect(categoryCounts).to.deep.equal([3, 4]);
    expect(brandCount).to.equal(3);
  });

  it('[L9] dates and caps become numbers; what is missing never binds', () => {
    const { offers } = compileCatalog(
      shopOf(
        offer({
          id: 'a',
          class: 'suggest',
          validFrom: '1970-01-02',
          validThrough: '1970-01-03',
          frequency: { lifetime: 2, custom: [{ cap: 1, period: 'P1D' }] },
        }),
        offer({ id: 'b', class: 'help' }),
      ),
      DEFAULT_MODEL,
    );
    expect(offers.map(({ from, through }) => [from, through])).to.deep.equal([
      [DAY_MS, 2 * DAY_MS],
      [-Infinity, Infinity],
    ]);
    expect(offers.map(({ caps }) => caps)).to.deep.equal([
      [
        { cap: 1, ms: DAY_MS },
        { cap: 2, ms: Infinity },
      ],
      [],
    ]);
    expect(offers.map(({ promotional }) => promotional)).to.deep.equal([true, false]);
  });

  it('[P3] the product of an offer gives its category to events that name only the product', () => {
    const described = offer({
      id: 'a',
      class: 'suggest',
      category: ['garden'],
      product: { '@type': 'Product', sku: 's1' },
    });
    expect(compileCatalog(shopOf(described), DEFAULT_MODEL).productPrefixes.get('s1')).to.deep.equal(['garden']);
  });

  it('[L42] a group has its limits and its members; an offer outside any has none', () => {
    const { bundles, byId } = compileCatalog(
      {
        ...shopOf(
          offer({ id: 'a', class: 'suggest', group: 'spring' }),
          offer({ id: 'b', class: 'suggest', group: 'spring' }),
          offer({ id: 'c', class: 'suggest', group: 'unknown' }),
          offer({ id: 'd', class: 'suggest' }),
        ),
        groups: [
          {
            id: 'spring',
            frequency: { lifetime: 9, custom: [{ cap: 2, period: 'P7D' }] },
            suppress: { after: { outcome: 'dismissed' }, for: 'P30D', scope: 'offer' },
          },
          { id: 'empty' },
        ],
      },
      DEFAULT_MODEL,
    );
    expect(bundles.get('spring')).to.deep.equal({
      id: 'spring',
      caps: [
        { cap: 2, ms: 7 * DAY_MS },
        { cap: 9, ms: Infinity },
      ],
      suppress: { after: { outcome: 'dismissed', count: 1, within: 'P36500D' }, for: 'P30D', scope: 'group' },
      offerIds: new Set(['a', 'b']),
    });
    expect(bundles.get('empty')).to.deep.equal({ id: 'empty', caps: [], suppress: undefined, offerIds: new Set() });
    expect(['a', 'b', 'c', 'd'].map((id) => byId.get(id)?.bundle?.id)).to.deep.equal([
      'spring',
      'spring',
      undefined,
      undefined,
    ]);
  });

  it('[L42] what an offer is silent after has every part, whatever was left out', () => {
    const after = { outcome: 'not_for_me', count: 2, within: 'P7D' } as const;
    const { offers } = compileCatalog(
      shopOf(
        offer({ id: 'a', class: 'help', suppress: { after, for: 'P30D', scope: 'group' } }),
        offer({ id: 'b', class: 'help', suppress: { after: { outcome: 'shown' }, for: 'P1D' } }),
        offer({ id: 'c', class: 'help' }),
      ),
      DEFAULT_MODEL,
    );
    expect(offers.map(({ suppress }) => suppress)).to.deep.equal([
      { after, for: 'P30D', scope: 'group' },
      { after: { outcome: 'shown', count: 1, within: 'P36500D' }, for: 'P1D', scope: 'offer' },
      undefined,
    ]);
  });

  it('[L39] the open list has every coupon and gift at its price, and nothing else', () => {
    const { openList } = compileCatalog(
      shopOf(
        offer({ id: 'a', class: 'coupon', price: 1000, discount: 100, openTo: 'everyone' }),
        offer({ id: 'b', class: 'gift', openTo: 'the flyer' }),
        offer({ id: 'c', class: 'suggest', price: 1000, openTo: 'everyone' }),
        offer({ id: 'd', class: 'coupon', price: 1000 }),
      ),
      DEFAULT_MODEL,
    );
    expect([...openList]).to.deep.equal([
      ['a', { price: 1000, discount: 100, openTo: 'everyone' }],
      ['b', { price: undefined, discount: undefined, openTo: 'the flyer' }],
    ]);
  });

  it('[L43] incidents can be asked whom they touch; what is said of people, places and norms is there to read', () => {
    const incident = { id: 'i', touches: { 'bought.items': { $in: ['hose'] } }, from: '1970-01-02T00:00:00Z' };
    const question = { id: 'q', text: 'A garden?' };
    const promise = { id: 'p', text: 'Once a week.', permission: 'email' } as const;
    const person = { id: 'ann', name: 'Ann', hours: [] };
    const place = { id: 'x', class: 'shop', point: { lat: 52, lon: 5, radius: 50 } } as const;
    const norms = { country: 'NL', recipient: 'consumer' } as const;
    const compiled = compileCatalog(
      {
        ...GARDEN_SHOP,
        incidents: [incident, { ...incident, through: '1970-01-03T00:00:00Z' }],
        questions: [question],
        promises: [promise],
        people: [person],
        places: [place],
        norms,
      },
      DEFAULT_MODEL,
    );
    expect(compiled.incidents.map(({ from, through }) => [from, through])).to.deep.equal([
      [DAY_MS, Infinity],
      [DAY_MS, 2 * DAY_MS],
    ]);
    const [first] = compiled.incidents;
    expect(first?.touches({ bought: { items: ['hose'] } })).to.equal(true);
    expect(first?.touches({ bought: { items: [] } })).to.equal(false);
    expect(compiled.questions.get('q')).to.equal(question);
    expect(compiled.promises.get('p')).to.equal(promise);
    expect([compiled.people, compiled.places]).to.deep.equal([[person], [place]]);
    expect(compiled.normAt(0)).to.deep.equal(normFor({ ...norms, at: 0 }));
    expect(compileCatalog(GARDEN_SHOP, DEFAULT_MODEL).normAt(0)).to.deep.equal(normFor({ at: 0 }));
  });

  it('[L42] says which conditions look at departures from a rhythm', () => {
    const { offers } = compileCatalog(
      shopOf(
        offer({ id: 'a', class: 'help', when: { 'rhythm.broken': true } }),
        offer({ id: 'b', class: 'help', when: { $or: [{ rhythm: { $exists: true } }] } }),
        offer({ id: 'c', class: 'help', when: { 'viewing.category': { $in: ['rhythmic'] } } }),
        offer({ id: 'd', class: 'help' }),
      ),
      DEFAULT_MODEL,
    );
    expect(offers.map(({ readsRhythm }) => readsRhythm)).to.deep.equal([true, true, false, false]);
  });

  it('[L44] ten times as many offers are looked at about ten times as often to read and compile them, not a hundred times', () => {
    const shopWith = (length: number): object => ({
      ...GARDEN_SHOP,
      offers: Array.from({ length }, (_, n) =>
        offer({
          id: `o${String(n)}`,
          class: 'suggest',
          category: ['garden', `shelf ${String(n % 300)}`],
          brand: `Brand ${String(n % 40)}`,
          price: 100 + n,
          product: `p${String(n)}`,
          when: { 'cart.value': { $gte: n } },
        }),
      ),
    });
    const looksAt = (length: number, also?: (offers: readonly { readonly id: string }[]) => void): number => {
      const { watch, looks } = watching();
      const { catalog = GARDEN_SHOP } = readCatalog(watch(shopWith(length)));
      const compiled = compileCatalog(watch(catalog), DEFAULT_MODEL);
      expect(compiled.offers).to.have.lengthOf(length);
      also?.(watch(catalog.offers));
      return looks();
    };
    const eachWithEach = (offers: readonly { readonly id: string }[]): void => {
      for (const { id } of offers) offers.find((other) => other.id === id);
    };
    expect(looksAt(1000) / looksAt(100)).to.be.below(15);
    expect(looksAt(1000, eachWithEach) / looksAt(100, eachWithEach), 'planted fault').to.be.above(15);
  });

  it('[P4] offers with one condition share its function, which answers for each moment anew', () => {
    const when = (least: number): object => ({ 'cart.value': { $gte: least } });
    const [a, b, c] = compileCatalog(
      shopOf(
        offer({ id: 'a', class: 'suggest', when: when(5) as never }),
        offer({ id: 'b', class: 'suggest', when: when(5) as never }),
        offer({ id: 'c', class: 'suggest', when: when(9) as never }),
      ),
      DEFAULT_MODEL,
    ).offers.map(({ test }) => test);
    expect(a).to.equal(b);
    expect(a).to.not.equal(c);
    const history = { at: 0, rows: () => [] };
    const [few, many] = [{ cart: { value: 1 } }, { cart: { value: 7 } }];
    expect([few, many, many, few].map((now) => a?.(now, history))).to.deep.equal([false, true, true, false]);
    expect(c?.(many, history)).to.equal(false);
  });
});
