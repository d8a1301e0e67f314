import { expect } from 'chai';
import { DAY_MS } from './clock.js';
import { OFFSET, previousOffset, type OffsetState } from './fold-offset.js';
import type { FoldRow } from './fold-part.js';

const after = (...rows: readonly (readonly [at: number, offset: number])[]): OffsetState => {
  const state = OFFSET.empty();
  for (const [at, offset] of rows) OFFSET.add(state, { event: { at, offset } } as FoldRow);
  return state;
};

describe('where local time stood', () => {
  it('[D31] is known for a day after it changed', () => {
    const flown = after([0, 60], [1000, 60], [2000, -300], [3000, -300]);
    expect(previousOffset(flown, { at: 3000, offset: -300 })).to.equal(60);
    expect(previousOffset(flown, { at: 1999 + DAY_MS, offset: -300 })).to.equal(60);
    expect(previousOffset(flown, { at: 2000 + DAY_MS, offset: -300 })).to.equal(undefined);
  });

  it('[D31] also before a row says so', () => {
    expect(previousOffset(after([0, 60]), { at: 9 * DAY_MS, offset: 120 })).to.equal(60);
    expect(previousOffset(after([0, 60]), { at: 9 * DAY_MS, offset: 60 })).to.equal(undefined);
    expect(previousOffset(after(), { at: 0, offset: 60 })).to.equal(undefined);
  });
});
