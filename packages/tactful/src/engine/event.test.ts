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
    expect(pathOf(admit('view_item', { items: [{ item_id: 'p1' }, { item_id: '' }] }))).to.equal(
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
    expect(pathOf(view({ item_id: 'p', price: -1 }))).to.equal('items[0].price: number, not an amount');
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

  it('[L11] a thing that throws when it is touched is refused, and nothing is thrown', () => {
    const throws = (): never => {
      throw new Error('looked at');
    };
    const cannot = 'params: cannot be read';
    expect(pathOf(admit('search', new Proxy({}, { ownKeys: throws })))).to.equal(cannot);
    expect(pathOf(view(new Proxy({}, { getOwnPropertyDescriptor: throws, ownKeys: throws })))).to.equal(cannot);
    expect(pathOf(admit('view_item', { items: new Proxy([{}], { get: throws }) }))).to.equal(cannot);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(pathOf(admit('search', proxy))).to.equal(cannot);
  });

  it('[L11] cycles, list-likes, symbols and objects without a prototype', () => {
    const cycle: Record<string, unknown> = { item_id: 'p' };
    cycle['self'] = cycle;
    expect(pathOf(view(cycle))).to.equal('items[0].self: object, not a string, number or boolean');
    expect(pathOf(admit('view_item', { items: { length: 1, 0: { item_id: 'p' } } }))).to.equal('items: not a list');
    expect(paramsOf(admit('search', { [Symbol('s')]: 1, search_term: 'hose' }))).to.deep.equal({ search_term: 'hose' });
    const bare: object = Object.freeze(Object.assign(Object.create(null) as object, { search_term: 'hose' }));
    expect(paramsOf(admit('search', bare))).to.deep.equal({ search_term: 'hose' });
  });

  it('[L11] what is no name of a parameter stays behind', () => {
    const odd = { 'jan@example.nl': 1, '': 2, ['k'.repeat(41)]: 3, 'gtm.uniqueEventId': 4, search_term: 'hose' };
    expect(paramsOf(admit('search', odd))).to.deep.equal({ 'gtm.uniqueEventId': 4, search_term: 'hose' });
  });

  it('[L11] an item has at most 49 parameters, as in GA4', () => {
    const item = (more: number): object => ({
      item_id: 'p',
      ...Object.fromEntries(Array.from({ length: more }, (_, n) => [`k${String(n)}`, n])),
    });
    expect(reasonOf(view(item(48)))).to.equal(undefined);
    expect(pathOf(view(item(49)))).to.equal('items[0]: more than 49 keys');
  });

  it('[L12] a quantity is from 0 to a million; 0 and parts are quantities, less is none', () => {
    const quantity = (of: unknown): Admission => view({ item_id: 'p', quantity: of });
    for (const of of [0, 1, 0.5, 1e6]) expect(reasonOf(quantity(of)), String(of)).to.equal(undefined);
    for (const of of [-1, 1e6 + 1])
      expect(pathOf(quantity(of)), String(of)).to.equal('items[0].quantity: number, not an amount');
    expect(pathOf(quantity('two'))).to.equal('items[0].quantity: string, not an amount');
    expect(pathOf(quantity(NaN))).to.equal('items[0].quantity: number, not finite');
  });

  it('[L12] amounts sent as text are amounts when they are plain decimals, and refused when they are not', () => {
    expect(paramsOf(view({ item_id: 'p', price: '24.95', quantity: '2' }))).to.deep.equal({
      items: [{ item_id: 'p', price: 2495, quantity: 2 }],
    });
    for (const price of ['12,99', '€ 5', '', '-1', '0x10', '1e3'])
      expect(pathOf(view({ item_id: 'p', price })), price).to.equal('items[0].price: string, not an amount');
  });

  it('[L12] numbers that name things become text, so that 507 and "507" are one article', () => {
    expect(
      paramsOf(admit('purchase', { transaction_id: 17, items: [{ item_id: 507, item_name: 501 }] })),
    ).to.deep.equal({
      transaction_id: '17',
      items: [{ item_id: '507', item_name: '501' }],
    });
    expect(paramsOf(admit('search', { search_term: 501 }))).to.deep.equal({ search_term: '501' });
  });

  it('[L12] a purchase without a number or items is a purchase all the same', () => {
    expect(reasonOf(admit('purchase', { value: 5, currency: 'EUR' }))).to.equal(undefined);
  });

  it('[L12] the value of an answer is no amount', () => {
    const params = { question_id: 'size', value: 42 };
    const admission = admitOwn({ name: 'question_answered', params }, OPEN);
    expect('draft' in admission && admission.draft.params).to.deep.equal(params);
  });

  it('[L13] personal data is refused by place and kind, never by value, also in items and as a number', () => {
    const personal = (path: string): object => ({ refusal: { reason: 'personal-data', path } });
    expect(admit('search', { search_term: 'mail jan@example.nl' })).to.deep.equal(
      personal('search_term: string, e-mail'),
    );
    expect(view({ item_id: 'p', engraving: '06-12345678' })).to.deep.equal(
      personal('items[0].engraving: string, phone'),
    );
    expect(admit('login', { account: 'NL91ABNA0417164300' })).to.deep.equal(personal('account: string, iban'));
    expect(admit('login', { paid_with: 4111111111111111 })).to.deep.equal(personal('paid_with: number, card'));
  });

  it('[L13] addresses lose their query and are kept', () => {
    const page = {
      page_location: 'https://jan:pw@shop.example/garden?mail=jan@example.nl#x',
      page_path: '/garden?q=1',
    };
    expect(paramsOf(admit('page_view', page))).to.deep.equal({
      page_location: 'https://shop.example/garden',
      page_path: '/garden',
    });
    expect(reasonOf(admit('page_view', { page_location: `https://shop.example/?${'x'.repeat(900)}` }))).to.equal(
      undefined,
    );
  });

  it('[L14] a limit that the shopper sets is kept with any purpose that is in, and with none it is not', () => {
    const [purpose] = defaultPurposes();
    const purposes = purpose ? [{ ...purpose, signals: ['views'] }] : [];
    for (const name of [
      'never_stated',
      'quiet_set',
      'mode_set',
      'permission_set',
      'opted_out',
      'preference_withdrawn',
    ] as const) {
      expect(admitOwn({ name, params: {} }, { ...OPEN, purposes }), name).to.have.property('draft');
      expect(reasonOf(admitOwn({ name, params: {} }, { purposes, consent: {} })), name).to.equal('no-consent');
    }
    expect(reasonOf(admitOwn({ name: 'preference_stated', params: {} }, { ...OPEN, purposes }))).to.equal('not-needed');
  });
});
