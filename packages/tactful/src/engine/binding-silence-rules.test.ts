import { expect } from 'chai';
import { HOUR_MS } from './clock.js';
import { bindingSilence, type Bound } from './binding-silence.js';
import type { Excluded } from './excluded.js';
import { GATE_ORDER } from './exclusion.js';
import { inputOf, logOf, NOW } from '../../test/garden-shop.js';
import { judge, type Judged } from './judge.js';
import { readersFor, type Scored } from './scoring.js';
import { permissionIn, SHOW_ME, type Permission } from './permission.js';
import { situationOf } from './situation.js';

const SITUATION = situationOf(inputOf(logOf([])));
const OPEN: Permission = permissionIn(SITUATION);
const NOBODY: Judged = { ...judge(readersFor(SITUATION, OPEN)), best: [], lopsided: [], furthest: undefined };
const bound = (about: Partial<Judged>, permission: Permission = OPEN): Bound =>
  bindingSilence({ ...NOBODY, ...about }, permission);
const reason = (furthest: Excluded | undefined): string => bound({ furthest }).silence.reason;

/** An offer that is worth this, beside a silence that keeps or waits for so much. */
function scored(utility: number, beside: { readonly slot?: number; readonly wait?: number } = {}): Scored {
  const readers = readersFor(SITUATION, OPEN);
  const [compiled] = SITUATION.catalog.offers;
  if (!compiled) throw new Error('the shop is empty');
  const real = readers.scoreOf(compiled, []);
  return { ...real, score: { ...real.score, utility }, beside: { ...real.beside, ...beside } };
}

describe('what bound a silence', () => {
  it('[D236] where permission was refused, its first rule', () => {
    const refused = [
      { silence: { reason: 'INCIDENT', leave: 'empty' }, cause: ['a:1'], allows: ['help'] },
      { silence: { reason: 'RECOVERY', leave: 'empty' }, cause: ['a:2'], allows: ['help'] },
    ] as const;
    const { silence, cause } = bound({ best: [scored(0)] }, { refused, classes: new Set(['help']) });
    expect([silence.reason, cause]).to.deep.equal(['INCIDENT', ['a:1']]);
  });

  it('[D236] the score where an offer could have spoken, whatever closed the others', () => {
    const furthest = { verdict: 'CAPPED', until: NOW.at + 1, cause: ['a:1'], endedBy: SHOW_ME } as const;
    expect(bound({ best: [scored(0)], furthest })).to.deep.equal({
      silence: { reason: 'BETTER_SILENT', leave: 'default' },
      cause: [],
    });
    expect(bound({ best: [scored(4, { slot: 9 })], furthest }).silence.reason).to.equal('SAVED_FOR_LATER');
  });

  it('[D236] to wait for somebody ends with their visit', () => {
    expect(bound({ best: [scored(4, { wait: 9 })] }).silence).to.deep.equal({
      reason: 'WAIT_FOR_YOU',
      leave: 'default',
      endedBy: { do: 'visit' },
    });
  });

  it('[D236] one side only: NOT_WIN_WIN, where nothing else could speak', () => {
    expect(bound({ lopsided: [scored(9)] })).to.deep.equal({
      silence: { reason: 'NOT_WIN_WIN', leave: 'default' },
      cause: [],
    });
  });

  it('[D237] up to what they own the catalogue holds the offer back: nothing is eligible', () => {
    expect(reason(undefined)).to.equal('NOTHING_ELIGIBLE');
    const byCatalog = ['NO_PURPOSE', 'WRONG_PLACEMENT', 'WRONG_CHANNEL', 'NOT_YET', 'EXPIRED', 'CONDITION', 'OWNED'];
    for (const verdict of GATE_ORDER)
      expect(reason({ verdict }) === 'NOTHING_ELIGIBLE', verdict).to.equal(
        [...byCatalog, 'NEVER_LIST', 'COOLDOWN', 'CAPPED'].includes(verdict),
      );
  });

  it('[D237] what the shopper can lift is said as it is where they can, with how', () => {
    for (const verdict of ['NEVER_LIST', 'COOLDOWN', 'CAPPED'] as const)
      expect(bound({ furthest: { verdict, endedBy: SHOW_ME, cause: ['a:3'] } })).to.deep.equal({
        silence: { reason: verdict, leave: 'default', endedBy: SHOW_ME },
        cause: ['a:3'],
      });
  });

  it('[D237] what no wish of theirs holds back is said as it is, or else as what does not fit', () => {
    const as = (verdict: Excluded['verdict']): string => reason({ verdict });
    for (const verdict of ['SATIATED', 'WORN_OUT', 'LAW', 'VULNERABLE'] as const) expect(as(verdict)).to.equal(verdict);
    expect([as('CONTRACT'), as('NOT_RELEVANT')]).to.deep.equal(['NOTHING_FITS', 'NOTHING_FITS']);
  });

  it('[D237] a silence says until when, where that is known and ever comes', () => {
    const until = (at: number): number | undefined =>
      bound({ furthest: { verdict: 'CAPPED', endedBy: SHOW_ME, until: at } }).silence.until;
    expect([until(NOW.at + HOUR_MS), until(Infinity)]).to.deep.equal([NOW.at + HOUR_MS, undefined]);
    expect(bound({ furthest: { verdict: 'SATIATED' } })).to.deep.equal({
      silence: { reason: 'SATIATED', leave: 'default' },
      cause: [],
    });
  });
});
