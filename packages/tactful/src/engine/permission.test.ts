import { expect } from 'chai';
import { decideOn, FOND, inputOf, logOf, NOW, outcome, type Setting, type Told } from '../../test/garden-shop.js';
import { DAY_MS, MINUTE_MS } from './clock.js';
import type { Silence } from './decision.js';
import { permissionIn } from './permission.js';
import { situationOf } from './situation.js';
import type { ShopperAction } from './statement.js';
import { readStatement } from './statement.js';

const silenceOf = (told: readonly Told[], setting?: Setting): Silence | undefined =>
  decideOn(logOf([...FOND, ...told]), setting).decision.silence;
const reasonOf = (told: readonly Told[], setting?: Setting): string =>
  outcome(decideOn(logOf([...FOND, ...told]), setting));

/** What the shopper did becomes a row, as the client would write it. */
function rowOf(action: ShopperAction | undefined): readonly Told[] {
  if (action?.do === 'declare') {
    const stated = readStatement(action.statement);
    return stated ? [{ ...stated, at: 1 }] : [];
  }
  if (action?.do === 'resolve')
    return [{ name: 'complaint_resolved', at: 1, params: { complaint_id: action.complaint } }];
  return action?.do === 'task' ? [{ name: 'task_ended', at: 1, params: { task_id: action.id } }] : [];
}

describe('permission', () => {
  it('[D4] with nothing against it, an offer is made', () => {
    expect(permissionIn(situationOf(inputOf(logOf(FOND)))).refused).to.deep.equal([]);
    expect(reasonOf([])).to.equal('hose');
  });

  it('[D4] while work is open that was gone on with in this visit: TASK_FOCUS, and ending it ends that', () => {
    const album: Told = { name: 'task_started', params: { task_id: 'album' } };
    const silence = silenceOf([album]);
    expect(silence).to.deep.equal({
      reason: 'TASK_FOCUS',
      leave: 'empty',
      endedBy: { do: 'task', id: 'album', state: 'ended' },
    });
    expect(reasonOf([album, ...rowOf(silence?.endedBy)], { at: 2 })).to.equal('hose');
    expect(reasonOf([{ ...album, at: -9 * DAY_MS }])).to.equal('hose');
  });

  it('[D4] without a purpose that is in, nobody speaks: NO_CONSENT', () => {
    for (const consent of [{}, { personalization: 'pending' }, { personalization: 'out' }, { other: 'in' }] as const) {
      expect(silenceOf([], { consent })).to.deep.equal({
        reason: 'NO_CONSENT',
        leave: 'default',
        endedBy: { do: 'consent', purpose: 'personalization' },
      });
    }
  });

  it('[D4] the shopper paused: PAUSED, empty', () => {
    const paused: Told = { name: 'mode_set', params: { mode: 'paused' } };
    expect(silenceOf([paused])).to.deep.equal({
      reason: 'PAUSED',
      leave: 'empty',
      endedBy: { do: 'declare', statement: { kind: 'mode', mode: 'normal' } },
    });
  });

  it('[D4] a quiet time: QUIET_TIME until it ends, whatever it is for', () => {
    const until = NOW.at + DAY_MS;
    expect(silenceOf([{ name: 'quiet_set', params: { until } }])).to.deep.equal({
      reason: 'QUIET_TIME',
      leave: 'empty',
      until,
      endedBy: { do: 'declare', statement: { kind: 'quiet', until: null } },
    });
    expect(reasonOf([{ name: 'quiet_set', params: { until } }], { at: DAY_MS - 1 })).to.equal('QUIET_TIME');
    expect(reasonOf([{ name: 'quiet_set', params: { until } }], { at: DAY_MS })).to.equal('hose');
  });

  it('[D4] an open complaint: OPEN_COMPLAINT, named, with its row as the cause', () => {
    const { decision, cause } = decideOn(
      logOf([...FOND, { name: 'complaint_opened', params: { complaint_id: 'c7' } }]),
    );
    expect(decision.silence).to.deep.equal({
      reason: 'OPEN_COMPLAINT',
      leave: 'empty',
      endedBy: { do: 'resolve', complaint: 'c7' },
    });
    expect(cause).to.deep.equal(['a:7']);
  });

  it('[D4] between check-out and purchase, at most 15 minutes: TASK_FOCUS', () => {
    const begun: Told = { name: 'begin_checkout' };
    expect(silenceOf([begun])).to.deep.equal({
      reason: 'TASK_FOCUS',
      leave: 'empty',
      until: NOW.at + 15 * MINUTE_MS,
      endedBy: { do: 'task', id: 'checkout', state: 'ended' },
    });
    expect(reasonOf([begun], { at: 15 * MINUTE_MS })).to.equal('hose');
  });

  it('[D4] half an hour after a purchase: JUST_BOUGHT, which only time ends', () => {
    const bought: Told = { name: 'purchase', params: { items: [{ item_id: 'x' }] } };
    expect(silenceOf([bought])).to.deep.equal({
      reason: 'JUST_BOUGHT',
      leave: 'empty',
      until: NOW.at + 30 * MINUTE_MS,
    });
    expect(reasonOf([bought], { at: 30 * MINUTE_MS - 1 })).to.equal('JUST_BOUGHT');
    expect(reasonOf([bought], { at: 30 * MINUTE_MS })).to.equal('hose');
  });

  it('[D4] the first rule that says no is the one that is named', () => {
    const everything: readonly Told[] = [
      { name: 'begin_checkout' },
      { name: 'complaint_opened' },
      { name: 'quiet_set', params: { until: NOW.at + DAY_MS } },
      { name: 'mode_set', params: { mode: 'paused' } },
    ];
    const reasons = [3, 2, 1, 0].map((last) => reasonOf(everything.slice(0, last + 1)));
    expect(reasons).to.deep.equal(['PAUSED', 'QUIET_TIME', 'OPEN_COMPLAINT', 'TASK_FOCUS']);
  });

  const CLOSED: readonly (readonly [string, Told])[] = [
    ['PAUSED', { name: 'mode_set', params: { mode: 'paused' } }],
    ['QUIET_TIME', { name: 'quiet_set', params: { until: NOW.at + DAY_MS } }],
    ['OPEN_COMPLAINT', { name: 'complaint_opened', params: { complaint_id: 'c7' } }],
    ['OPEN_COMPLAINT', { name: 'complaint_opened' }],
    ['TASK_FOCUS', { name: 'begin_checkout' }],
  ];
  for (const [reason, told] of CLOSED) {
    it(`[D5] what ${reason} says would end it (${JSON.stringify(told.params ?? {})}) does end it`, () => {
      const silence = silenceOf([told]);
      expect(silence?.reason).to.equal(reason);
      expect(reasonOf([told, ...rowOf(silence?.endedBy)], { at: 1 })).to.equal('hose');
    });
  }

  it('[D5] of two causes the action lifts the one that it names, and the other is named next', () => {
    const told: readonly Told[] = [
      { name: 'complaint_opened', params: { complaint_id: 'c1' } },
      { name: 'complaint_opened', params: { complaint_id: 'c2' } },
    ];
    const { decision } = decideOn(logOf([...FOND, ...told, ...rowOf(silenceOf(told)?.endedBy)]), { at: 1 });
    expect(decision.silence?.endedBy).to.deep.equal({ do: 'resolve', complaint: 'c2' });
  });
});
