import { expect } from 'chai';
import { newCountdown } from './countdown.js';

describe('[G36] sixty seconds', () => {
  it('begin at the first click, are told in whole ones, and end', () => {
    let now = 500_000;
    const countdown = newCountdown(
      () => now,
      () => undefined,
    );
    expect(countdown.left()).to.equal(undefined);
    now += 30_000;
    expect(countdown.stamp()).to.equal(0);
    expect(countdown.left()).to.equal(60);
    now += 12_400;
    expect(countdown.stamp()).to.equal(12);
    expect(countdown.left()).to.equal(48);
    now += 100_000;
    expect(countdown.stamp()).to.equal(60);
    expect(countdown.left()).to.equal(0);
    countdown.stop();
    expect(countdown.left()).to.equal(undefined);
  });
});
