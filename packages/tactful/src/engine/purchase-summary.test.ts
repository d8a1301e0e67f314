import { expect } from 'chai';
import { DAY_MS } from './clock.js';
import { purchaseSummary } from './purchase-summary.js';

const bought = (
  day: number,
  value?: number,
): { id: string; at: number; offset: number; value: number | undefined } => ({
  id: `a:${String(day)}`,
  at: day * DAY_MS,
  offset: 0,
  value,
});
const now = { at: 21 * DAY_MS, offset: 0 };

describe('purchase summary', () => {
  it('[P26] counts repeat days in weeks, purchases of one local day once', () => {
    expect(purchaseSummary([bought(0, 900), bought(7, 100), bought(7.2, 300), bought(14, 200)], now)).to.deep.equal({
      repeats: 2,
      lastAt: 2,
      age: 3,
      mean: 300,
      since: 7,
      gaps: [7, 7],
      ids: ['a:0', 'a:7', 'a:7.2', 'a:14'],
    });
  });

  it('[P26] of a first purchase there is no recency and no money, and of none nothing', () => {
    const { repeats, lastAt, mean } = purchaseSummary([bought(0, 900)], now) ?? {};
    expect([repeats, lastAt, mean]).to.deep.equal([0, 0, undefined]);
    expect(purchaseSummary([], now)).to.equal(undefined);
  });

  it('[P26] days without a value leave the mean to the others; a clock set back makes no purchase lie ahead', () => {
    expect(purchaseSummary([bought(0), bought(7), bought(14, 200)], now)?.mean).to.equal(200);
    expect(purchaseSummary([bought(0), bought(7)], now)?.mean).to.equal(undefined);
    const { lastAt, age } = purchaseSummary([bought(0), bought(30)], now) ?? { lastAt: 0, age: 0 };
    expect(age).to.equal(lastAt);
  });
});
