import { expect } from 'chai';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import { isReachable } from './is-reachable.js';

/** Monday 5 May 2025, 00:00 in Amsterdam. */
const MONDAY = 1_746_396_000_000;
const ANN = {
  hours: [
    { days: ['mo', 'fr'], from: '09:00', to: '12:30' },
    { days: ['su'], from: '00:00', to: '01:00' },
  ],
} as const;
const at = (day: number, ms: number, offset = 120): boolean =>
  isReachable(ANN, { at: MONDAY + day * DAY_MS + ms, offset });

describe('when people can be reached', () => {
  it('[L45] from inclusive, to exclusive, on their days', () => {
    expect(at(0, 9 * HOUR_MS)).to.equal(true);
    expect(at(0, 9 * HOUR_MS - 1)).to.equal(false);
    expect(at(0, 12 * HOUR_MS + 30 * MINUTE_MS - 1)).to.equal(true);
    expect(at(0, 12 * HOUR_MS + 30 * MINUTE_MS)).to.equal(false);
    expect([1, 2, 3, 4, 5, 6].map((day) => at(day, 10 * HOUR_MS))).to.deep.equal([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('[L45] by the clock of the shopper, also before 1970', () => {
    expect(at(0, 9 * HOUR_MS, 60)).to.equal(false);
    expect(at(0, 10 * HOUR_MS, 60)).to.equal(true);
    // 28 December 1969 was a Sunday
    expect(isReachable(ANN, { at: -4 * DAY_MS, offset: 0 })).to.equal(true);
    expect(isReachable(ANN, { at: -5 * DAY_MS, offset: 0 })).to.equal(false);
  });
});
