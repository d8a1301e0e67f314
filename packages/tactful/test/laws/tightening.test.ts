import { meetPolicies } from '../../src/engine/policy-meet.js';
import { capsHoldWhenClocksJump, COUNTING, COUNTING_FAULTS } from './cap-laws.js';
import { expectFault } from './law.js';
import { meetFaults, meetIsASemilattice, meetOnlyTightens } from './policy-laws.js';

describe('laws of the policy', () => {
  const faults = meetFaults(meetPolicies);

  it('[D25] the meet of policies is commutative, associative and idempotent', () => {
    meetIsASemilattice(meetPolicies);
  });
  it('[D25] a meet in which the first one wins is caught', () => {
    expectFault(meetIsASemilattice, faults.firstWins);
  });
  it('[D26] one more policy never allows more', () => {
    meetOnlyTightens(meetPolicies);
  });
  it('[D26] a meet that forgets a window is caught', () => {
    expectFault(meetOnlyTightens, faults.forgetsWindows);
  });
  it('[D26] a meet that takes the higher cap is caught', () => {
    expectFault(meetOnlyTightens, faults.higherCap);
  });
});

describe('laws of counting', () => {
  it('[D27] caps hold over what was truly shown, however the clock jumps', () => {
    capsHoldWhenClocksJump(COUNTING);
  });
  it('[D27] a fold that believes every clock is caught', () => {
    expectFault(capsHoldWhenClocksJump, COUNTING_FAULTS.believesEveryClock);
  });
  it('[D27] counting that sees no channel is caught', () => {
    expectFault(capsHoldWhenClocksJump, COUNTING_FAULTS.seesNoChannel);
  });
  it('[D27] counting that forgets the offer is caught', () => {
    expectFault(capsHoldWhenClocksJump, COUNTING_FAULTS.forgetsTheOffer);
  });
});
