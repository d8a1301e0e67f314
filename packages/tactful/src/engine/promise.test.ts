import { expect } from 'chai';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import type { EventName } from './event-names.js';
import type { Folded } from './folded.js';
import type { JsonObject } from './json.js';
import { permissionsEndedBy, promiseState, type PromiseState } from './promise.js';
import { suggestionState } from './suggestion.js';

const row = (name: EventName, params: JsonObject, at = 0): Told => ({ name, params, at });
const fold = (...told: readonly Told[]): Folded => foldOf(logOf(told));
const state = (folded: Folded, at = 0): PromiseState | undefined => {
  const promised = folded.promises.get('p');
  return promised && promiseState(promised, NOW.at + at);
};
const made = (more: JsonObject = {}, at = 0): Told =>
  row('promise_made', { promise_id: 'p', due: NOW.at + DAY_MS, ...more }, at);
const kept = (at: number): Told => row('promise_kept', { promise_id: 'p' }, at);

describe('promises', () => {
  it('[P40] are open, then kept, or broken from their due moment on', () => {
    expect(state(fold(made()), DAY_MS - 1)).to.equal('open');
    expect(state(fold(made()), DAY_MS)).to.equal('broken');
    expect(state(fold(made(), kept(DAY_MS)), DAY_MS)).to.equal('kept');
    expect(state(fold(made(), kept(2 * DAY_MS)), 3 * DAY_MS)).to.equal('kept');
  });

  it('[P40] without a due moment stay open; a due moment may be a date', () => {
    expect(state(fold(row('promise_made', { promise_id: 'p' })), 999 * DAY_MS)).to.equal('open');
    expect(state(fold(made({ due: '2025-05-08' })), DAY_MS)).to.equal('broken');
    // What no calendar can show is no moment.
    expect(state(fold(made({ due: -1e300 })), DAY_MS)).to.equal('open');
  });

  it('[P40] cannot be put off by promising them again', () => {
    expect(state(fold(made(), made({ due: NOW.at + 9 * DAY_MS }, 1)), DAY_MS)).to.equal('broken');
  });

  it('[P40] R12: a promise stands beside a request; broken, it ends the permission it bought', () => {
    const folded = fold(
      row('question_put', { question_id: 'may-we-mail' }),
      made({ about: 'may-we-mail', permission: 'email', purpose: 'advice' }, 1),
      row('permission_set', { channel: 'email', allowed: true }, 2),
    );
    expect(folded.promises.get('p')).to.include({ about: 'may-we-mail', channel: 'email' });
    expect(permissionsEndedBy(folded.promises, NOW.at + DAY_MS - 1)).to.deep.equal([]);
    const ended = { promise: 'p', at: NOW.at + DAY_MS };
    expect(permissionsEndedBy(folded.promises, NOW.at + DAY_MS)).to.deep.equal([
      { ...ended, kind: 'channel', id: 'email' },
      { ...ended, kind: 'purpose', id: 'advice' },
    ]);
  });

  it('[P40] kept late, a promise does not bring the permission back; kept in time, it ends none', () => {
    const ended = (at: number): number =>
      permissionsEndedBy(fold(made({ permission: 'email' }), kept(at)).promises, NOW.at + 9 * DAY_MS).length;
    expect([ended(DAY_MS), ended(DAY_MS + 1)]).to.deep.equal([0, 1]);
  });
});

describe('suggestions', () => {
  const suggested = row('suggestion_made', { suggestion_id: 's' });
  const stateOf = (...told: readonly Told[]): readonly string[] =>
    [...fold(suggested, ...told).suggestions.values()].map(suggestionState);

  it('[P40] are open, acknowledged by a promise or a report, then followed', () => {
    expect(stateOf()).to.deep.equal(['open']);
    expect(stateOf(made({ about: 's' }, 1))).to.deep.equal(['acknowledged']);
    const report = row('suggestion_followed', { suggestion_id: 's', state: 'acknowledged' }, 1);
    expect(stateOf(report)).to.deep.equal(['acknowledged']);
    expect(stateOf(report, row('suggestion_followed', { suggestion_id: 's' }, 2))).to.deep.equal(['followed']);
  });

  it('[P40] that are acknowledged again stay as they were', () => {
    const report = (at: number): Told => row('suggestion_followed', { suggestion_id: 's', state: 'acknowledged' }, at);
    const once = fold(suggested, report(1)).suggestions.get('s');
    expect(fold(suggested, report(1), report(2), report(3)).suggestions.get('s')).to.deep.equal(once);
  });

  it('[P40] of which nobody speaks stay as they are', () => {
    expect(stateOf(row('suggestion_followed', { suggestion_id: 'x' }, 1), made({ about: 'y' }, 1))).to.deep.equal([
      'open',
    ]);
  });
});
