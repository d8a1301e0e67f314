import { expect } from 'chai';
import { DAY_MS } from './clock.js';
import { suppressedUntil } from './suppress.js';

const until = (days: readonly number[], now: number, count = 3): number | undefined => {
  const found = suppressedUntil(
    days.map((day) => day * DAY_MS),
    { after: { outcome: 'dismissed', count, within: 'P7D' }, for: 'P5D', at: now * DAY_MS },
  );
  return found === undefined ? undefined : found / DAY_MS;
};

describe('what suppresses', () => {
  it('[D29] after so many within a window, rest for so long after the last of them', () => {
    expect(until([1, 2], 2)).to.equal(undefined);
    expect(until([1, 2, 3], 3)).to.equal(8);
    expect(until([3, 1, 2], 7.99)).to.equal(8);
    expect(until([1, 2, 3], 8)).to.equal(undefined);
    expect(until([1], 1, 1)).to.equal(6);
    expect(until([], 1, 1)).to.equal(undefined);
  });

  it('[D29] the window is half-open: what is exactly as old as it no longer counts', () => {
    expect(until([1, 5, 8], 8)).to.equal(undefined);
    expect(until([1.01, 5, 8], 8)).to.equal(13);
  });

  it('[D29] once more starts the rest anew, and a single one later does not', () => {
    expect(until([1, 2, 3, 4], 4)).to.equal(9);
    expect(until([1, 2, 3, 20], 20)).to.equal(undefined);
  });
});
