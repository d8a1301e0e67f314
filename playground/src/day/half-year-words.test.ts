import { simulate, type PolicySummary, type Simulation } from '@tactful/simulator';
import { expect } from 'chai';
import { concludeHalfYear } from './half-year-words.js';
import { COMPARED } from './shopper-runs.js';
import { dayTexts } from './texts.js';

const WORDS = { texts: dayTexts('en'), lang: 'en' } as const;

function made(figures: Readonly<Record<string, readonly [low: number, high: number]>>): Simulation {
  const bare = {
    profit: 0,
    surplus: 0,
    jointValue: 0,
    inbound: 0,
    outbound: 0,
    inboundConversion: 0,
    outboundConversion: 0,
  };
  const rest = { purchases: 0, negatives: 0, quietHits: 0, muted: 0, left: 0.1, drifted: 0, trust: 1 };
  const policies = COMPARED.map((policy): PolicySummary => {
    const [low, high] = figures[policy] ?? [0, 0];
    return { policy, ...bare, ...rest, incrementalProfit: { mean: (low + high) / 2, low, high } };
  });
  return {
    label: 'synthetic; for teaching',
    world: 'essays',
    privacy: 'essays',
    shoppers: 9,
    seeds: 1,
    firstSeed: 1,
    days: 180,
    currency: 'EUR',
    policies,
  };
}

describe('[G57] what a half year shows', () => {
  it('[G57] who wins is said only where the intervals do not overlap', () => {
    const says = (blast: readonly [number, number], tactful: readonly [number, number]): string =>
      concludeHalfYear(made({ blast, tactful }), WORDS)[0] ?? '';
    expect(says([300, 500], [100, 200])).to.equal('Blast wins from Tactful by €2.50 for each shopper.');
    expect(says([100, 200], [300, 500])).to.equal('Tactful wins from Blast by €2.50 for each shopper.');
    expect(says([100, 320], [300, 500])).to.match(/too close to call/);
  });

  it('[G57] whoever earns most is named, be it the class', () => {
    const lines = concludeHalfYear(made({ blast: [0, 9], tactful: [20, 30], class: [50, 60] }), WORDS);
    expect(lines[1]).to.equal('Our class earns most here.');
  });

  it('[G98] who earns most is not said to be sure where another is within its interval', () => {
    const near = concludeHalfYear(made({ blast: [-9, 0], tactful: [349, 498], class: [330, 494] }), WORDS);
    expect(near[1]).to.equal(
      'Tactful earns most here, though not clearly more than Our class: their intervals overlap.',
    );
    const touching = concludeHalfYear(
      made({ blast: [-9, 0], naive: [1, 20], tactful: [20, 40], class: [5, 20] }),
      WORDS,
    );
    expect(touching[1]).to.match(/not clearly more than (?:Naive, Our class|Our class, Naive): /);
  });

  it('[G57] where nobody minds blast wins from tactful, by the simulator itself', async () => {
    const request = { policies: COMPARED, shoppers: 16, seeds: 1 } as const;
    const lines = concludeHalfYear(await simulate({ ...request, world: 'nullAnnoyance' }), WORDS);
    expect(lines[0]).to.match(/^Blast wins from Tactful/);
    expect(lines.join(' ')).to.match(/tact pays only where people mind/);
  });
});
