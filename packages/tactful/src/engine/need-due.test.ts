import { expect } from 'chai';
import { foldOf, HOSE, logOf, NOW } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { gapSurvival } from './gap-surprise.js';
import { dueNow, needNow, NO_NEED } from './need-due.js';
import { gapBelief } from './rhythm.js';

const bought = (days: readonly number[]): ReturnType<typeof foldOf> =>
  foldOf(logOf(days.map((day) => ({ name: 'purchase', at: day * DAY_MS, params: { items: [HOSE] } }))));
const now = (day: number): typeof NOW => ({ ...NOW, at: NOW.at + day * DAY_MS });
const cycleOf = (): number => 21;

describe('need', () => {
  it('[D65] a category is due as its own gaps say: one minus the survival of the running one', () => {
    const folded = bought([0, 20, 40]);
    const wanted = 1 - gapSurvival(gapBelief([20, 20], { cycle: 21 }), 22);
    expect(dueNow('garden/watering', { folded, now: now(62), cycleOf })).to.equal(wanted);
    expect(wanted).to.be.within(0.5, 0.8);
  });

  it('[D65] one gap is no rhythm, and nothing bought is nothing due', () => {
    expect(dueNow('garden/watering', { folded: bought([0, 20]), now: now(60), cycleOf })).to.equal(0);
    expect(dueNow('paint', { folded: bought([0, 20, 40]), now: now(60), cycleOf })).to.equal(0);
  });

  it('[D65] a clock that was set back makes nothing due', () => {
    expect(dueNow('garden/watering', { folded: bought([0, 20, 40]), now: now(10), cycleOf })).to.equal(0);
  });

  it('[D65] a need is what was met of it and what is due; where neither is, there is none', () => {
    const read = { folded: bought([0, 20, 40]), now: now(62), cycleOf };
    const due = dueNow('garden/watering', read);
    expect(due).to.be.above(0.5);
    expect(needNow('garden/watering', { ...read, satiationOf: () => 0.25 })).to.deep.equal({ satiation: 0.25, due });
    expect(needNow('paint', { ...read, satiationOf: () => 0.25 })).to.deep.equal({ satiation: 0.25, due: 0 });
    expect(needNow('garden/watering', { ...read, satiationOf: () => 0 })).to.deep.equal({ satiation: 0, due });
    expect(needNow('paint', { ...read, satiationOf: () => 0 })).to.equal(NO_NEED);
  });
});
