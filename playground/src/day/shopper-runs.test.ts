import type { Simulation, SimulationRequest, SimulationWatch } from '@tactful/simulator';
import { expect } from 'chai';
import { readDay } from './day-address.js';
import { MORNING, type DayState } from './day-state.js';
import { newShopperRuns } from './shopper-runs.js';

const END: DayState = { ...MORNING, at: 'end' };

/** A runner whose simulations end when the test says so. */
function slow() {
  const asked: { request: SimulationRequest; watch: SimulationWatch; end: (how: 'well' | 'badly') => void }[] = [];
  const run = (request: SimulationRequest, watch: SimulationWatch): Promise<Simulation> =>
    new Promise((resolve, reject) => {
      const simulation: Simulation = {
        label: 'synthetic; for teaching',
        world: request.world,
        privacy: 'essays',
        shoppers: request.shoppers,
        seeds: 1,
        firstSeed: request.firstSeed ?? 1,
        days: 180,
        currency: 'EUR',
        policies: [],
      };
      const end = (how: 'well' | 'badly'): void => {
        if (how === 'well') resolve(simulation);
        else reject(new Error('no'));
      };
      asked.push({ request, watch, end });
    });
  return { asked, run };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('[G56] half years', () => {
  it('[G56] the same seed, votes, world and count are worked out once', async () => {
    const { asked, run } = slow();
    const runs = newShopperRuns(run, () => undefined);
    expect(runs.stateOf(END).kind).to.equal('idle');
    runs.want(END);
    runs.want({ ...END, open: ['train'] });
    expect(asked).to.have.length(1);
    expect(asked[0]?.request).to.deep.include({ world: 'essays', shoppers: 1000, firstSeed: 1, seeds: 1 });
    asked[0]?.watch.onProgress?.(20, 1000);
    expect(runs.stateOf(END)).to.deep.equal({ kind: 'running', done: 20, of: 1000 });
    asked[0]?.end('well');
    await turn();
    expect(runs.stateOf(END).kind).to.equal('done');
    runs.want(END, { again: true });
    expect(asked).to.have.length(1);
    runs.want({ ...END, ballots: { train: ['speak'] } });
    expect(asked[1]?.request.votes?.commute).to.equal('speak');
  });

  it('[G95] without a press the class is a fourth policy beside the shops, and a thousand shoppers live under each', () => {
    const { asked, run } = slow();
    newShopperRuns(run, () => undefined).want(readDay('v=1&card=end&open=all&train=h9s2'));
    expect(asked[0]?.request).to.deep.include({
      policies: ['silence', 'blast', 'naive', 'tactful', 'class'],
      shoppers: 1000,
    });
    expect(asked[0]?.request.votes?.commute).to.equal('hush');
  });

  it('[G56] another world stops the one that runs; what comes of that later is nobody’s', async () => {
    const { asked, run } = slow();
    const runs = newShopperRuns(run, () => undefined);
    runs.want(END);
    runs.want({ ...END, world: 'nullAnnoyance' });
    expect(asked[0]?.watch.signal?.aborted).to.equal(true);
    asked[0]?.end('well');
    await turn();
    expect(runs.stateOf(END).kind).to.equal('idle');
    expect(runs.stateOf({ ...END, world: 'nullAnnoyance' }).kind).to.equal('running');
  });

  it('[G56] what was stopped by hand or failed waits until it is asked for again', async () => {
    const { asked, run } = slow();
    let told = 0;
    const runs = newShopperRuns(run, () => told++);
    runs.want(END);
    runs.stop();
    runs.want(END);
    expect([asked.length, runs.stateOf(END).kind]).to.deep.equal([1, 'idle']);
    runs.want(END, { again: true });
    asked[1]?.end('badly');
    await turn();
    expect([asked.length, runs.stateOf(END).kind]).to.deep.equal([2, 'failed']);
    runs.want(END);
    expect(asked).to.have.length(2);
    expect(told).to.be.above(3);
  });
});
