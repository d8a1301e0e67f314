import { expect } from 'chai';
import fc from 'fast-check';
import { MINUTE_MS } from './clock.js';
import {
  afterEvidence,
  afterIdle,
  INTENT_PRIOR,
  intentNamed,
  likeliest,
  statedBelief,
  type Intents,
} from './intent.js';
import { INTENT_LIKELIHOOD, type IntentSignal } from './intent-signal.js';

const after = (...signals: readonly IntentSignal[]): Intents =>
  signals.reduce((belief, signal) => afterEvidence(belief, INTENT_LIKELIHOOD[signal]), INTENT_PRIOR);
const listOf = ({ info, buy, fun, support }: Intents): readonly number[] => [info, buy, fun, support];

function expectDigits(found: Intents, wanted: readonly number[]): void {
  listOf(found).forEach((value, n) => {
    expect(value).to.be.closeTo(wanted[n] ?? NaN, 5e-7);
  });
}

describe('intent filter', () => {
  it('[P44] what fits every intent alike leaves the prior', () => {
    expectDigits(afterEvidence(INTENT_PRIOR, { info: 1, buy: 1, fun: 1, support: 1 }), [0.3, 0.25, 0.35, 0.1]);
  });

  it('[P44] the published beliefs, digit by digit', () => {
    expectDigits(after('checkout'), [0.009756, 0.97561, 0.011382, 0.003252]);
    expectDigits(after('service'), [0.033708, 0.02809, 0.039326, 0.898876]);
    expectDigits(after('list', 'list', 'list'), [0.106682, 0.035805, 0.855073, 0.00244]);
    expectDigits(after('compare', 'compare'), [0.724777, 0.223935, 0.039891, 0.011397]);
  });

  it('[P44] after twenty idle minutes half of what was believed has gone', () => {
    expectDigits(afterIdle(after('checkout'), 20 * MINUTE_MS), [0.154878, 0.612805, 0.180691, 0.051626]);
    expectDigits(afterIdle(after('checkout'), 0), listOf(after('checkout')));
    expectDigits(afterIdle(after('checkout'), 1e12), listOf(INTENT_PRIOR));
  });

  it('[P44] law: whatever happens a belief stays a belief, and no intent is ever ruled out', () => {
    const signals = fc.constantFrom(...(Object.keys(INTENT_LIKELIHOOD) as IntentSignal[]));
    fc.assert(
      fc.property(fc.array(signals, { maxLength: 60 }), (many) => {
        const belief = listOf(after(...many));
        expect(belief.reduce((sum, each) => sum + each, 0)).to.be.closeTo(1, 1e-12);
        for (const each of belief) expect(each).to.be.above(0);
      }),
    );
  });

  it('[P44] what the shopper says is believed at .97, in their own words', () => {
    expectDigits(statedBelief('support'), [0.01, 0.01, 0.01, 0.97]);
    expect(['information', 'Purchase', 'inspiratie', 'help', 'gift'].map(intentNamed)).to.deep.equal([
      'info',
      'buy',
      'fun',
      'support',
      undefined,
    ]);
  });

  it('[P44] of equals the first is named', () => {
    expect(likeliest({ info: 0.25, buy: 0.25, fun: 0.25, support: 0.25 })).to.equal('info');
    expect(likeliest(INTENT_PRIOR)).to.equal('fun');
  });
});
