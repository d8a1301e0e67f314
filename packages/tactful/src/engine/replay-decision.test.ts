import { expect } from 'chai';
import fc from 'fast-check';
import { decideOn, FOND, GARDEN_SHOP, HOSE, inputOf, logOf, NOW, outcome, type Told } from '../../test/garden-shop.js';
import { recallOf } from '../../test/recall-of.js';
import { decide } from './decide.js';
import type { Event } from './event.js';
import { isSame, replayDecision, replayOf, type Replay } from './replay-decision.js';

const LATER: readonly Told[] = [
  { name: 'mode_set', at: 1, params: { mode: 'paused' } },
  { name: 'never_stated', at: 2, params: { category: 'garden' } },
];

const again = (then: readonly Event[], now: readonly Event[]): Replay | undefined =>
  replayDecision(decideOn(then), recallOf(now));

describe('replay of a decision', () => {
  it('[D95] comes to the same from what is remembered, whatever happened since', () => {
    const all = logOf([...FOND, ...LATER]);
    const replay = again(all.slice(0, FOND.length), all);
    expect(replay?.rows).to.have.lengthOf(FOND.length);
    expect(replay && outcome(decide(replay.input))).to.equal('hose');
  });

  it('[D95] law: with all of the rows every decision is found again', () => {
    const moods = fc.constantFrom<Told>(
      { name: 'mode_set', params: { mode: 'paused' } },
      { name: 'mode_set', params: { mode: 'show_me' } },
      { name: 'begin_checkout' },
      { name: 'quiet_set', params: { until: NOW.at + 60_000 } },
      { name: 'never_stated', params: { category: 'garden' } },
      { name: 'purchase', params: { transaction_id: 't', items: [HOSE] } },
      { name: 'complaint_opened', params: { complaint_id: 'c' } },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(moods, fc.integer({ min: -50, max: 0 })), { maxLength: 6 }), (said) => {
        const log = logOf([...FOND, ...said.map(([told, hours]) => ({ ...told, at: hours * 3_600_000 }))]);
        const trace = decideOn(log);
        const replay = replayDecision(
          trace,
          recallOf([...log, ...logOf(LATER).map((row) => ({ ...row, id: `b${row.id}` }))]),
        );
        expect(replay && isSame(decide(replay.input), trace)).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });

  it('[D95] cannot be compared where rows that it rested on are gone, or the configuration is another', () => {
    const log = logOf(FOND);
    expect(again(log, log.slice(0, 1))).to.equal(undefined);
    const { shop, memory } = recallOf(log);
    expect(replayDecision(decideOn(log), { shop: { ...shop, config: 'other' }, memory })).to.equal(undefined);
  });

  it('[D95] its own exposure does not count against it, an earlier one does', () => {
    const log = logOf(FOND);
    const { shop, memory } = recallOf(log);
    const exposure = { offerId: 'hose', at: NOW.at, promotional: true, state: 'shown' } as const;
    const with_ = (id: string): number =>
      replayOf(decideOn(log), { shop, memory: { ...memory, ledger: [{ ...exposure, id }] } }).input.contacts.length;
    expect([with_('d1'), with_('d0')]).to.deep.equal([0, 1]);
  });

  it('[D95] consent is that of then, and a moment is as it was read', () => {
    const log = logOf(FOND);
    const { shop, memory } = recallOf(log);
    const choice = (state: 'in' | 'out', at: number): { purpose: string; state: 'in' | 'out'; at: number } => ({
      purpose: 'personalization',
      state,
      at: NOW.at + at,
    });
    const consents = (history: readonly ReturnType<typeof choice>[]): unknown =>
      replayOf(decideOn(log), { shop, memory: { ...memory, history } }).input.consent['personalization'];
    expect(consents([choice('in', -2), choice('out', 1)])).to.equal('in');
    expect(consents([choice('in', 1)])).to.equal('pending');
    const asked = { most: 2, audience: 'child-possible', moment: 'idle' } as const;
    const { input } = replayOf({ ...decideOn(log), asked }, { shop, memory });
    expect([input.most, input.audience, input.signals?.moment?.value]).to.deep.equal([2, 'child-possible', 'idle']);
  });

  it('[D95] two accounts are the same only with the same verdicts on all offers', () => {
    const trace = decide(inputOf(logOf(FOND)));
    expect(isSame(trace, { ...trace, counts: { ...trace.counts, EXPIRED: 1 } })).to.equal(false);
    expect(GARDEN_SHOP.offers).to.have.lengthOf(5);
  });
});
