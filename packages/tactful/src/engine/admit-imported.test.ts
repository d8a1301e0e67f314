import { expect } from 'chai';
import { admitImported, type ImportedRow } from './admit-imported.js';
import { defaultPurposes } from './purpose.js';
import type { RowReading } from './read-row.js';
import type { Event, GateContext } from './event.js';

const OPEN: GateContext = { purposes: defaultPurposes(), consent: { personalization: 'in' } };
const AT = 1_746_446_400_000;
const order = (id: unknown, at = AT): object => ({
  name: 'purchase',
  at,
  params: { transaction_id: id, currency: 'EUR', items: [{ item_id: 'hose', price: 24.95 }] },
});
const take = (row: unknown, more: Partial<ImportedRow> = {}, context = OPEN): RowReading =>
  admitImported({ row, source: 'my orders', ...more }, context);
const idOf = (reading: RowReading): string | undefined => ('row' in reading ? reading.row.id : undefined);
const refusalOf = (reading: RowReading): unknown => ('refusal' in reading ? reading.refusal : undefined);

const FULL: Event = {
  id: 'tab:7',
  at: AT,
  offset: 120,
  name: 'never_stated',
  origin: 'declared',
  purpose: 'personalization',
  params: { category: 'paint' },
  v: 1,
};

describe('rows from elsewhere', () => {
  it("[L19] K15: an order that the page hands over is a row of the relation, in minor units, and says where it's from", () => {
    const reading = take(order('A17'), { origin: 'relation' });
    expect(reading).to.deep.equal({
      row: {
        id: idOf(reading),
        at: AT,
        offset: 0,
        name: 'purchase',
        origin: 'relation',
        purpose: 'personalization',
        params: { transaction_id: 'A17', currency: 'EUR', items: [{ item_id: 'hose', price: 2495 }] },
        v: 1,
        source: 'my orders',
      },
    });
    expect(idOf(reading)).to.match(/^order-[0-9a-f]{16}:0$/);
  });

  it('[L19] K15: the same order twice is once, by whatever way, time or spelling of its number', () => {
    const id = idOf(take(order('17'), { origin: 'relation' }));
    expect(idOf(take(order(17, AT + 1), { origin: 'imported', source: 'another file' }))).to.equal(id);
    expect(idOf(take(order('18'), { origin: 'relation' }))).not.to.equal(id);
  });

  it('[L19] any other row is once by its content', () => {
    const view = { name: 'view_item', at: AT, params: { items: [{ item_id: 'hose' }] } };
    expect(idOf(take(view))).to.equal(idOf(take(structuredClone(view))));
    expect(idOf(take({ ...view, at: AT + 1 }))).not.to.equal(idOf(take(view)));
  });

  it('[L18] a full row keeps its id, origin and purpose, and gets its source', () => {
    expect(take(FULL)).to.deep.equal({ row: { ...FULL, source: 'my orders' } });
  });

  it('[L18] what tactful writes itself comes only as a full row', () => {
    const { name, at, params } = FULL;
    expect(refusalOf(take({ name, at, params }))).to.deep.equal({ reason: 'invalid', path: 'name: unknown event' });
  });

  it('[L18] a file raises no consent and no permission, but may take one away', () => {
    const said = (name: Event['name'], params: Event['params']): RowReading => take({ ...FULL, name, params });
    const raised = { reason: 'invalid', path: 'name: consent is not imported' };
    expect(refusalOf(said('purpose_set', { purpose: 'ads', state: 'in' }))).to.deep.equal(raised);
    expect(refusalOf(said('permission_set', { channel: 'email', allowed: true }))).to.deep.equal(raised);
    expect(refusalOf(said('permission_set', { channel: 'email' }))).to.deep.equal(raised);
    expect(said('permission_set', { channel: 'email', allowed: false })).to.have.property('row');
    expect(said('opted_out', {})).to.have.property('row');
  });

  it('[L18] a full row is kept only for the purpose for which it was kept before', () => {
    const [purpose] = defaultPurposes();
    const other = purpose ? [{ ...purpose, id: 'other' }] : [];
    const view = { ...FULL, name: 'view_item', params: {} };
    expect(refusalOf(take(view, {}, { purposes: other, consent: { other: 'in' } }))).to.deep.equal({
      reason: 'not-needed',
    });
    expect(refusalOf(take(view, {}, { ...OPEN, consent: {} }))).to.deep.equal({ reason: 'no-consent' });
  });

  it('[L18] without a source nothing is taken, and a source tells nothing about a person', () => {
    for (const source of [undefined, '', 5, 'x'.repeat(201)])
      expect(refusalOf(take(FULL, { source }))).to.deep.equal({ reason: 'invalid', path: 'source: not a text' });
    expect(refusalOf(take(FULL, { source: 'mail of jan@example.nl' }))).to.deep.equal({
      reason: 'personal-data',
      path: 'source: string, e-mail',
    });
  });

  it('[L18] a damaged full row is refused by place, never by value', () => {
    const wrong: readonly (readonly [object, string])[] = [
      [{ v: 2 }, 'v: not 1, the version that is known here'],
      [{ id: 'secret' }, 'id: not replica:counter'],
      [{ at: NaN }, 'at: not a number of milliseconds since the epoch'],
      [{ offset: 900 }, 'offset: beyond 840 minutes'],
      [{ name: 'secret' }, 'name: unknown event'],
      [{ origin: 'secret' }, 'origin: unknown'],
      [{ purpose: 5 }, 'purpose: not a text'],
      [{ source: 5 }, 'source: not a text'],
      [{ params: 'secret' }, 'params: not an object'],
      [{ params: { items: [{ item_id: 'p', price: 24.95 }] } }, 'params.items[0].price: not an amount in minor units'],
      [{ params: { items: [{ item_id: 'p', quantity: 1e300 }] } }, 'params.items[0].quantity: not an amount'],
      [{ name: 'purchase', params: { value: -1e308 } }, 'params.value: not an amount in minor units'],
      [{ params: { note: { secret: 1 } } }, 'params.note: object, not a string, number or boolean'],
    ];
    for (const [change, path] of wrong)
      expect(refusalOf(take({ ...FULL, ...change })), path).to.deep.equal({ reason: 'invalid', path });
  });

  it('[L17] R7: incidental data is refused unless given for a purpose that needs it and is agreed to', () => {
    const bank = { origin: 'incidental', source: 'payments' } as const;
    expect(refusalOf(take(order('A1'), bank))).to.deep.equal({ reason: 'not-needed' });
    expect(refusalOf(take(order('A1'), { ...bank, purpose: 'ads' }))).to.deep.equal({ reason: 'not-needed' });
    expect(
      refusalOf(take(order('A1'), { ...bank, purpose: 'personalization' }, { ...OPEN, consent: {} })),
    ).to.deep.equal({
      reason: 'no-consent',
    });
    const kept = take(order('A1'), { ...bank, purpose: 'personalization' });
    expect('row' in kept && [kept.row.origin, kept.row.source]).to.deep.equal(['incidental', 'payments']);
  });
});
