import { expect } from 'chai';
import fc from 'fast-check';
import { logs } from '../../test/arbitraries.js';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { relationRows } from '../../test/relation-rows.js';
import { DAY_MS } from './clock.js';
import type { EventName } from './event-names.js';
import type { JsonObject } from './json.js';
import { betaBelow } from './special-functions.js';
import { mayReachOut, weFeeling, weFeelingInterval, type WeFeeling } from './we-feeling.js';

const feel = (told: readonly Told[], at = 0): WeFeeling => weFeeling(foldOf(logOf(told)), NOW.at + at);
const row = (name: EventName, params: JsonObject = {}, at = 0): Told => ({ name, params, at });
const promise = (due: number): Told => row('promise_made', { promise_id: 'p', due: NOW.at + due });

describe('we-feeling', () => {
  it('[P39] is .5 without data, 1/3 with one broken promise, .6 with one kept', () => {
    expect(feel([]).value).to.equal(0.5);
    expect(feel([promise(DAY_MS)], DAY_MS).value).to.equal(1 / 3);
    expect(feel([promise(DAY_MS), row('promise_kept', { promise_id: 'p' }, 9)], 9).value).to.equal(0.6);
  });

  it('[P39] a promise counts as broken from its due moment on, and fades from there', () => {
    expect(feel([promise(DAY_MS)], DAY_MS - 1).value).to.equal(0.5);
    expect(feel([promise(DAY_MS)], 181 * DAY_MS).bad).to.equal(0.5);
  });

  it('[P39] kept late, it was broken and then kept', () => {
    const late = [promise(0), row('promise_kept', { promise_id: 'p' }, 1)];
    expect(feel(late, 1).good).to.equal(1);
    expect(feel(late, 1).bad).to.be.closeTo(1, 1e-9);
  });

  const GOOD: Readonly<Record<string, readonly Told[]>> = {
    'a suggestion that was followed': [
      row('suggestion_made', { suggestion_id: 's' }),
      row('suggestion_followed', { suggestion_id: 's' }),
    ],
    'a complaint that was resolved': [
      row('complaint_opened', { complaint_id: 'c' }),
      row('complaint_resolved', { complaint_id: 'c' }),
    ],
    'an answer of which the shop said what it did with it': [
      row('question_answered', { question_id: 'q', value: 'yes' }),
      row('suggestion_followed', { question_id: 'q' }),
    ],
    'a channel that the shopper opened': [row('permission_set', { channel: 'email', allowed: true })],
  };
  for (const [what, told] of Object.entries(GOOD)) {
    it(`[P39] ${what} is good, once`, () => {
      const [last] = told.slice(-1);
      expect([feel(told).good, feel(told).bad]).to.deep.equal([1, 0]);
      expect(feel(last ? [...told, last] : []).good).to.equal(1);
    });
  }

  const NEUTRAL: Readonly<Record<string, readonly Told[]>> = {
    'a promise kept that nobody made': [row('promise_kept', { promise_id: 'x' })],
    'a suggestion that was only heard': [
      row('suggestion_made', { suggestion_id: 's' }),
      row('suggestion_followed', { suggestion_id: 's', state: 'acknowledged' }),
    ],
    'an answer that nobody used': [row('question_answered', { question_id: 'q', value: 'yes', used: true })],
    'a question that was declined, reported on or not': [
      row('question_declined', { question_id: 'q' }),
      row('suggestion_followed', { question_id: 'q' }),
    ],
    'a channel that was closed again': [
      row('permission_set', { channel: 'email', allowed: true }),
      row('permission_set', { channel: 'email', allowed: false }),
    ],
    'a question put again when it has expired': [
      row('question_put', { question_id: 'q', valid_for: 'P1D' }, -DAY_MS),
      row('question_answered', { question_id: 'q' }, -DAY_MS),
      row('question_put', { question_id: 'q' }),
    ],
    'a question that is still on the table, or put again after 14 days': [
      row('question_put', { question_id: 'q' }, -14 * DAY_MS - 1),
      row('question_put', { question_id: 'q' }, -14 * DAY_MS),
      row('question_put', { question_id: 'q' }),
    ],
  };
  for (const [what, told] of Object.entries(NEUTRAL)) {
    it(`[P39] ${what} is neither good nor bad`, () => {
      const { good, bad } = feel(told, 5);
      expect([good, bad]).to.deep.equal([0, 0]);
    });
  }

  const BAD: Readonly<Record<string, readonly Told[]>> = {
    'a complaint that is open': [row('complaint_opened', { complaint_id: 'c' })],
    'a complaint that was resolved, but not to content': [
      row('complaint_opened', { complaint_id: 'c' }),
      row('complaint_resolved', { complaint_id: 'c', ok: false }),
    ],
    'a question put again within 14 days': [
      row('question_put', { question_id: 'q' }, -14 * DAY_MS + 1),
      row('question_put', { question_id: 'q' }),
    ],
    'a question put again after a refusal': [
      row('question_put', { question_id: 'q' }, -300 * DAY_MS),
      row('question_declined', { question_id: 'q' }, -300 * DAY_MS),
      row('question_put', { question_id: 'q' }),
    ],
    'a question put again after an answer': [
      row('question_put', { question_id: 'q' }),
      row('question_answered', { question_id: 'q' }),
      row('question_put', { question_id: 'q' }),
    ],
    muting: [row('channel_muted', { channel: 'sms' })],
    'opting out': [row('opted_out')],
    'a complaint about an offer': [row('offer_complained', { offer_id: 'hose' })],
  };
  for (const [what, told] of Object.entries(BAD)) {
    it(`[P39] ${what} is bad, once`, () => {
      expect([feel(told).good, feel(told).bad]).to.deep.equal([0, 1]);
    });
  }

  it('[P39] opting out takes the opened channels back', () => {
    const told = [row('permission_set', { channel: 'email', allowed: true }), row('opted_out')];
    expect([feel(told).good, feel(told).bad]).to.deep.equal([0, 1]);
  });

  it('[P39] its interval holds the middle 80 % of Beta(A + 2, 2B + 2)', () => {
    const { low, high } = weFeelingInterval(feel([row('opted_out')]));
    expect([betaBelow(low, [2, 4]), betaBelow(high, [2, 4])].map((share) => share.toFixed(12))).to.deep.equal([
      '0.100000000000',
      '0.900000000000',
    ]);
  });

  it('[P39] below .4 nobody reaches out', () => {
    expect([0.4, 0.39].map((value) => mayReachOut({ value }))).to.deep.equal([true, false]);
    expect(mayReachOut(feel([]))).to.equal(true);
    expect(mayReachOut(feel([row('opted_out')]))).to.equal(false);
  });

  it('[P39] law: no purchase, view or search ever moves it', () => {
    fc.assert(
      fc.property(relationRows, logs({ kinds: ['walked'] }), (relation, walked) => {
        const at = NOW.at + 60 * DAY_MS;
        expect(weFeeling(foldOf([...relation, ...walked]), at)).to.deep.equal(weFeeling(foldOf(relation), at));
      }),
    );
  });
});
