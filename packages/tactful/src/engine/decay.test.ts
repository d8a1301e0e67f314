import { expect } from 'chai';
import { DAY_MS } from './clock.js';
import { addAnchored, decayFactor, NOTHING, readAnchored, type Anchored } from './decay.js';

const sumOf = (parts: readonly Anchored[]): Anchored =>
  parts.reduce((sum, part) => addAnchored([sum, part], 30), NOTHING);
const day = (value: number, at: number): Anchored => ({ value, at: at * DAY_MS });

describe('decay', () => {
  it('[P1] weights 1, 2, 3 on days 0, 10, 40 with a half-life of 30 days read 2.7698420997897464 on day 60', () => {
    const sum = sumOf([day(1, 0), day(2, 10), day(3, 40)]);
    expect(readAnchored(sum, { at: 60 * DAY_MS, halfLifeDays: 30 })).to.be.closeTo(2.7698420997897464, 1e-15);
  });

  it('[P1] the order in which they are added changes nothing beyond rounding', () => {
    const [a, b, c] = [day(1, 0), day(2, 10), day(3, 40)];
    for (const order of [
      [a, b, c],
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ]) {
      expect(readAnchored(sumOf(order), { at: 60 * DAY_MS, halfLifeDays: 30 })).to.be.closeTo(
        2.7698420997897464,
        1e-14,
      );
    }
  });

  it('[P1] a half-life halves, exactly', () => {
    expect(decayFactor(30 * DAY_MS, 30)).to.equal(0.5);
    expect(readAnchored(day(1, 5), { at: 35 * DAY_MS, halfLifeDays: 30 })).to.equal(0.5);
  });

  it('[P1] satiation with a half-life of 3.5 days is 1, .5, .25, .0625 after 0, 3.5, 7 and 14 days', () => {
    const levels = [0, 3.5, 7, 14].map((age) => decayFactor(age * DAY_MS, 3.5));
    expect(levels).to.deep.equal([1, 0.5, 0.25, 0.0625]);
  });

  it('[P1] three messages on days 0, 1 and 2 weigh 2.7260590203 on day 2, with a half-life of 7', () => {
    const sum = [day(1, 0), day(1, 1), day(1, 2)].reduce((all, part) => addAnchored([all, part], 7), NOTHING);
    expect(sum.value).to.be.closeTo(2.7260590203, 5e-11);
  });

  it('[P1] the future counts as now, and nothing stays nothing', () => {
    expect(decayFactor(-5, 30)).to.equal(1);
    expect(readAnchored(NOTHING, { at: 0, halfLifeDays: 30 })).to.equal(0);
    expect(addAnchored([NOTHING, NOTHING], 30)).to.deep.equal(NOTHING);
  });
});
