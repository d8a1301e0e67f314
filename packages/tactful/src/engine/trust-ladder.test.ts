import { expect } from 'chai';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { nextPermission, RUNGS, type LadderQuestion, type NextPermission } from './trust-ladder.js';

const ACCEPTED: Told = { name: 'offer_accepted', at: -20 * DAY_MS, params: { offer_id: 'hose' } };
const told = (name: Told['name'], params: NonNullable<Told['params']>, at = -40 * DAY_MS): Told => ({
  name,
  at,
  params,
});

function next(log: readonly Told[], asked: Partial<LadderQuestion> = {}): NextPermission | undefined {
  const sorted = [...log].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return nextPermission(foldOf(logOf(sorted)), {
    ...NOW,
    uses: RUNGS,
    consent: { personalization: 'in' },
    firstPage: false,
    ...asked,
  });
}

describe('the ladder of trust', () => {
  it('[D40] the lowest permission that is not settled comes first, of those that the site has a use for', () => {
    expect(next([], { consent: {} })).to.deep.equal({
      ask: 'personalization',
      questionId: 'permission:personalization',
    });
    expect(next([ACCEPTED])).to.deep.equal({ ask: 'place', questionId: 'permission:place' });
    expect(next([ACCEPTED], { uses: ['sms', 'email'] })).to.include({ ask: 'email' });
    expect(next([ACCEPTED], { uses: ['personalization'] })).to.equal(undefined);
  });

  it('[D40] never on the first page of a visit', () => {
    expect(next([], { consent: {}, firstPage: true })).to.deep.equal({ wait: 'first_page', next: 'personalization' });
    expect(next([ACCEPTED], { firstPage: true })).to.deep.equal({ wait: 'first_page', next: 'place' });
  });

  it('[D40] a higher one only after something useful was accepted since the last step', () => {
    expect(next([])).to.deep.equal({ wait: 'useful_first', next: 'place' });
    const granted = told('permission_set', { channel: 'notification', allowed: true }, -10 * DAY_MS);
    const uses = ['notification', 'email'] as const;
    expect(next([ACCEPTED, granted], { uses })).to.deep.equal({ wait: 'useful_first', next: 'email' });
    expect(next([{ ...ACCEPTED, at: -DAY_MS }, granted], { uses })).to.include({ ask: 'email' });
    const complained = told('offer_complained', { offer_id: 'hose' }, -5 * DAY_MS);
    expect(next([ACCEPTED, complained], { uses: ['email'] })).to.deep.equal({ wait: 'useful_first', next: 'email' });
  });

  it('[D40] never again after a no, however long ago and however it was said', () => {
    const uses = ['place', 'email', 'sms'] as const;
    const declined = told('question_declined', { question_id: 'permission:place' }, -700 * DAY_MS);
    expect(next([ACCEPTED, declined], { uses })).to.include({ ask: 'email' });
    expect(next([ACCEPTED], { uses, consent: { place: 'out' } })).to.include({ ask: 'email' });
    expect(
      next([ACCEPTED, declined, told('permission_set', { channel: 'email', allowed: false })], { uses }),
    ).to.include({
      ask: 'sms',
    });
    expect(next([ACCEPTED, told('opted_out', {})], { uses: ['email', 'sms'] })).to.equal(undefined);
  });

  it('[D40] where a question may not be put, this one may not either', () => {
    const put = told('question_put', { question_id: 'shoe_size' }, -2 * DAY_MS);
    expect(next([ACCEPTED, put])).to.deep.equal({ wait: 'one_in_14_days', next: 'place', until: NOW.at + 12 * DAY_MS });
    expect(next([ACCEPTED, told('mode_set', { mode: 'quiet' })])).to.deep.equal({ wait: 'quiet', next: 'place' });
  });
});
