import { expect } from 'chai';
import { watchHeart, type Watch } from './heartbeat.js';

const EVERY_MS = 20;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Watched {
  readonly watch: Watch;
  readonly beats: () => number;
  /** Resolves when the heart was given up. */
  readonly dead: Promise<'dead'>;
}

function watched(beat: () => Promise<unknown>, most = 3): Watched {
  let beats = 0;
  let tell: (word: 'dead') => void = () => undefined;
  const dead = new Promise<'dead'>((resolve) => {
    tell = resolve;
  });
  const watch = watchHeart({
    beat: () => {
      beats++;
      return beat();
    },
    dead: () => {
      tell('dead');
    },
    everyMs: EVERY_MS,
    most: () => most,
  });
  return { watch, beats: () => beats, dead };
}

describe('the heartbeat of a worker', () => {
  it('[R40] gives up a heart that does not answer, asked once and missed three times', async () => {
    const { watch, dead, beats } = watched(() => new Promise(() => undefined));
    watch.enter();
    expect(await dead).to.equal('dead');
    expect(beats()).to.equal(1);
  });

  it('[R40] gives up a heart that fails', async () => {
    const { watch, dead } = watched(() => Promise.reject(new Error('gone')));
    watch.enter();
    expect(await dead).to.equal('dead');
  });

  it('[R42] a heart that answers late is alive, however long somebody waits', async () => {
    const { watch, dead, beats } = watched(() => pause(EVERY_MS * 1.5), 20);
    watch.enter();
    expect(await Promise.race([dead, pause(EVERY_MS * 60)])).to.equal(undefined);
    expect(beats()).to.be.greaterThan(2);
    watch.end();
  });

  it('[R42] planted fault: patience for a single beat takes that late heart for dead', async () => {
    const { watch, dead } = watched(() => pause(EVERY_MS * 10), 1);
    watch.enter();
    expect(await dead).to.equal('dead');
  });

  it('[R48] has no timer while nobody waits', async () => {
    const { watch, beats } = watched(() => Promise.resolve());
    watch.enter();
    watch.enter();
    watch.leave();
    watch.leave();
    await pause(EVERY_MS * 5);
    expect(beats()).to.equal(0);
  });
});
