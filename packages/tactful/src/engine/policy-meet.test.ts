import { expect } from 'chai';
import { DEFAULT_POLICY, type Policy } from './policy.js';
import { meetPolicies } from './policy-meet.js';

const met = (a: Partial<Policy>, b: Partial<Policy>): Partial<Policy> => meetPolicies(a, b);

describe('the meet of policies', () => {
  it('[D25] the shipped policy is canonical, and nothing said adds nothing', () => {
    expect(meetPolicies(DEFAULT_POLICY, {})).to.deep.equal(DEFAULT_POLICY);
    expect(Object.keys(meetPolicies(DEFAULT_POLICY, DEFAULT_POLICY))).to.deep.equal(Object.keys(DEFAULT_POLICY));
  });

  it('[D26] caps: every window of both, the lower cap on one and the same', () => {
    const a = { sameOffer: [{ cap: 3, period: 'P7D' }] };
    const b = {
      sameOffer: [
        { cap: 9, period: 'P30D' },
        { cap: 2, period: 'P1W' },
      ],
    };
    expect(met(a, b)).to.deep.equal({
      sameOffer: [
        { cap: 2, period: 'P1W' },
        { cap: 9, period: 'P30D' },
      ],
    });
    const call = [{ cap: 4, period: 'P30D' }];
    expect(met({ byChannel: { call } }, { byChannel: { email: a.sameOffer } })).to.deep.equal({
      byChannel: { email: a.sameOffer, call },
    });
  });

  it('[D26] rests: the longest; quiet: in the hours of either; words: of both, and every ban', () => {
    const night = { from: '21:00', to: '09:00' };
    const noon = { from: '12:00', to: '13:00' };
    expect(
      met(
        { taskFocus: 'PT1H', quietHours: [night], classes: ['gift', 'help'], bans: ['games'], deviation: 'service' },
        { taskFocus: 'P1D', quietHours: [noon, night], classes: ['help'], bans: ['question'], deviation: 'inbound' },
      ),
    ).to.deep.equal({
      taskFocus: 'P1D',
      quietHours: [noon, night],
      classes: ['help'],
      bans: ['games', 'question'],
      deviation: 'service',
    });
  });

  it('[D26] what is no number is no limit, and what is left out is none', () => {
    expect(met({ exploration: NaN }, { exploration: 0.1 }).exploration).to.equal(0.1);
    expect(met({ exploration: 0.1 }, { exploration: NaN }).exploration).to.equal(0.1);
    const half = JSON.parse('{ "inbound": { "perVisit": 2 } }') as Partial<Policy>;
    expect(met(half, DEFAULT_POLICY).inbound).to.deep.equal({ perVisit: 2, caps: DEFAULT_POLICY.inbound.caps });
  });
});
