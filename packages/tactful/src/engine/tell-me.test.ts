import { expect } from 'chai';
import fc from 'fast-check';
import { foldPartOf, type Row } from '../../test/fold-part-of.js';
import { hold } from '../../test/laws/law.js';
import type { Offer } from './catalog.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { compileCatalog, type CompiledCatalog } from './compile-catalog.js';
import { TELL_ME, type TellMeState } from './fold-tell-me.js';
import type { JsonObject } from './json.js';
import { DEFAULT_MODEL } from './model.js';
import { WISH_MS } from './fold-tell-me.js';
import { canBeHad, isThere, openWishes, tellMeDue, wishReader } from './tell-me.js';

const NOW = { at: Date.UTC(2025, 4, 7, 8), offset: 120 };
const ENDS = Date.UTC(2025, 4, 20);
const content = { en: { title: 'Something' } };
const HOSE: Offer = {
  id: 'hose',
  class: 'suggest',
  category: ['garden', 'watering'],
  price: 2495,
  discount: 500,
  product: 'hose-25',
  validThrough: '2025-05-20',
  content,
};
const shop = (...offers: readonly Offer[]): CompiledCatalog =>
  compileCatalog({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers }, DEFAULT_MODEL);
const SHOP = shop(HOSE, { ...HOSE, id: 'how-to', class: 'help' }, { ...HOSE, id: 'tap', product: 'tap-1', price: 900 });

const later = (ms: number): typeof NOW => ({ ...NOW, at: NOW.at + ms });
const wish = (params: JsonObject, ms = 0): Row => ['tell_me_set', later(ms), params];
const PRODUCT: JsonObject = { items: [{ item_id: 'hose-25' }] };
const fold = (...rows: readonly Row[]): TellMeState => foldPartOf(TELL_ME, rows, SHOP);

/** The due wishes as `when: offers`. */
function due(
  state: TellMeState,
  more: { catalog?: CompiledCatalog; at?: number; due?: readonly string[] } = {},
): string[] {
  const { catalog = SHOP, at = NOW.at, due: categories = [] } = more;
  return tellMeDue(state, { catalog, at, isDue: (category) => categories.includes(category) }).map(
    ({ wish: { when }, offers }) => `${when}: ${offers.join(' ')}`,
  );
}

describe('tellMe', () => {
  it('[D80] M11: a wish waits until it is told, taken back or a year old; asked again it is a new one', () => {
    const asked = wish({ ...PRODUCT, when: 'below', below: 2000 });
    const ids = (state: TellMeState, at = NOW.at): readonly string[] => openWishes(state, at).map(({ id }) => id);
    expect(ids(fold(asked))).to.deep.equal(['a:1']);
    expect(ids(fold(asked, wish({ ...PRODUCT, when: 'below', cancelled: true })))).to.deep.equal([]);
    expect(ids(fold(asked, wish({ ...PRODUCT, when: 'below', below: 1500 })))).to.deep.equal(['a:2']);
    expect(ids(fold(asked), NOW.at + WISH_MS - 1)).to.deep.equal(['a:1']);
    expect(ids(fold(asked), NOW.at + WISH_MS)).to.deep.equal([]);
    const told: Row = ['offer_shown', later(1), { offer_id: 'hose', wish_id: 'b:7 a:1' }];
    expect(ids(fold(asked, told))).to.deep.equal([]);
    expect(ids(fold(asked, told, asked))).to.deep.equal(['a:3']);
  });

  it('[D80] a showing for another reason ends no wish', () => {
    const waits = wish({ ...PRODUCT, when: 'below', below: 100 });
    expect(fold(waits, ['offer_shown', later(1), { offer_id: 'hose' }]).tellMe.size).to.equal(1);
    expect(fold(waits, ['offer_shown', later(1), { offer_id: 'hose', wish_id: 'a:12' }]).tellMe.size).to.equal(1);
  });

  it('[D81] back in stock answers only who asked while it was not to be had', () => {
    const gone = shop({
      ...HOSE,
      product: { sku: 'hose-25', offers: { availability: 'https://schema.org/OutOfStock' } },
    });
    const asked = fold(wish({ ...PRODUCT, when: 'back_in_stock', absent: true }));
    expect(due(asked, { catalog: gone })).to.deep.equal([]);
    expect(due(asked, { catalog: shop() })).to.deep.equal([]);
    expect(due(asked)).to.deep.equal(['back_in_stock: hose']);
    expect(due(fold(wish({ ...PRODUCT, when: 'back_in_stock', absent: false })))).to.deep.equal([]);
    const about = { facet: 'product', value: 'hose-25', at: NOW.at } as const;
    expect([gone, shop(), SHOP].map((catalog) => canBeHad(catalog, about))).to.deep.equal([false, false, true]);
  });

  it('[D81] what is out of its dates, sold out or discontinued cannot be had', () => {
    const [hose] = SHOP.offers;
    expect(hose && [isThere(hose, ENDS - 1), isThere(hose, ENDS)]).to.deep.equal([true, false]);
    const as = (availability: string): boolean | undefined => {
      const [only] = shop({ ...HOSE, product: { sku: 'hose-25', availability } }).offers;
      return only && isThere(only, NOW.at);
    };
    expect(['SoldOut', 'Discontinued', 'http://schema.org/InStock', 'PreOrder'].map(as)).to.deep.equal([
      false,
      false,
      true,
      true,
    ]);
  });

  it('[D82] below my price: what is paid, not what is printed, and strictly below', () => {
    const at = (below: number): string[] => due(fold(wish({ ...PRODUCT, when: 'below', below })));
    expect(at(1995)).to.deep.equal([]);
    expect(at(1996)).to.deep.equal(['below: hose']);
  });

  it('[D82] before it ends: from 48 hours before, not after', () => {
    const asked = fold(wish({ offer_id: 'hose', when: 'before_it_ends' }));
    const at = (hours: number): string[] => due(asked, { at: ENDS - hours * HOUR_MS });
    expect([at(48.01), at(48), at(0.01), at(0)]).to.deep.equal([
      [],
      ['before_it_ends: hose'],
      ['before_it_ends: hose'],
      [],
    ]);
  });

  it('[D83] when it is time again: a thing by its narrowest category, a category by all within', () => {
    const of = (about: JsonObject, categories: readonly string[]): string[] =>
      due(fold(wish({ ...about, when: 'due_again' })), { due: categories });
    expect(of(PRODUCT, ['garden/watering'])).to.deep.equal(['due_again: hose']);
    expect(of(PRODUCT, ['garden'])).to.deep.equal([]);
    expect(of({ category: 'garden' }, ['garden/watering'])).to.deep.equal(['due_again: hose tap']);
    expect(of({ category: 'garden/watering' }, ['garden'])).to.deep.equal([]);
    expect(of({ category: 'garden' }, [])).to.deep.equal([]);
  });

  it('[D83] the rhythm is not read where no wish depends on it', () => {
    const state = fold(wish({ ...PRODUCT, when: 'below', below: 2000 }));
    const answers = wishReader(state, {
      at: NOW.at,
      isDue: () => {
        throw new Error('read');
      },
    });
    expect(SHOP.offers.map((compiled) => answers(compiled).length)).to.deep.equal([1, 0, 0]);
  });

  it('[D83] help about a product is no answer to a wish for it, but to one for that very offer', () => {
    expect(due(fold(wish({ offer_id: 'how-to', when: 'below', below: 9999 })))).to.deep.equal(['below: how-to']);
  });

  it('[D84] law: rows of any shape wait for nothing else, and never for more than fifty things', () => {
    const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    const params = fc.dictionary(
      fc.constantFrom('when', 'below', 'absent', 'cancelled', 'offer_id', 'category', 'wish_id', 'items'),
      fc.oneof(scalar, fc.constantFrom('below', 'due_again', 'hose')),
    );
    const row = fc.tuple(fc.constantFrom<Row[0]>('tell_me_set', 'offer_shown', 'never_stated'), params);
    hold(
      fc.property(fc.array(row, { maxLength: 80 }), (rows) => {
        const state = fold(...rows.map(([name, each], index): Row => [name, later(index), each]));
        expect(state.tellMe.size).to.be.at.most(50);
        for (const { when, value, below } of state.tellMe.values()) {
          expect(when).to.match(/^(back_in_stock|below|before_it_ends|due_again)$/);
          expect([typeof value, typeof below]).to.deep.equal(['string', 'number']);
        }
        due(state);
      }),
    );
    const many = Array.from({ length: 60 }, (_, index) =>
      wish({ offer_id: `o${String(index)}`, when: 'below' }, index),
    );
    expect([...fold(...many).tellMe.values()].map(({ value }) => value)[0]).to.equal('o10');
  });

  it('[D84] law: whoever asked nothing is told nothing, and a day changes no answer but by its own rule', () => {
    const days = fc.integer({ min: 0, max: 400 });
    hold(
      fc.property(days, fc.integer({ min: 0, max: 3000 }), (day, below) => {
        const at = NOW.at + day * DAY_MS;
        expect(due(fold(), { at, due: ['garden', 'garden/watering'] })).to.deep.equal([]);
        const found = due(fold(wish({ ...PRODUCT, when: 'below', below })), { at });
        expect(found.length > 0).to.equal(below > 1995 && at < ENDS && day < 365);
      }),
    );
  });
});
