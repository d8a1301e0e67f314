import { expect } from 'chai';
import { readStatement } from './statement.js';

describe('statements', () => {
  const EXAMPLES: readonly (readonly [unknown, string, object])[] = [
    [
      { kind: 'preference', facet: 'category', value: 'garden', level: 2 },
      'preference_stated',
      { facet: 'category', value: 'garden', level: 2 },
    ],
    [
      { kind: 'preference', facet: 'category', value: 'garden', level: 0 },
      'preference_withdrawn',
      { facet: 'category', value: 'garden' },
    ],
    [{ kind: 'never', offerId: 'hose' }, 'never_stated', { offer_id: 'hose' }],
    [{ kind: 'never', category: 'paint' }, 'never_stated', { category: 'paint' }],
    [{ kind: 'never', class: 'coupon' }, 'never_stated', { class: 'coupon' }],
    [{ kind: 'relationship', type: 'fling' }, 'relationship_stated', { type: 'fling' }],
    [{ kind: 'relationship', type: null }, 'relationship_stated', { type: null }],
    [{ kind: 'channel', channel: 'email', allowed: false }, 'permission_set', { channel: 'email', allowed: false }],
    [{ kind: 'quiet', until: 5 }, 'quiet_set', { until: 5 }],
    [{ kind: 'quiet', until: null }, 'quiet_ended', {}],
    [{ kind: 'mode', mode: 'paused' }, 'mode_set', { mode: 'paused' }],
    [{ kind: 'intent', intent: 'buy' }, 'intent_stated', { intent: 'buy' }],
    [{ kind: 'goal', goal: 'a green garden' }, 'goal_stated', { goal: 'a green garden' }],
    [{ kind: 'visit', as: 'gift' }, 'visit_marked', { as: 'gift' }],
    [{ kind: 'visit', as: { person: 'Mum' } }, 'visit_marked', { as: 'person', person: 'Mum' }],
    [{ kind: 'life', event: 'bereavement', protect: true }, 'life_event_stated', { event: 'bereavement' }],
  ];

  for (const [statement, name, params] of EXAMPLES) {
    it(`[L7] ${JSON.stringify(statement)} becomes ${name}`, () =>
      expect(readStatement(statement)).to.deep.equal({ name, params }));
  }

  it('[L7] what is no statement becomes nothing', () => {
    const wrong: readonly unknown[] = [
      undefined,
      null,
      5,
      'never',
      [],
      {},
      { kind: 'constructor' },
      { kind: 'never' },
      { kind: 'never', offerId: '' },
      { kind: 'preference', facet: 'category', value: 'garden', level: 3 },
      { kind: 'preference', facet: 'category', value: 'garden', level: '1' },
      { kind: 'preference', facet: 5, value: 'garden', level: 1 },
      { kind: 'never', category: 'x'.repeat(201) },
      { kind: 'quiet', until: Infinity },
      { kind: 'quiet', until: 'later' },
      { kind: 'mode', mode: 'loud' },
      { kind: 'mode', mode: ['paused'] },
      { kind: 'channel', channel: 'fax', allowed: true },
      { kind: 'channel', channel: 'sms', allowed: 'yes' },
      { kind: 'life', event: 'bereavement' },
      { kind: 'visit', as: { person: '' } },
    ];
    for (const each of wrong) expect(readStatement(each), JSON.stringify(each)).to.equal(undefined);
  });
});
