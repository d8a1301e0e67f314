import { expect } from 'chai';
import { foldOf, HOSE, logOf, type Told } from '../../test/garden-shop.js';
import { DAY_MS, HOUR_MS } from './clock.js';

const bought = (day: number, params: Told['params'] = {}): Told => ({
  name: 'purchase',
  at: day * DAY_MS,
  params: { items: [HOSE], ...params },
});
const looked = (day: number): Told => ({ name: 'view_item', at: day * DAY_MS, params: { items: [HOSE] } });

describe('fold of rhythm', () => {
  it('[P23] counts local days once, by every category prefix, with the row that made them count', () => {
    const { visitDays, purchaseDays, categoryDays } = foldOf(
      logOf([bought(0), { ...bought(0), at: HOUR_MS }, bought(7)]),
    );
    expect(purchaseDays.days.map(({ id, value }) => [id, value])).to.deep.equal([
      ['a:1', 4990],
      ['a:3', 2495],
    ]);
    expect([...categoryDays.keys()]).to.deep.equal(['garden', 'garden/watering']);
    expect(categoryDays.get('garden')?.count).to.equal(2);
    expect(visitDays.count).to.equal(2);
  });

  it('[P23] keeps the last 64 days and counts them all', () => {
    const { purchaseDays } = foldOf(logOf(Array.from({ length: 70 }, (_, day) => bought(day))));
    expect([purchaseDays.count, purchaseDays.days.length, purchaseDays.days[0]?.id]).to.deep.equal([70, 64, 'a:7']);
  });

  it('[P23] a gift counts for rhythm, what others did on their visit does not', () => {
    const marked = (as: string): readonly Told[] => [
      bought(0),
      { name: 'visit_marked', at: 1, params: as === 'Ada' ? { as: 'person', person: as } : { as } },
    ];
    const counts = ['gift', 'not_me', 'Ada'].map((as) => {
      const { purchaseDays, visitDays, othersPurchases } = foldOf(logOf(marked(as)));
      return [purchaseDays.count, visitDays.count, othersPurchases.size];
    });
    expect(counts).to.deep.equal([
      [1, 1, 0],
      [0, 0, 1],
      [0, 0, 1],
    ]);
  });

  it('[P23] an order handed over is a purchase day and no visit, the same order is once, a refund is none', () => {
    const order: Told = { ...bought(-9, { transaction_id: 't1' }), origin: 'relation' };
    const again = foldOf(logOf([order, bought(-8, { transaction_id: 't1' })]));
    expect([again.purchaseDays.count, again.visitDays.count]).to.deep.equal([1, 1]);
    const back: Told = { name: 'refund', at: 0, params: { transaction_id: 't1' } };
    expect(foldOf(logOf([order, back])).purchaseDays.count).to.equal(0);
  });

  it('[P23] sensitive categories have no rhythm', () => {
    const { categoryDays, visitShares, purchaseDays } = foldOf(
      logOf([bought(0, { items: [{ item_id: 'w', item_category: 'wine' }] })]),
    );
    expect([categoryDays.size, visitShares.size, purchaseDays.count]).to.deep.equal([0, 0, 1]);
  });

  it('[P23] visits with and without a look at a top category are counted, each once', () => {
    const { ownVisits, visitShares } = foldOf(
      logOf([looked(0), { ...looked(0), at: 1 }, { name: 'page_view', at: 1 * DAY_MS }, looked(2)]),
    );
    expect(ownVisits).to.equal(3);
    const garden = visitShares.get('garden');
    expect([garden?.visit, garden?.ids]).to.deep.equal([3, ['a:1', 'a:4']]);
    expect(garden?.looked.value).to.be.closeTo(1 + 2 ** (-2 / 180), 1e-12);
    expect(garden?.all.value).to.be.closeTo(1 + 2 ** (-1 / 180) + 2 ** (-2 / 180), 1e-12);
  });
});
