import { expect } from 'chai';
import { decideOn, FOND, inputOf, logOf, NOW, offer, outcome, shopOf, type Told } from '../../test/garden-shop.js';
import type { Offer } from './catalog.js';
import { DAY_MS, LAST_MOMENT } from './clock.js';
import { decide } from './decide.js';
import type { DecisionTrace } from './decision.js';
import { relationTerms } from './gift.js';
import { mourningUntil } from './life-event.js';
import { DEFAULT_MODEL } from './model.js';
import { DEFAULT_POLICY } from './policy.js';
import { readStatement } from './statement.js';
import { harmOf } from './utility.js';

const WATERING = ['garden', 'watering'] as const;
const garden = (id: string, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'suggest', category: WATERING, price: 2000, ...more });
const life = (event: string): Told => ({ name: 'life_event_stated', params: { event } });
const email: Told = { name: 'permission_set', params: { channel: 'email', allowed: true } };

describe('what a silence promises', () => {
  it('[D251] a wish lifts no law: what a sector may not sell outside of its page is not mailed because it was asked for', () => {
    const wish: Told = { name: 'tell_me_set', params: { offer_id: 'wine', when: 'below', below: 3000 } };
    const wine = shopOf(garden('wine', { channels: ['email', 'slot'] }));
    const mailed = (sector: string, told: readonly Told[]): DecisionTrace =>
      decide({ ...inputOf(logOf([...FOND, email, ...told]), { catalog: { ...wine, sector } }), channel: 'email' });
    expect(outcome(mailed('garden', [wish]))).to.equal('wine');
    expect(mailed('alcohol', [wish]).counts).to.deep.equal({ LAW: 1 });
    expect(mailed('alcohol', []).counts).to.deep.equal({ LAW: 1 });
  });

  it('[D252] words of loss are whole words: who marries, studies or deliberates does not mourn', () => {
    const mourns = (event: string): boolean =>
      mourningUntil({ life: new Map([[event, { value: event, at: NOW.at, id: 'a:1' }]]) }, NOW.at) !== undefined;
    for (const event of ['getrouwd', 'trouwen', 'I studied for an exam', 'overleg', 'we overleven het wel', 'grouwels'])
      expect(mourns(event), event).to.equal(false);
    for (const event of [
      'bereavement',
      'a death in the family',
      'my father died',
      'I lost my mother',
      'in de rouw',
      'mijn opa is overleden',
      'het overlijden van mijn zus',
      'the funeral of a friend',
    ])
      expect(mourns(event), event).to.equal(true);
  });

  it('[D253] who is protected is shown the cheapest of all that beats silence, though seven others are worth more', () => {
    const ten = Array.from({ length: 10 }, (_, n) =>
      garden(`o${String(n)}`, { price: 2000 + 100 * n, margin: 1200 + 100 * n }),
    );
    const shown = (offers: readonly Offer[]): DecisionTrace =>
      decideOn(logOf([...FOND, life('I lost my job')]), { catalog: shopOf(...offers) });
    const all = shown(ten);
    expect([outcome(shown(ten.slice(0, 3))), outcome(all), outcome(shown([...ten].reverse()))]).to.deep.equal([
      'o0',
      'o0',
      'o0',
    ]);
    const chosen = all.shortlist.filter(({ verdict }) => verdict === 'CHOSEN').map(({ offerId }) => offerId);
    expect([all.shortlist.length, chosen]).to.deep.equal([8, ['o0']]);
  });

  it('[D254] the end of a silence is that of the first offer to open, whatever their order', () => {
    const from = (id: string, validFrom: string): Offer => garden(id, { validFrom, brand: id });
    const [late, soon] = [from('a', '2025-06-01'), from('b', '2025-05-09')];
    for (const offers of [
      [late, soon],
      [soon, late],
    ]) {
      const { silence } = decideOn(logOf(FOND), { catalog: shopOf(...offers) }).decision;
      expect(silence).to.include({ reason: 'NOTHING_ELIGIBLE', until: Date.UTC(2025, 4, 9) });
    }
  });

  it('[D255] what has no end is told without one: a quiet time for good, quiet hours all day, no place at all in a visit', () => {
    const forGood = { name: 'quiet_set', params: { until: 9e15 } } as const;
    const { silence } = decideOn(logOf([...FOND, forGood])).decision;
    expect(silence).to.include({ reason: 'QUIET_TIME' });
    expect(silence).to.not.have.property('until');
    expect(readStatement({ kind: 'quiet', until: Number.MAX_SAFE_INTEGER })?.params).to.deep.equal({
      until: LAST_MOMENT,
    });

    const allDay = { ...DEFAULT_POLICY, quietHours: [{ from: '00:00', to: '24:00' }] };
    const hushed = decide({ ...inputOf(logOf([...FOND, email]), { policy: allDay }), channel: 'email' }).decision
      .silence;
    expect(hushed).to.include({ reason: 'QUIET_HOURS' });
    expect(hushed).to.not.have.property('until');

    const never = { ...DEFAULT_POLICY, inbound: { perVisit: 0, caps: [] } };
    for (const at of [0, DAY_MS]) {
      const capped = decideOn(logOf(FOND), { policy: never, at }).decision.silence;
      expect(capped).to.include({ reason: 'CAPPED' });
      expect(capped).to.not.have.property('until');
    }
  });

  it('[D256] beyond what a number can tell of staying, one more word costs all there is, and nothing is not a number', () => {
    const deep = 210;
    const usual = harmOf(0.1, { model: DEFAULT_MODEL });
    expect(harmOf(deep, { model: DEFAULT_MODEL })).to.be.above(usual);
    const terms = relationTerms({ annoyance: deep, we: { good: 0, bad: 70 }, model: DEFAULT_MODEL });
    for (const value of Object.values(terms)) expect(value).to.satisfy(Number.isFinite);
  });

  it('[D257] "show me" said weeks ago sends no letter: what goes out answers it in its own visit alone', () => {
    const dismissed: Told = {
      name: 'offer_dismissed',
      at: -50 * DAY_MS,
      params: { offer_id: 'hose', decision_id: 'd' },
    };
    const showMe = (days: number): Told => ({ name: 'mode_set', at: -days * DAY_MS, params: { mode: 'show_me' } });
    const catalog = shopOf(garden('hose', { price: 2495, channels: ['email', 'slot'] }));
    const like: Told = { name: 'preference_stated', params: { facet: 'category', value: 'garden', level: 2 } };
    const asked = (told: readonly Told[], channel: 'email' | 'slot'): DecisionTrace =>
      decide({ ...inputOf(logOf([...FOND, like, email, dismissed, ...told]), { catalog }), channel });
    expect(asked([showMe(49)], 'email').decision.silence).to.include({ reason: 'COOLDOWN' });
    expect(asked([showMe(0)], 'email').counts).to.not.have.property('COOLDOWN');
    expect([outcome(asked([showMe(49)], 'slot')), outcome(asked([showMe(0)], 'slot'))]).to.deep.equal(['hose', 'hose']);
  });

  it('[D258] a purpose that a broken promise ended stands again when it is agreed to anew, and not before', () => {
    const promised: Told = {
      name: 'promise_made',
      at: -50 * DAY_MS,
      params: { promise_id: 'p', purpose: 'personalization', due: NOW.at - 10 * DAY_MS },
    };
    const input = inputOf(logOf([promised, ...FOND]));
    const agreed = (days: number, state: 'in' | 'out' = 'in'): string =>
      outcome(decide({ ...input, choices: [{ purpose: 'personalization', state, at: NOW.at - days * DAY_MS }] }));
    expect([outcome(decide(input)), agreed(11), agreed(10), agreed(9, 'out')]).to.deep.equal(
      Array.from({ length: 4 }, () => 'NO_CONSENT'),
    );
    expect(agreed(9)).to.not.equal('NO_CONSENT');
  });
});
