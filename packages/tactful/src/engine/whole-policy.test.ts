import { expect } from 'chai';
import fc from 'fast-check';
import { DEFAULT_POLICY } from './policy.js';
import { meetPolicies } from './policy-meet.js';
import { wholePolicy } from './whole-policy.js';

describe('a policy of a site', () => {
  it('[D262] is laid over the shipped one at any depth: what it does not name stands', () => {
    expect(wholePolicy({})).to.deep.equal(DEFAULT_POLICY);
    expect(wholePolicy({ inbound: { perVisit: 1 } })).to.deep.equal({
      ...DEFAULT_POLICY,
      inbound: { ...DEFAULT_POLICY.inbound, perVisit: 1 },
    });
    const given = { byChannel: { email: [{ cap: 1, period: 'P30D' }] }, everything: [], classes: ['inform'] };
    expect(wholePolicy(given)).to.deep.equal({ ...DEFAULT_POLICY, ...given });
  });

  it('[D262] stands as shipped where something of another kind was given, or nothing', () => {
    for (const given of [undefined, null, 5, 'strict', [], { inbound: 5 }, { wear: undefined }, { byChannel: null }])
      expect(wholePolicy(given), JSON.stringify(given)).to.deep.equal(DEFAULT_POLICY);
    const odd = { inbound: { perVisit: '1', caps: { cap: 1 } }, quietHours: { from: '09:00' }, rivals: 'no' };
    expect(wholePolicy(odd)).to.deep.equal(DEFAULT_POLICY);
  });

  it('[D262] can be met with the shipped one, whatever was given', () => {
    const name = fc.constantFrom(...Object.keys(DEFAULT_POLICY));
    const value = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.constantFrom('perVisit', 'gate', 'sameOffer'), fc.anything()),
    );
    fc.assert(
      fc.property(fc.dictionary(name, value), (given) => {
        const whole = wholePolicy(given);
        expect(Object.keys(whole)).to.include.members(Object.keys(DEFAULT_POLICY));
        expect(whole.inbound).to.include.keys('perVisit', 'caps');
        expect(whole.satiation.halfLifeDays).to.be.a('number');
        expect(meetPolicies(DEFAULT_POLICY, { ...DEFAULT_POLICY, wear: whole.wear }).wear.gate).to.be.a('number');
      }),
    );
  });
});
