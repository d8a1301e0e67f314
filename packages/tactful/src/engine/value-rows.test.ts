import { expect } from 'chai';
import { decideOn, foldOf, GARDEN_SHOP, HOSE, logOf, NOW, type Setting, type Told } from '../../test/garden-shop.js';
import { adviseNextStep } from './category-mix.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import type { PurchaseModel, SpendModel } from './lifetime-value.js';
import { DEFAULT_MODEL, DEFAULT_POLICY } from './policy.js';
import type { ProfileRead, ProfileRow } from './profile-row.js';
import { rhythmRows } from './rhythm-rows.js';
import { valueRows } from './value-rows.js';

const PURCHASES: PurchaseModel = { kind: 'mbg', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, spanWeeks: 78 };
const SPEND: SpendModel = { p: 6.25, q: 3.74, gamma: 1544 };
const CATALOG = { ...GARDEN_SHOP, cycles: { garden: 'P20D' } };

const bought = (day: number): Told => ({ name: 'purchase', at: day * DAY_MS, params: { items: [HOSE] } });
const FOUR = [-90, -70, -50, -30].map(bought);

function read(told: readonly Told[], { model, at = 0 }: Pick<Setting, 'model' | 'at'> = {}): ProfileRead {
  const whole = { ...DEFAULT_MODEL, ...model };
  return {
    folded: foldOf(logOf(told), { catalog: CATALOG }),
    catalog: compileCatalog(CATALOG, whole),
    model: whole,
    policy: DEFAULT_POLICY,
    now: { ...NOW, at: NOW.at + at * DAY_MS },
  };
}
const rowsOf = (found: ProfileRead): readonly ProfileRow[] => [...rhythmRows(found), ...valueRows(found)];
const named = (rows: readonly ProfileRow[], id: string): ProfileRow => {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(rows.map((each) => each.id).join(', '));
  return row;
};

describe('rows of rhythm and value', () => {
  it('[P30] of nothing and of one visit there is nothing, of too few days it is said', () => {
    expect(rowsOf(read([]))).to.deep.equal([]);
    expect(rowsOf(read([{ name: 'page_view', at: 0 }]))).to.deep.equal([]);
    const twice = rowsOf(
      read([
        { name: 'page_view', at: -DAY_MS },
        { name: 'page_view', at: 0 },
      ]),
    );
    expect(twice.map(({ id, because }) => [id, because])).to.deep.equal([['rhythm visit ', 'few']]);
  });

  it('[P30] K6: what comes next stands beside what was, each with its rows', () => {
    const rows = rowsOf(read(FOUR, { at: -10 }));
    const { estimate, evidence } = named(rows, 'rhythm category garden/watering');
    expect(estimate).to.deep.include({ unit: 'days', elicited: true, rival: { name: 'last_gap', value: 20 } });
    expect([estimate?.low, estimate?.value, estimate?.high].map((days = NaN) => Math.round(days))).to.deep.equal([
      7, 18, 41,
    ]);
    expect(evidence).to.deep.equal(['a:1', 'a:2', 'a:3', 'a:4']);
    const due = named(rows, 'due category garden/watering');
    expect(due.estimate?.value).to.be.within(0.35, 0.85);
    expect(due.corrections.map((each) => each.do)).to.deep.equal(['forget', 'declare', 'declare']);
  });

  it('[P30] M8: the line of a broken rhythm names the habit and its surprise, nothing that was seen', () => {
    const rows = rowsOf(read([-110, ...[-90, -70, -50, -30]].map(bought), { at: 300 }));
    const broken = rows.filter(({ rule }) => rule === 'break');
    expect(broken).to.have.length.within(1, 5);
    for (const { estimate, evidence, level } of broken) {
      expect(estimate?.unit).to.equal('bits');
      expect([evidence.length > 0, level]).to.deep.equal([true, 0]);
    }
  });

  it('[P31] without a fitted model value is withheld and said to be, and frequency stands as it is', () => {
    const rows = valueRows(read(FOUR));
    expect(named(rows, 'lifetime purchase ')).to.deep.include({ kind: 'withheld', because: 'no_model' });
    expect(named(rows, 'frequency purchase repeats').estimate).to.deep.equal({ value: 3, unit: 'purchases' });
    expect(named(rows, 'frequency purchase recency').estimate).to.deep.equal({ value: 30, unit: 'days' });
    expect(named(rows, 'frequency purchase money').estimate).to.deep.equal({ value: 2495, unit: 'minor' });
  });

  it('[P31] K7: lifetime value has bounds and a rule of thumb beside it, and rests on the purchases', () => {
    const rows = valueRows(read(FOUR, { model: { purchases: PURCHASES, spend: SPEND } }));
    const { estimate, evidence, corrections } = named(rows, 'lifetime purchase ');
    const { value = NaN, low = NaN, high = NaN, rival } = estimate ?? {};
    expect([low <= value, value <= high, rival?.name]).to.deep.equal([true, true, 'hiatus']);
    expect(evidence).to.have.lengthOf(4);
    expect(corrections).to.deep.equal([{ do: 'forget', ids: evidence }]);
    expect(named(rows, 'alive purchase ').estimate).to.deep.include({ rival: { name: 'hiatus', value: 1 } });
  });

  it('[P31] of somebody who is most likely gone the bounds hold the value too', () => {
    const late = { model: { purchases: PURCHASES, spend: SPEND }, at: 400 };
    const {
      value = NaN,
      low = NaN,
      high = NaN,
    } = named(valueRows(read(FOUR, late)), 'lifetime purchase ').estimate ?? {};
    expect([value > 0, low <= value, value <= high]).to.deep.equal([true, true, true]);
  });

  it('[P31] a horizon over twice the fit is beyond it', () => {
    const short = { model: { purchases: { ...PURCHASES, spanWeeks: 39 }, spend: SPEND } };
    expect(named(valueRows(read(FOUR, short)), 'lifetime purchase ').because).to.equal('beyond_fit');
  });

  it('[P31] K7: what a shopper is worth moves no decision', () => {
    const log = logOf([...FOUR, { name: 'select_item', at: -1000, params: { items: [HOSE] } }]);
    const withModel = decideOn(log, { model: { purchases: PURCHASES, spend: SPEND } });
    expect(withModel.decision).to.deep.equal(decideOn(log).decision);
    expect(withModel.shortlist).to.deep.equal(decideOn(log).shortlist);
  });

  it('[P32] K8: the tier of a category is a share with its bounds, and what the shopper says counts', () => {
    const [row] = valueRows(read(FOUR)).filter(({ rule }) => rule === 'tier');
    expect(row?.id).to.equal('tier category garden/watering');
    expect(row?.estimate).to.deep.include({ unit: 'share', value: 6 / 9.5, elicited: true });
    const said: Told = {
      name: 'question_answered',
      at: 0,
      params: { question_id: 'main_shop', category: 'garden/watering', value: 'rarely' },
    };
    const [after] = valueRows(read([...FOUR, said])).filter(({ rule }) => rule === 'tier');
    expect(after?.estimate?.value).to.be.below(0.4);
    expect(after?.evidence).to.include('a:5');
  });

  it('[P32] K8: the step that would matter is advice with an open why', () => {
    expect(adviseNextStep(read(FOUR))).to.deep.include({ from: 'none', to: 'tertiary', category: 'tools', why: '' });
    expect(adviseNextStep(read([]))).to.deep.include({ from: 'none' });
  });

  it('[P32] somebody else’s purchases are nobody’s value here', () => {
    const other: readonly Told[] = [bought(0), { name: 'visit_marked', at: 1, params: { as: 'not_me' } }];
    expect(valueRows(read(other))).to.deep.equal([]);
  });

  it('[P32] at most five categories have a line of their own', () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      [-60, -40, -20].map((day): Told => ({
        name: 'purchase',
        at: day * DAY_MS + n,
        params: { items: [{ item_id: `i${String(n)}`, item_category: `c${String(n)}` }] },
      })),
    ).flat();
    const rows = rowsOf(read(many));
    for (const rule of ['rhythm', 'due', 'tier'])
      expect(rows.filter((row) => row.rule === rule && row.facet === 'category')).to.have.lengthOf(5);
  });
});
