import { expect } from 'chai';
import { foldPartOf } from '../../test/fold-part-of.js';
import { compileCatalog } from '../engine/compile-catalog.js';
import { admitOwn, defaultPurposes } from '../engine/event.js';
import { TELL_ME, type TellMeState } from '../engine/fold-tell-me.js';
import type { EventName } from '../engine/event-names.js';
import type { JsonObject } from '../engine/json.js';
import { DEFAULT_MODEL } from '../engine/model.js';
import { shownParams } from './shown-params.js';
import type { PageSession } from './page-session.js';
import type { TactfulError } from './tactful-error.js';
import { readTellMe } from './read-tell-me.js';
import { tellMe } from './tell-me.js';

const NOW = { at: 0, offset: 0 };

/** A session that keeps what is written, in a shop where everything can be had or nothing. */
function shopWhere(there: boolean): Pick<PageSession, 'call' | 'writeOwn'> & { readonly written: unknown[] } {
  const written: unknown[] = [];
  return {
    written,
    call: (name) => Promise.resolve((name === 'available' ? there : null) as never),
    writeOwn: (row) => {
      written.push(row);
      return Promise.resolve({ kept: true, id: 'a:1' });
    },
  };
}

const about = { product: 'hose-25' };

const NO_SHOP = compileCatalog({ format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [] }, DEFAULT_MODEL);
const GATE = { purposes: defaultPurposes(), consent: { personalization: 'in' } } as const;

/** What is known after rows that went through the gate; one that does not pass is an error. */
function known(...rows: readonly (readonly [EventName, unknown])[]): TellMeState {
  const admitted = rows.map(([name, params]) => {
    const admission = admitOwn({ name, params }, GATE);
    if ('refusal' in admission) throw new Error(JSON.stringify(admission.refusal));
    return [name, NOW, admission.draft.params] as const;
  });
  return foldPartOf(TELL_ME, admitted, NO_SHOP);
}

describe('tellMe on the page', () => {
  it('[T33] a wish becomes a row that says of what and when', () => {
    expect(readTellMe({ about, when: { below: 1995 } })).to.deep.equal({
      facet: 'product',
      value: 'hose-25',
      params: { when: 'below', below: 1995, items: [{ item_id: 'hose-25' }] },
    });
    expect(readTellMe({ about: { offerId: 'hose' }, when: 'before_it_ends' })?.params).to.deep.equal({
      when: 'before_it_ends',
      offer_id: 'hose',
    });
    expect(readTellMe({ about: { category: 'garden/watering' }, when: 'due_again' })?.params).to.deep.equal({
      when: 'due_again',
      category: 'garden/watering',
    });
  });

  it('[T33] what is no wish is refused with a code, and no getter is run', async () => {
    const run = (): never => {
      throw new Error('run');
    };
    const wrong: readonly unknown[] = [
      undefined,
      null,
      'hose',
      {},
      { about, when: 'someday' },
      { about, when: 'below' },
      { about, when: { below: 0 } },
      { about, when: { below: 19.95 } },
      { about, when: { below: '1995' } },
      { about, when: null },
      { about: {}, when: 'due_again' },
      { about: { product: '' }, when: 'due_again' },
      { about: { product: 7 }, when: 'due_again' },
      { about: { product: 'x'.repeat(201) }, when: 'due_again' },
      { about: { product: 'a', category: 'b' }, when: 'due_again' },
      {
        get about() {
          return run();
        },
        when: 'due_again',
      },
      Object.create({ about, when: 'due_again' }),
    ];
    for (const wish of wrong) {
      const shop = shopWhere(true);
      const failed = await tellMe(shop, { wish, cancel: false, now: NOW }).catch((error: unknown) => error);
      expect((failed as TactfulError).code).to.equal('STATEMENT_INVALID');
      expect(shop.written).to.deep.equal([]);
    }
  });

  it('[T38] what is written passes the gate, is read back as it was meant, and ended by the showing that names it', () => {
    const wishes = [
      { about: { product: '8711234567890' }, when: { below: 1995 } },
      { about: { offerId: 'hose' }, when: 'back_in_stock' },
      { about: { category: 'garden/watering' }, when: 'due_again' },
    ];
    const rows = wishes.map((wish) => ['tell_me_set', readTellMe(wish)?.params] as const);
    const read = (state: TellMeState): readonly unknown[] =>
      [...state.tellMe.values()].map(({ facet, value, when, below }) => [facet, value, when, below]);
    expect(read(known(...rows))).to.deep.equal([
      ['product', '8711234567890', 'below', 1995],
      ['offer_id', 'hose', 'back_in_stock', 0],
      ['category', 'garden/watering', 'due_again', 0],
    ]);
    const offer = { offerId: 'hose', content: {}, reasons: [], probability: 1 };
    const many = Array.from({ length: 40 }, (_, index) => `0612345678901234:${String(index + 1_000_000)}`);
    for (const wish_id of [
      shownParams({ ...offer, ...{ wishes: ['a:1', 'a:3'] } }),
      shownParams({ ...offer, ...{ wishes: many } }),
    ]) {
      const params: JsonObject = { decision_id: 'd', offer_id: 'hose', ...wish_id };
      expect(known(...rows, ['offer_shown', params]).tellMe.size).to.equal(wish_id.wish_id === 'a:1 a:3' ? 1 : 3);
    }
    expect(
      [offer, { ...offer, wishes: [] }, { ...offer, class: 'gift' as const }].map((each) => shownParams(each)),
    ).to.deep.equal([{}, {}, { class: 'gift' }]);
  });

  it('[T34] M11: back in stock is waited for only while there is nothing', async () => {
    const wish = { about, when: 'back_in_stock' };
    const asked = { wish, cancel: false, now: NOW };
    const [there, gone] = [shopWhere(true), shopWhere(false)];
    expect(await tellMe(there, asked)).to.deep.equal({
      kept: false,
      reason: 'not-needed',
      path: 'when: string, it can be had now',
    });
    expect(there.written).to.deep.equal([]);
    expect(await tellMe(gone, asked)).to.deep.equal({ kept: true, id: 'a:1' });
    const params = { when: 'back_in_stock', items: [{ item_id: 'hose-25' }] };
    expect(gone.written).to.deep.equal([{ name: 'tell_me_set', params: { ...params, absent: true } }]);
  });

  it('[T34] a wish is taken back by the same words, also when the thing can be had', async () => {
    const shop = shopWhere(true);
    await tellMe(shop, { wish: { about, when: 'back_in_stock' }, cancel: true, now: NOW });
    const params = { when: 'back_in_stock', items: [{ item_id: 'hose-25' }], cancelled: true };
    expect(shop.written).to.deep.equal([{ name: 'tell_me_set', params }]);
  });
});
