import { expect } from 'chai';
import { pairedDifference, type Interval } from './bootstrap.js';

/** A linear congruential generator: a toy population needs other draws than the bootstrap's own. */
function toyDraws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

const widthOf = ({ low, high }: Interval): number => high - low;

describe('the paired bootstrap', () => {
  it('[S32] is the mean difference, with an interval that a seed repeats', () => {
    const ours = [3, 5, 4, 8];
    const theirs = [1, 5, 1, 5];
    const found = pairedDifference([ours, theirs]);
    expect(found.value).to.equal(2);
    expect(found.low).to.be.within(0, 2);
    expect(found.high).to.be.within(2, 3);
    expect(pairedDifference([ours, theirs])).to.deep.equal(found);
    expect(pairedDifference([theirs, ours]).value).to.equal(-2);
  });

  it('[S32] another seed draws other people', () => {
    const draw = toyDraws(5);
    const ours = Array.from({ length: 40 }, draw);
    const none = ours.map(() => 0);
    const [one, other] = [1, 2].map((seed) => pairedDifference([ours, none], { seed }));
    expect(one?.value).to.equal(other?.value);
    expect(one?.low).not.to.equal(other?.low);
  });

  it('[S32] draws every person equally often', () => {
    // Resamples of two people are 0, 1/2 or 1 in shares of 1/4, 1/2, 1/4.
    const quartiles = pairedDifference(
      [
        [0, 1],
        [0, 0],
      ],
      { level: 0.48, resamples: 20_000 },
    );
    expect(quartiles).to.deep.equal({ value: 0.5, low: 0.5, high: 0.5 });
    const wide = pairedDifference(
      [
        [0, 1],
        [0, 0],
      ],
      { level: 0.52, resamples: 20_000 },
    );
    expect(wide).to.deep.equal({ value: 0.5, low: 0, high: 1 });
  });

  it('[S32] covers the truth in about 95 of 100 toy populations', () => {
    const draw = toyDraws(7);
    let covered = 0;
    for (let trial = 0; trial < 400; trial++) {
      const difficulty = Array.from({ length: 60 }, () => 10 * draw());
      const ours = difficulty.map((hard) => hard + 0.25 + draw());
      const theirs = difficulty.map((hard) => hard + draw());
      const { low, high } = pairedDifference([ours, theirs], { resamples: 400, seed: trial });
      if (low <= 0.25 && 0.25 <= high) covered++;
    }
    expect(covered / 400).to.be.within(0.91, 0.98);
  });

  it('[S32] planted fault: pairing ours with somebody else hides the same difference', () => {
    const draw = toyDraws(11);
    const difficulty = Array.from({ length: 200 }, () => 10 * draw());
    const ours = difficulty.map((hard) => hard + 0.25 + draw() / 2);
    const theirs = difficulty.map((hard) => hard + draw() / 2);
    const shifted = [...theirs.slice(1), theirs[0] ?? 0];
    const [paired, unpaired] = [pairedDifference([ours, theirs]), pairedDifference([ours, shifted])];
    expect(paired.value).to.be.closeTo(unpaired.value, 1e-12);
    expect(paired.low).to.be.above(0);
    expect(unpaired.low).to.be.below(0);
    expect(widthOf(unpaired)).to.be.above(5 * widthOf(paired));
  });

  it('[S32] of nobody everything is 0', () => {
    expect(pairedDifference([[], []])).to.deep.equal({ value: 0, low: 0, high: 0 });
  });
});
