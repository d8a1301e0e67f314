import { expect } from 'chai';
import { newTurns } from './turns.js';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const ASKED_MS = 1000;
const WORK_MS = 30;

describe('a tab that others ring', () => {
  it('[R181] looks one time after the other, and rests ten times as long', async () => {
    const looks: { readonly from: number; to?: number }[] = [];
    const turns = newTurns(async () => {
      const look: { readonly from: number; to?: number } = { from: performance.now() };
      looks.push(look);
      await pause(WORK_MS);
      look.to = performance.now();
    });
    const end = performance.now() + ASKED_MS;
    while (performance.now() < end) {
      turns.ask();
      await pause(5);
    }
    await pause(WORK_MS * 40);
    expect(looks.length).to.be.within(1, ASKED_MS / (WORK_MS * 10) + 2);
    for (const [index, { from }] of looks.slice(1).entries()) expect(from).to.be.above(looks[index]?.to ?? Infinity);
    turns.end();
  });

  it('[R181] what it is asked while it looks makes it look once more', async () => {
    const asked: (() => void)[] = [];
    let looks = 0;
    const turns = newTurns(async () => {
      looks++;
      for (const ask of asked.splice(0)) ask();
      await pause(WORK_MS);
    });
    asked.push(turns.ask, turns.ask);
    turns.ask();
    await pause(WORK_MS * 40);
    expect(looks).to.equal(2);
    turns.end();
  });

  it('[R181] a look that fails is not the last one', async () => {
    let looks = 0;
    const turns = newTurns(() => {
      looks++;
      return Promise.reject(new Error('planted'));
    });
    for (let time = 0; time < 2; time++) {
      turns.ask();
      // Longer than the longest rest, which a look has that was held up.
      await pause(800);
    }
    expect(looks).to.equal(2);
    turns.end();
  });

  it('[R181] one that has ended looks no more', async () => {
    let looks = 0;
    const turns = newTurns(async () => {
      looks++;
      await pause(WORK_MS);
    });
    turns.ask();
    await pause(80);
    turns.ask();
    turns.end();
    await pause(WORK_MS * 20);
    expect(looks).to.equal(1);
  });
});
