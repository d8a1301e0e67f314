import { expect } from 'chai';
import { admitOwn, admitTracked, type Admission, type GateContext } from './event.js';
import { defaultPurposes } from './purpose.js';

const OPEN: GateContext = { purposes: defaultPurposes(), consent: { personalization: 'in' } };

const admit = (name: unknown, params: unknown, context = OPEN): Admission => admitTracked({ name, params }, context);
const paramsOf = (admission: Admission): unknown => ('draft' in admission ? admission.draft.params : admission.refusal);
const pathOf = (admission: Admission): string | undefined =>
  'refusal' in admission ? admission.refusal.path : undefined;
const reasonOf = (admission: Admission): string | undefined =>
  'refusal' in admission ? admission.refusal.reason : undefined;
const view = (item: unknown, more: object = {}): Admission => admit('view_item', { ...more, items: [item] });

/** An object whose reading would be noticed. */
function trapped(key: string, onRead: () => void): object {
  return Object.defineProperty({ item_id: 'p1' }, key, {
    enumerable: true,
    get: () => {
      onRead();
      return 'p1';
    },
  });
}

describe('gate', () => {
  it('[L2] keeps a GA4 event as a row of the purpose that needs it', () => {
    expect(admit('view_item', { items: [{ item_id: 'hose-25' }] })).to.deep.equal({
      draft: {
        name: 'view_item',
        origin: 'observed',
        purpose: 'personalization',
        params: { items: [{ item_id: 'hose-25' }] },
      },
    });
    expect(admit('page_view', undefined)).to.deep.equal({
      draft: { name: 'page_view', origin: 'observed', purpose: 'personalization', params: {} },
    });
  });

  it('[L2] refuses an unknown event by its place, never by its value', () => {
    for (const name of ['bought_it', '__proto__', 'constructor', '', 7, null, undefined, {}]) {
      expect(admit(name, {}), typeof name).to.deep.equal({
        refusal: { reason: 'invalid', path: 'name: unknown event' },
      });
    }
  });

  it('[L2] what tactful writes itself cannot be sent by a page', () => {
    for (const name of ['never_stated', 'offer_shown', 'quiet_set', 'place_entered', 'log_imported']) {
      expect(reasonOf(admit(name, {})), name).to.equal('invalid');
    }
    expect(admitOwn({ name: 'never_stated', params: { category: 'paint' } }, OPEN)).to.deep.equal({
      draft: { name: 'never_stated', origin: 'declared', purpose: 'personalization', params: { category: 'paint' } },
    });
  });

  it('[L3] consent comes first: without it not even the shape is looked at', () => {
    let read = 0;
    const params = { items: [trapped('item_name', () => read++)] };
    for (const consent of [{}, { personalization: 'pending' }, { personalization: 'out' }] as const) {
      expect(admit('view_item', params, { ...OPEN, consent })).to.deep.equal({ refusal: { reason: 'no-consent' } });
    }
    expect(read).to.equal(0);
  });

  it('[L3] an event that no purpose needs is not kept, and is told apart from missing consent', () => {
    const [purpose] = defaultPurposes();
    const purposes = purpose ? [{ ...purpose, signals: ['searches', 'view_item'] }] : [];
    expect(reasonOf(admit('purchase', {}, { ...OPEN, purposes }))).to.equal('not-needed');
    expect(reasonOf(admit('purchase', {}, { purposes, consent: {} }))).to.equal('not-needed');
    expect(reasonOf(admit('search', {}, { purposes, consent: {} }))).to.equal('no-consent');
    expect(reasonOf(admit('view_item', {}, { ...OPEN, purposes }))).to.equal(undefined);
  });

  it('[L3] the row is kept for the first purpose that is in, not for the first that lists it', () => {
    const [purpose] = defaultPurposes();
    const purposes = purpose
      ? [
          { ...purpose, id: 'first' },
          { ...purpose, id: 'second' },
        ]
      : [];
    const admission = admit('search', {}, { purposes, consent: { first: 'out', second: 'in' } });
    expect('draft' in admission && admission.draft.purpose).to.equal('second');
  });

  it('[L4] getters are never called: an accessor refuses the event', () => {
    let read = 0;
    const count = (): void => {
      read++;
    };
    expect(pathOf(view(trapped('item_name', count)))).to.equal('items[0]: has an accessor');
    expect(reasonOf(admit('search', trapped('search_term', count)))).to.equal('invalid');
    expect(reasonOf(admit('view_item', trapped('items', count)))).to.equal('invalid');
    const items: unknown[] = [];
    Object.defineProperty(items, 0, { enumerable: true, get: count });
    expect(reasonOf(admit('view_item', { items }))).to.equal('invalid');
    expect(read).to.equal(0);
  });

  it('[L4] a list that brings its own methods is read by index all the same', () => {
    const items = Object.assign([{ item_id: 'p1' }], { entries: 5, [Symbol.iterator]: 5 });
    expect(paramsOf(admit('view_item', { items }))).to.deep.equal({ items: [{ item_id: 'p1' }] });
  });

  it('[L4] prototype keys and inherited values stay behind', () => {
    const sent: unknown = JSON.parse(
      '{"__proto__": {"polluted": "yes"}, "constructor": "c", "prototype": "p", "search_term": "hose"}',
    );
    const admission = admit('search', sent);
    expect(paramsOf(admission)).to.deep.equal({ search_term: 'hose' });
    expect(paramsOf(admit('search', Object.create({ search_term: 'inherited' })))).to.deep.equal({});
    expect(Object.hasOwn(Object.prototype, 'polluted')).to.equal(false);
  });

  it('[L4] only flat values pass: depth, functions and symbols are refused with their place', () => {
    expect(pathOf(admit('search', { search_term: { deep: 1 } }))).to.equal(
      'search_term: object, not a string, number or boolean',
    );
    expect(pathOf(view({ item_id: 'p1', item_list: ['a'] }))).to.equal(
      'items[0].item_list: object, not a string, number or boolean',
    );
    expect(pathOf(view({ item_id: 'p1', item_name: (): void => undefined }))).to.match(
      /^items\[0\]\.item_name: function/,
    );
    expect(pathOf(view({ item_id: 'p1', n: 5n }))).to.match(/^items\[0\]\.n: bigint/);
    expect(pathOf(view('hose'))).to.equal('items[0]: not an object');
    expect(pathOf(admit('view_item', { items: 'hose' }))).to.equal('items: not a list');
    expect(reasonOf(admit('view_item', 'hose'))).to.equal('invalid');
    expect(reasonOf(admit('view_item', []))).to.equal('invalid');
  });

  it('[L4] an item names itself', () => {
    expect(pathOf(view({ price: 5 }))).to.equal('items[0]: item_id or item_name missing');
    expect(pathOf(admit('view_item', { items: [{ item_id: 'p1' }, { item_id: 5 }] }))).to.equal(
      'items[1]: item_id or item_name missing',
    );
  });

  it('[L4] 200 items, 30 keys and 500 characters are taken, one more is not', () => {
    const items = (length: number): unknown => ({ items: Array.from({ length }, (_, n) => ({ item_id: String(n) })) });
    const keys = (length: number): unknown =>
      Object.fromEntries(Array.from({ length }, (_, n) => [`k${String(n)}`, n]));
    expect(reasonOf(admit('view_item_list', items(200)))).to.equal(undefined);
    expect(pathOf(admit('view_item_list', items(201)))).to.equal('items: more than 200');
    expect(reasonOf(admit('search', keys(30)))).to.equal(undefined);
    expect(reasonOf(admit('search', keys(31)))).to.equal('invalid');
    expect(reasonOf(admit('search', { search_term: 'x'.repeat(500) }))).to.equal(undefined);
    expect(pathOf(admit('search', { search_term: 'x'.repeat(501) }))).to.equal('search_term: string, longer than 500');
  });

  it('[L5] decimal prices become integers in minor units of the currency', () => {
    const price = (currency: string | undefined, amount: number): unknown =>
      paramsOf(view({ item_id: 'p', price: amount }, currency ? { currency } : {}));
    expect(price('EUR', 24.95)).to.deep.equal({ currency: 'EUR', items: [{ item_id: 'p', price: 2495 }] });
    expect(price(undefined, 0.29)).to.deep.equal({ items: [{ item_id: 'p', price: 29 }] });
    expect(price('JPY', 1500)).to.deep.equal({ currency: 'JPY', items: [{ item_id: 'p', price: 1500 }] });
    expect(price('kwd', 1.234)).to.deep.equal({ currency: 'kwd', items: [{ item_id: 'p', price: 1234 }] });
    expect(paramsOf(admit('purchase', { value: 19.99, shipping: 4.95, tax: 3.47, currency: 'USD' }))).to.deep.equal({
      value: 1999,
      shipping: 495,
      tax: 347,
      currency: 'USD',
    });
  });

  it('[L5] an amount that is no amount is refused: NaN, infinite, negative, beyond exact integers', () => {
    expect(pathOf(view({ item_id: 'p', price: NaN }))).to.equal('items[0].price: number, not finite');
    expect(pathOf(view({ item_id: 'p', price: Infinity }))).to.equal('items[0].price: number, not finite');
    expect(pathOf(view({ item_id: 'p', price: -1 }))).to.equal('items[0].price: number, negative amount');
    expect(reasonOf(view({ item_id: 'p', price: 1e308 }))).to.equal('invalid');
    expect(reasonOf(admit('purchase', { value: 9e15 }))).to.equal('invalid');
  });

  it('[L5] a quantity is a number and no money', () => {
    expect(paramsOf(view({ item_id: 'p', quantity: 3 }))).to.deep.equal({ items: [{ item_id: 'p', quantity: 3 }] });
  });

  it('[L4] a parameter that is called "reason" is a parameter, and never comes back in a refusal', () => {
    const refund = admit('refund', { reason: 'invalid', note: 'private' });
    expect('draft' in refund && refund.draft.params).to.deep.equal({ reason: 'invalid', note: 'private' });
    expect(paramsOf(view({ item_id: 'p', reason: 'invalid' }))).to.deep.equal({
      items: [{ item_id: 'p', reason: 'invalid' }],
    });
  });

  it('[L4] undefined is left out, as GA4 does', () => {
    expect(paramsOf(view({ item_id: 'p', item_brand: undefined }))).to.deep.equal({ items: [{ item_id: 'p' }] });
  });
});
