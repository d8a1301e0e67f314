import { expect } from 'chai';
import { FOND, HOSE, inputOf, logOf, offer, shopOf, type Setting, type Told } from '../../test/garden-shop.js';
import type { Catalog, Offer } from './catalog.js';
import { DAY_MS } from './clock.js';
import { decide } from './decide.js';
import type { DecisionTrace } from './decision.js';
import { judge } from './judge.js';
import { permissionIn } from './permission.js';
import { readersFor } from './scoring.js';
import { situationOf } from './situation.js';

const garden = (id: string, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'suggest', category: ['garden', 'watering'], price: 9000, ...more });
const dismissed: Told = { name: 'offer_dismissed', at: -DAY_MS, params: { offer_id: 'special' } };
const bought: Told = { name: 'purchase', at: -300 * DAY_MS, params: { transaction_id: 't', items: [HOSE] } };

/** What becomes of offers that are alike but for what only the special one has, in this order. */
function countsOf(offers: readonly Offer[], told: readonly Told[], more: Partial<Catalog> = {}): unknown {
  const situation = situationOf(inputOf(logOf([...told, ...FOND]), { catalog: { ...shopOf(...offers), ...more } }));
  return judge(readersFor(situation, permissionIn(situation))).counts;
}
/** What only some offers have, with what it comes to here. */
const SPECIAL: readonly (readonly [
  verdict: string,
  more: Partial<Offer>,
  told?: readonly Told[],
  shop?: Partial<Catalog>,
])[] = [
  ['NO_PURPOSE', { needs: ['x'] }],
  ['WRONG_PLACEMENT', { placements: ['cart'] }],
  ['WRONG_CHANNEL', { channels: ['email'] }],
  ['NOT_YET', { validFrom: '2025-06-01' }],
  ['EXPIRED', { validThrough: '2025-04-01' }],
  ['CONDITION', { when: { 'cart.value': 1 } }],
  ['OWNED', { product: 'hose-25' }, [bought]],
  [
    'COOLDOWN',
    { suppress: { after: { outcome: 'accepted' }, for: 'P9D' } },
    [{ ...dismissed, name: 'offer_accepted' }],
  ],
  [
    'COOLDOWN',
    { group: 'g' },
    [{ ...dismissed, name: 'offer_accepted' }],
    { groups: [{ id: 'g', suppress: { after: { outcome: 'accepted' }, for: 'P9D' } }] },
  ],
];

describe('kinds of offers', () => {
  it('[D247] each rule is asked of every offer that it may close, whichever offers of its class come before', () => {
    for (const [verdict, more, told = [], shop] of SPECIAL)
      for (const offers of [
        [garden('plain'), garden('special', more)],
        [garden('special', more), garden('plain')],
      ])
        expect(countsOf(offers, told, shop), JSON.stringify(more)).to.deep.equal({ OUTSCORED: 1, [verdict]: 1 });
  });

  it('[D247] what is sensitive is asked for its purpose beside what is not', () => {
    const health = garden('special', { category: ['health', 'medicine'], class: 'help' });
    for (const offers of [
      [garden('plain', { class: 'help' }), health],
      [health, garden('plain', { class: 'help' })],
    ])
      expect(countsOf(offers, [])).to.deep.equal({ OUTSCORED: 1, NO_PURPOSE: 1 });
  });

  it('[D247] a departure from a habit is asked about where the condition reads it, and only there', () => {
    const norms = { country: 'NL', recipient: 'consumer' } as const;
    const on = (id: string, when: Offer['when'] & {}): Offer => garden(id, { class: 'inform', when });
    const [plain, special] = [on('plain', { 'cart.value': 0 }), on('special', { 'rhythm.break': null })];
    for (const offers of [
      [plain, special],
      [special, plain],
    ])
      expect(countsOf(offers, [], { norms })).to.deep.equal({ OUTSCORED: 1, LAW: 1 });
  });

  it('[D247] people are asked for by the hours in which they are there, what comes again by its rhythm', () => {
    const person = { id: 'p', name: 'Ann', hours: [{ days: ['th' as const], from: '09:00', to: '17:00' }] };
    expect(countsOf([garden('special', { class: 'human' })], [], { people: [person] })).to.deep.equal({ NOT_YET: 1 });
    const now = garden('now', { class: 'replenish', when: { 'cart.value': 0 } });
    const due = garden('special', { class: 'replenish' });
    for (const offers of [
      [now, due],
      [due, now],
    ])
      expect(countsOf(offers, [])).to.deep.equal({ OUTSCORED: 1, NOT_RELEVANT: 1 });
  });

  it('[D247] what names no channel goes out through none', () => {
    const allowed: Told = { name: 'permission_set', at: -DAY_MS, params: { channel: 'email', allowed: true } };
    const catalog = shopOf(garden('plain'), garden('special', { channels: ['email'] }));
    const input = inputOf(logOf([...FOND, allowed]), { catalog });
    expect(decide({ ...input, channel: 'email' }).counts['WRONG_CHANNEL']).to.equal(1);
  });

  it('[D247] what was said of one offer closes that one', () => {
    const offers = [garden('plain'), garden('special', { class: 'inform', when: { 'cart.value': 0 } })];
    const setting: Setting = { catalog: shopOf(...offers) };
    const after = (...told: readonly Told[]): DecisionTrace => decide(inputOf(logOf([...told, ...FOND]), setting));
    expect(after().counts).to.deep.equal({ CHOSEN: 1, OUTSCORED: 1 });
    expect(after({ name: 'never_stated', at: -DAY_MS, params: { offer_id: 'special' } }).counts).to.deep.equal({
      CHOSEN: 1,
      NEVER_LIST: 1,
    });
    expect(after(dismissed).counts).to.deep.equal({ COOLDOWN: 2 });
  });

  it('[D250] what differs in words alone is told apart, also past the kinds that are counted in words', () => {
    const places = ['cart', 'home', 'list'];
    const on = (n: number): Partial<Offer> => ({
      placements: [places[n % 3] ?? 'home'],
      when: { 'cart.value': n % 2 === 0 ? 0 : n },
      ...(n % 5 === 0 ? { needs: ['x'] } : {}),
    });
    for (const many of [3, 30, 600]) {
      const offers = Array.from({ length: many }, (_, n) => garden(`o${String(n).padStart(4, '0')}`, on(n)));
      const input = inputOf(logOf([...FOND]), { catalog: shopOf(...offers) });
      const { catalog, placement } = input;
      const numbers = Array.from({ length: many }, (_, n) => n);
      const expected = {
        NO_PURPOSE: numbers.filter((n) => n % 5 === 0).length,
        WRONG_PLACEMENT: numbers.filter((n) => n % 5 !== 0 && places[n % 3] !== placement).length,
        CONDITION: numbers.filter((n) => n % 5 !== 0 && places[n % 3] === placement && n % 2 !== 0).length,
      };
      const counts: Readonly<Record<string, number>> = decide(input).counts;
      for (const [verdict, count] of Object.entries(expected)) expect(counts[verdict] ?? 0, verdict).to.equal(count);
      expect(new Set(catalog.offers.map(({ kind }) => kind)).size > 256, String(many)).to.equal(many > 256);
    }
  });
});
