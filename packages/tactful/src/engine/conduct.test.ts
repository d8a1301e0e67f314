import { expect } from 'chai';
import fc from 'fast-check';
import { BANS, FAILURE_RESPONSES, FAVOURS, meetContracts, type Contract } from './conduct.js';
import { SHIPPED_TYPES } from './shipped-types.js';

const contracts: fc.Arbitrary<Contract> = fc.record({
  outboundPer30d: fc.nat(4),
  favours: fc.shuffledSubarray([...FAVOURS]),
  bans: fc.shuffledSubarray([...BANS]),
  strikesToRecovery: fc.integer({ min: 1, max: 3 }),
  failureResponse: fc.constantFrom(...FAILURE_RESPONSES),
});

/** Whether whatever the one allows or asks for, the other allows or asks for too. */
function isWithin(narrow: Contract, wide: Contract): boolean {
  return (
    narrow.outboundPer30d <= wide.outboundPer30d &&
    narrow.strikesToRecovery <= wide.strikesToRecovery &&
    narrow.favours.every((favour) => wide.favours.includes(favour)) &&
    wide.bans.every((ban) => narrow.bans.includes(ban)) &&
    FAILURE_RESPONSES.indexOf(narrow.failureResponse) >= FAILURE_RESPONSES.indexOf(wide.failureResponse)
  );
}

describe('conduct', () => {
  it('[P37] the meet of two contracts is the strictest of each field', () => {
    const [basic, , fling, attentive] = SHIPPED_TYPES.map(({ contract }) => contract);
    if (!basic || !fling || !attentive) throw new Error('four types are shipped');
    expect(meetContracts([basic, fling])).to.deep.equal({
      outboundPer30d: 1,
      favours: [],
      bans: [
        'countdown',
        'fake_scarcity',
        'price_uplift',
        'small_talk',
        'novelty_push',
        'games',
        'replenishment_nag',
        'are_you_sure',
      ],
      strikesToRecovery: 2,
      failureResponse: 'brief',
    });
    expect(meetContracts([fling, attentive])).to.include({ strikesToRecovery: 1, failureResponse: 'personal' });
  });

  it('[P37] the four contracts are those of the table', () => {
    const brief = SHIPPED_TYPES.map(({ id, contract }) =>
      [id, contract.outboundPer30d, contract.strikesToRecovery, contract.failureResponse].join(' '),
    );
    expect(brief).to.deep.equal([
      'basic 1 2 brief',
      'partner 2 2 explained',
      'fling 2 2 light',
      'attentive 1 1 personal',
    ]);
  });

  it('[P37] countdowns, false scarcity and dearer prices are banned in every relationship', () => {
    for (const { contract } of SHIPPED_TYPES)
      expect(contract.bans).to.include.members(['countdown', 'fake_scarcity', 'price_uplift']);
  });

  it('[P37] law: the meet is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(contracts, contracts, contracts, (a, b, c) => {
        expect(meetContracts([a, b])).to.deep.equal(meetContracts([b, a]));
        expect(meetContracts([meetContracts([a, b]), c])).to.deep.equal(meetContracts([a, meetContracts([b, c])]));
        expect(meetContracts([meetContracts([a, b]), c])).to.deep.equal(meetContracts([a, b, c]));
        expect(meetContracts([a, a])).to.deep.equal(meetContracts([a]));
      }),
    );
  });

  it('[P38] law: the meet is within each of its contracts, and one fewer never tightens it', () => {
    fc.assert(
      fc.property(contracts, fc.array(contracts, { maxLength: 4 }), (first, others) => {
        const meet = meetContracts([first, ...others]);
        for (const each of [first, ...others]) expect(isWithin(meet, each)).to.equal(true);
        expect(isWithin(meet, meetContracts([first, ...others.slice(1)]))).to.equal(true);
      }),
    );
  });
});
