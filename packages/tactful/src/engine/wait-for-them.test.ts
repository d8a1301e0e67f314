import { expect } from 'chai';
import { foldOf, logOf, NOW } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { DEFAULT_MODEL } from './model.js';
import { visitWithin } from './replenishment.js';
import { visitChance, waitValue } from './wait-for-them.js';

const chance = (days: readonly number[], today: number): number =>
  visitChance({
    folded: foldOf(logOf(days.map((day) => ({ name: 'page_view', at: day * DAY_MS })))),
    model: DEFAULT_MODEL,
    now: { ...NOW, at: NOW.at + today * DAY_MS },
  });

describe('wait for them', () => {
  it('[D60] who comes every week will come within a week; who came once and stayed away, hardly', () => {
    const weekly = [0, 7, 14, 21, 28, 35, 42];
    expect(chance(weekly, 45)).to.be.above(0.65);
    expect(chance([0], 100)).to.be.below(0.15);
    expect(chance([0, 60, 120], 121)).to.be.below(chance(weekly, 43));
  });

  it('[D60] of somebody new it is what is usual', () => {
    // One imaginary gap of 14 days at regularity 1.5.
    const usual = visitWithin({ a: 1.5, b: 14, k: 1.5 }, { elapsed: 0, within: 7 });
    expect(chance([], 0)).to.equal('value' in usual ? usual.value : NaN);
  });

  it('[D60] waiting is worth the chance of a visit, times what it is worth there, and never less than nothing', () => {
    expect(waitValue(0.75, 8)).to.equal(6);
    expect(waitValue(0.75, -8)).to.equal(0);
  });
});
