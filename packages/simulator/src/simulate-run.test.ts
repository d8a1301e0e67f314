import { expect } from 'chai';
import { decide, DEFAULT_MODEL, DEFAULT_POLICY, defaultPurposes } from 'tactful/engine';
import { blastPolicy, cappedPolicy, silencePolicy } from './policy-simple.js';
import { tactfulPolicy } from './policy-tactful.js';
import type { Policy, ShopView } from './policy-view.js';
import { VOTED_MOMENTS, votesPolicy, type Votes } from './policy-votes.js';
import { simulate, type Simulation } from './simulate-run.js';
import { meanInterval } from './simulate-summary.js';
import { WORLDS } from './world-preset.js';
import { drawSchedule, WORLD_START } from './world-schedule.js';
import { shopOf, WORLD_CATALOG } from './world-shop.js';
import { drawShopper } from './world-shopper.js';
import { walkShopper, type Walked } from './world-walk.js';

const SHOP = shopOf(WORLD_CATALOG);
const person = (number: number): ReturnType<typeof drawShopper> =>
  drawShopper(1, number, { categories: SHOP.categories.length });

function walk(number: number, policy: Policy, more: Partial<Parameters<typeof walkShopper>[1]> = {}): Walked {
  const shopper = more.shopper ?? person(number);
  const schedule = drawSchedule(1, number, person(number));
  return walkShopper(schedule, { shopper, world: WORLDS.essays, policy, shop: SHOP, ...more });
}

const votes = (vote: 'speak' | 'hush', more: Partial<Votes> = {}): Votes => ({
  ...(Object.fromEntries(VOTED_MOMENTS.map((moment) => [moment, vote])) as Votes),
  ...more,
});

const named = ({ policies }: Simulation, name: string): Simulation['policies'][number] => {
  const found = policies.find(({ policy }) => policy === name);
  if (!found) throw new Error(name);
  return found;
};

describe('a simulation', () => {
  it('[S60] the same request gives the same figures, to the last bit', async () => {
    const request = { world: 'essays', policies: ['silence', 'blast', 'capped'], shoppers: 15, seeds: 2 } as const;
    const [one, two] = [await simulate(request), await simulate(request)];
    expect(two).to.deep.equal(one);
    expect(JSON.parse(JSON.stringify(one))).to.deep.equal(one);
    expect(one.label).to.equal('synthetic; for teaching');
    expect(await simulate({ ...request, firstSeed: 5 })).not.to.deep.equal({ ...one, firstSeed: 5 });
  });

  it('[S60] one shopper more changes nobody else', () => {
    expect(drawSchedule(1, 3, person(3))).to.deep.equal(drawSchedule(1, 3, person(3)));
    expect(drawSchedule(1, 3, person(3))[0]?.draws).not.to.deep.equal(drawSchedule(1, 4, person(4))[0]?.draws);
  });

  it('[S61] chances and their draws are the same under every policy: two calls a day, and visits in waking hours', () => {
    for (let number = 0; number < 40; number++) {
      const schedule = drawSchedule(1, number, person(number));
      expect(schedule.filter(({ direction }) => direction === 'outbound').length).to.equal(360);
      expect(schedule).to.deep.equal([...schedule].sort((a, b) => a.at - b.at));
      for (const { at, direction, draws, commute } of schedule) {
        const hour = ((at - WORLD_START) / 3_600_000) % 24;
        expect(hour).to.be.within(7.5, 22);
        expect(Object.keys(draws).length).to.equal(8);
        expect(commute && direction === 'inbound').to.equal(false);
      }
    }
  });

  it('[S61] a policy that says nothing earns exactly what silence earns, whatever it thinks', () => {
    for (let number = 0; number < 10; number++)
      expect(walk(number, votesPolicy(votes('hush')))).to.deep.equal(walk(number, silencePolicy));
  });

  it('[S67] a policy is shown the log and the screen, and nothing of what goes on in a mind', () => {
    const views: ShopView[] = [];
    const watcher: Policy = (view) => void views.push(view);
    walk(2, watcher);
    const keys = [
      'at',
      'attention',
      'direction',
      'draw',
      'log',
      'offset',
      'page',
      'quietUntil',
      'read',
      'said',
      'shop',
    ];
    for (const view of views) expect(Object.keys(view).sort()).to.deep.equal(keys);
    // Another character with the same calendar and taste, silently: not one view differs.
    const others: string[] = [];
    const other = (shopper: ReturnType<typeof drawShopper>): string => {
      others.length = 0;
      const tell: Policy = ({ at, page, direction, log, draw }) =>
        void others.push(JSON.stringify([at, page, direction, draw, log.length]));
      walk(2, tell, { shopper });
      return others.join();
    };
    const shopper = person(2);
    expect(other({ ...shopper, privacy: 'averse', relation: 'attentive', dislikesOneSize: false })).to.equal(
      other(shopper),
    );
  });

  it('[S68] tactful is the engine on the log: it calls upon nobody, and never speaks in quiet time', () => {
    const policy = tactfulPolicy();
    let shown = 0;
    const ids = new Set(WORLD_CATALOG.offers.map(({ id }) => id));
    for (let number = 0; number < 30; number++) {
      const shopper = { ...person(number), bereavedAt: 40 * 86_400_000 };
      const walked = walk(number, policy, {
        shopper,
        watch: (log) => {
          const rows = log.filter(({ name }) => name === 'offer_shown');
          shown += rows.length;
          for (const { params } of rows) expect([...ids]).to.include(params['offer_id']);
        },
      });
      expect([walked.outbound, walked.quietHits]).to.deep.equal([0, 0]);
    }
    expect(shown).to.be.above(30);
    const loud = walk(1, blastPolicy, { shopper: { ...person(1), bereavedAt: 0 }, world: WORLDS.nullAnnoyance });
    expect(loud.quietHits).to.be.above(30);
  });

  it('[S68] where tactful does not even ask, the engine would say no: nobody allowed it to call upon them', () => {
    let asked = 0;
    const caller: Policy = ({ at, direction, read, shop }) => {
      if (direction === 'inbound' || asked >= 200) return undefined;
      asked++;
      const folded = read();
      const purposes = defaultPurposes();
      const consent = { personalization: 'in' } as const;
      const setting = {
        policy: DEFAULT_POLICY,
        model: DEFAULT_MODEL,
        catalog: shop.catalog,
        config: '',
        placement: 'home',
      };
      const call = { channel: 'notification', id: 'call', at, offset: 0 } as const;
      const { decision } = decide({ ...setting, ...call, folded, contacts: folded.contacts, purposes, consent });
      expect(decision.silence?.reason).to.equal('NO_PERMISSION');
      return undefined;
    };
    expect(person(5).bereavedAt).to.equal(undefined);
    walk(5, caller);
    expect(asked).to.equal(200);
  });

  it('[S68] the capped policy keeps its caps', () => {
    walk(4, cappedPolicy, {
      world: WORLDS.nullAnnoyance,
      watch: (log) => {
        const times = log.filter(({ name }) => name === 'offer_shown').map(({ at }) => at);
        expect(times.length).to.be.above(50);
        for (const [index, at] of times.entries()) {
          if (index >= 1) expect(at - (times[index - 1] ?? 0)).to.be.at.least(86_400_000 - 1000);
          if (index >= 3) expect(at - (times[index - 3] ?? 0)).to.be.at.least(7 * 86_400_000 - 1000);
        }
      },
    });
  });

  it('[S69] where people mind, tactful earns more than blast; where nobody does, blast must win, and does', async () => {
    const request = { policies: ['blast', 'tactful'], shoppers: 200, seeds: 1 } as const;
    const essays = await simulate({ ...request, world: 'essays' });
    const careless = await simulate({ ...request, world: 'nullAnnoyance' });
    const [blast, tactful] = [named(essays, 'blast'), named(essays, 'tactful')];
    expect(tactful.incrementalProfit.low).to.be.above(blast.incrementalProfit.high);
    expect(tactful.jointValue).to.be.above(blast.jointValue);
    expect(tactful.left).to.be.below(blast.left);
    expect(tactful.quietHits).to.equal(0);
    const [loud, polite] = [named(careless, 'blast'), named(careless, 'tactful')];
    expect(loud.incrementalProfit.low).to.be.above(polite.incrementalProfit.high);
    expect([loud.negatives, loud.left, loud.muted, loud.trust]).to.deep.equal([0, 0, 0, 1]);
    // F13: of a hundred messages of the blast one to four sell what they are about
    expect(blast.outboundConversion).to.be.within(0.01, 0.04);
    expect(loud.outboundConversion).to.be.within(0.01, 0.04);
  });

  it('[S70] the interval is that of the paired differences', () => {
    const { mean, low, high } = meanInterval([1, 2, 3, 4]);
    // sd 1.290994, divided by 2, times 1.959964
    expect(mean).to.equal(2.5);
    expect(mean - low).to.be.closeTo(1.265151, 1e-6);
    expect(high - mean).to.be.closeTo(1.265151, 1e-6);
  });

  it('[S71] progress is told up to the end, and whoever cancels gets no figures', async () => {
    const told: number[] = [];
    const request = { world: 'essays', policies: ['silence'], shoppers: 25, seeds: 1 } as const;
    await simulate(request, { onProgress: (done, of) => told.push(done / of) });
    expect(told).to.deep.equal([0, 0.4, 0.8, 1]);
    const stop = new AbortController();
    const stopped = simulate({ ...request, shoppers: 10_000 }, { signal: stop.signal, onProgress: () => stop.abort() });
    const error: unknown = await stopped.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.have.property('name', 'AbortError');
    const none: unknown = await simulate({ ...request, shoppers: 0 }).catch((reason: unknown) => reason);
    expect(none).to.be.instanceOf(RangeError);
  });

  it('[S74] a class that votes speaks where it voted for it, and nowhere else', () => {
    const speaks = (only: Partial<Votes>): Walked =>
      walk(1, votesPolicy(votes('hush', only)), { world: WORLDS.nullAnnoyance });
    expect(speaks({ commute: 'speak' }).inbound).to.equal(0);
    expect(speaks({ commute: 'speak' }).outbound).to.be.within(1, 180);
    expect(speaks({ sofa: 'speak' }).outbound).to.equal(0);
    expect(speaks({ sofa: 'speak' }).inbound).to.be.above(0);
    const all = walk(1, votesPolicy(votes('speak', { quiet: 'hush' })), {
      shopper: { ...person(1), bereavedAt: 0 },
    });
    expect(all.quietHits).to.equal(0);
  });
});
