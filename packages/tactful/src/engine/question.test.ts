import { expect } from 'chai';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './clock.js';
import type { Json, JsonObject } from './json.js';
import { askable, type QuestionVerdict } from './question.js';

const put = (at: number, more: JsonObject = {}, id = 'pets'): Told => ({
  name: 'question_put',
  at,
  params: { question_id: id, ...more },
});
const answered = (value: Json, at: number, more: JsonObject = {}, id = 'pets'): Told => ({
  name: 'question_answered',
  at,
  params: { question_id: id, value, ...more },
});
const declined = (at: number, more: JsonObject = {}): Told => ({
  name: 'question_declined',
  at,
  params: { question_id: 'pets', ...more },
});
const ask = (told: readonly Told[], at = 0, questionId = 'pets'): QuestionVerdict =>
  askable(foldOf(logOf(told)), { ...NOW, at: NOW.at + at, questionId });
const reason = (told: readonly Told[], at = 0, questionId = 'pets'): string => {
  const found = ask(told, at, questionId);
  if ('known' in found) return `known: ${JSON.stringify(found.known)}`;
  return found.may ? 'may' : found.reason;
};
const YEAR = 365 * DAY_MS;

describe('K2: ask once', () => {
  it('[P55] K2: what was answered is known on every page, and not asked again for a year', () => {
    const told = [put(0), answered('two cats', 1000)];
    expect(ask(told, HOUR_MS)).to.deep.equal({ known: 'two cats', id: 'a:2', until: NOW.at + 1000 + YEAR });
    expect([YEAR + 999, YEAR + 1000].map((at) => reason(told, at))).to.deep.equal(['known: "two cats"', 'may']);
    expect([false, 0, null].map((value) => reason([answered(value, 0)]))).to.deep.equal([
      'known: false',
      'known: 0',
      'known: null',
    ]);
  });

  it('[P55] K2: whoever asks says for how long an answer holds, and whoever answers has the last word on that', () => {
    const asked = put(0, { valid_for: 'P30D' });
    const until = (told: readonly Told[]): number | undefined => {
      const found = ask(told, 1000);
      return 'until' in found ? found.until : undefined;
    };
    expect(until([asked, answered(2, 1000)])).to.equal(NOW.at + 1000 + 30 * DAY_MS);
    expect(until([asked, answered(2, 1000, { expires: NOW.at + DAY_MS })])).to.equal(NOW.at + DAY_MS);
    expect(until([answered(2, 1000)])).to.equal(NOW.at + 1000 + YEAR);
  });

  it('[P55] K2: what was declined is not asked again until it expires, and is no answer', () => {
    expect(ask([put(0), declined(1)], DAY_MS)).to.deep.equal({
      may: false,
      reason: 'declined',
      until: NOW.at + 1 + YEAR,
    });
    expect(reason([declined(0)], YEAR)).to.equal('may');
    const month = [declined(0, { until: NOW.at + 30 * DAY_MS })];
    expect([30 * DAY_MS - 1, 30 * DAY_MS].map((at) => reason(month, at))).to.deep.equal(['declined', 'may']);
  });

  it('[P55] K2: the last word on a question stands', () => {
    expect(reason([answered('cat', 0), answered('dog', 1)])).to.equal('known: "dog"');
    expect(reason([answered('cat', 0), declined(1)])).to.equal('declined');
    expect(reason([declined(0), answered('cat', 1)])).to.equal('known: "cat"');
  });

  it('[P55] K2: an answer in one tab is known in the other, and forgetting it makes it unknown', () => {
    const other = logOf([answered('cat', 1000)]).map((row) => ({ ...row, id: 'b:1' }));
    const both = [...other, ...logOf([put(0)])];
    expect(askable(foldOf(both), { ...NOW, questionId: 'pets' })).to.include({ known: 'cat', id: 'b:1' });
    expect(reason([put(0)], 1000)).to.equal('may');
  });

  it('[P55] K2: one question in fourteen days over all; what lies on the table may stay there', () => {
    const told = [put(0)];
    expect(reason(told, 29 * MINUTE_MS)).to.equal('may');
    expect(reason(told, 29 * MINUTE_MS, 'garden')).to.equal('one_in_14_days');
    expect(ask(told, HOUR_MS)).to.deep.equal({ may: false, reason: 'one_in_14_days', until: NOW.at + 14 * DAY_MS });
    expect(reason(told, 14 * DAY_MS)).to.equal('may');
    expect(reason([...told, answered('cat', 1)], HOUR_MS, 'garden')).to.equal('one_in_14_days');
  });

  it('[P55] K2: nobody who came for help, is busy or asked for quiet is asked anything', () => {
    const help: readonly Told[] = [1, 2, 3].map((at) => ({ name: 'page_view', at, params: { page_type: 'contact' } }));
    expect(reason(help, 4)).to.equal('support');
    expect(reason(help, HOUR_MS)).to.equal('may');
    expect(reason([{ name: 'intent_stated', params: { intent: 'support' } }])).to.equal('support');
    expect(reason([{ name: 'complaint_opened', params: { complaint_id: 'c' } }], DAY_MS)).to.equal('support');
    expect(reason([{ name: 'begin_checkout' }], 15 * MINUTE_MS - 1)).to.equal('task');
    expect(reason([{ name: 'begin_checkout' }], 15 * MINUTE_MS)).to.equal('may');
    expect(reason([{ name: 'task_started', params: { task_id: 'album' } }])).to.equal('task');
    for (const mode of ['quiet', 'paused']) expect(reason([{ name: 'mode_set', params: { mode } }])).to.equal('quiet');
    const quiet: readonly Told[] = [{ name: 'quiet_set', params: { until: NOW.at + HOUR_MS } }];
    expect(ask(quiet, 1)).to.deep.equal({ may: false, reason: 'quiet', until: NOW.at + HOUR_MS });
    expect(reason(quiet, HOUR_MS)).to.equal('may');
  });

  it('[P55] K2: an answer that is known is given at any moment', () => {
    expect(reason([answered('cat', 0), { name: 'mode_set', at: 1, params: { mode: 'paused' } }], 2)).to.equal(
      'known: "cat"',
    );
  });
});
