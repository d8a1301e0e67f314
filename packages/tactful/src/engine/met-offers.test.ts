import { expect } from 'chai';
import fc from 'fast-check';
import { FOND, HOSE, inputOf, logOf, offer, shopOf, type Told } from '../../test/garden-shop.js';
import type { Catalog, Offer } from './catalog.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import { excludeOffer } from './exclusion.js';
import { gatesIn } from './gates.js';
import type { JsonObject } from './json.js';
import { metReader } from './met-offers.js';
import { permissionIn } from './permission.js';
import { readersFor, type Readers } from './scoring.js';
import { situationOf } from './situation.js';

const SPECIAL: readonly Partial<Offer>[] = [
  {},
  { group: 'limited' },
  { group: 'rests' },
  { group: 'free', suppress: { after: { outcome: 'accepted' }, for: 'P30D', scope: 'group' } },
  { suppress: { after: { outcome: 'shown', count: 2, within: 'P7D' }, for: 'P30D' } },
  { frequency: { custom: [{ cap: 2, period: 'P7D' }] } },
  { frequency: { lifetime: 0 } },
  { product: 'hose-25' },
  { product: 'pot' },
  { features: { colour: 'green' } },
  { features: { colour: 'blue' } },
  { group: 'free' },
];
const OFFERS: readonly Offer[] = (['suggest', 'inform', 'complement'] as const).flatMap((offerClass) =>
  [0, 1].flatMap((n) =>
    SPECIAL.map((more, kind) =>
      offer({
        id: `${offerClass}-${String(kind)}${String(n)}`,
        class: offerClass,
        category: ['garden', 'watering'],
        when: { 'cart.value': 0 },
        price: 900,
        ...more,
      }),
    ),
  ),
);
const SHOP: Catalog = {
  ...shopOf(...OFFERS),
  groups: [
    { id: 'limited', frequency: { custom: [{ cap: 1, period: 'P7D' }] } },
    { id: 'rests', suppress: { after: { outcome: 'dismissed' }, for: 'P30D' } },
    { id: 'free' },
  ],
};

const ANSWERS: readonly Told['name'][] = ['offer_shown', 'offer_accepted', 'offer_dismissed', 'never_stated'];
const answer = fc.record({
  name: fc.constantFrom(...ANSWERS),
  at: fc.integer({ min: -20, max: -1 }).map((days) => days * DAY_MS),
  params: fc
    .constantFrom(...OFFERS)
    .map(({ id }): JsonObject => ({ offer_id: id, decision_id: 'd', placement: 'home', class: 'suggest' })),
});
const seenOften = fc
  .constantFrom(...OFFERS)
  .map(({ id }) =>
    Array.from({ length: 6 }, (): Told => ({ name: 'offer_seen', at: -HOUR_MS, params: { offer_id: id } })),
  );
const said = fc.constantFrom<Told>(
  { name: 'purchase', at: -DAY_MS, params: { transaction_id: 't', items: [HOSE] } },
  { name: 'purchase', at: -DAY_MS, params: { transaction_id: 'u', items: [{ ...HOSE, item_id: 'pot' }] } },
  { name: 'preference_stated', at: -DAY_MS, params: { facet: 'attribute:colour', value: 'green', level: -2 } },
  { name: 'preference_stated', at: -DAY_MS, params: { facet: 'attribute:colour', value: 'blue', level: -1 } },
  { name: 'mode_set', at: -HOUR_MS, params: { mode: 'show_me' } },
);
const told = fc
  .tuple(fc.array(answer, { maxLength: 6 }), fc.array(said, { maxLength: 3 }), fc.array(seenOften, { maxLength: 1 }))
  .map(([answers, more, worn]): readonly Told[] => [...FOND, ...answers, ...more, ...worn.flat()]);

function readersOf(rows: readonly Told[]): Readers {
  const situation = situationOf(inputOf(logOf(rows), { catalog: SHOP }));
  return readersFor(situation, permissionIn(situation));
}

describe('offers that were met', () => {
  it('[D259] what is asked of those that nobody met comes to what all rules say, whatever was shown, answered or bought', () => {
    const seen = new Map<boolean, Set<string | undefined>>([
      [true, new Set()],
      [false, new Set()],
    ]);
    fc.assert(
      fc.property(told, (rows) => {
        const readers = readersOf(rows);
        const gates = gatesIn(readers);
        const isMet = metReader(readers);
        readers.situation.catalog.lots.offers.forEach((compiled, place) => {
          const excluded = gates.offer(place);
          seen.get(isMet(place))?.add(excluded?.verdict);
          expect(excluded, compiled.id).to.deep.equal(excludeOffer(compiled, readers));
        });
      }),
      { numRuns: 200, seed: 11 },
    );
    expect([...(seen.get(true) ?? [])]).to.include.members([undefined, 'NEVER_LIST', 'COOLDOWN', 'CAPPED', 'OWNED']);
    expect([...(seen.get(false) ?? [])]).to.have.members([
      undefined,
      'CAPPED',
      'NEVER_LIST',
      'NOT_RELEVANT',
      'COOLDOWN',
      'WORN_OUT',
    ]);
  });

  it('[D259] met is what was shown, answered, spoken of or bought, and all of a group of the catalogue that what was met has closed', () => {
    const metAfter = (...rows: readonly Told[]): readonly string[] => {
      const readers = readersOf(rows);
      const isMet = metReader(readers);
      const { offers } = readers.situation.catalog.lots;
      return offers.flatMap(({ id }, place) => (isMet(place) ? [id] : [])).sort();
    };
    const about = (id: string): JsonObject => ({ offer_id: id, decision_id: 'd', placement: 'home' });
    expect(metAfter(...FOND)).to.deep.equal([]);
    for (const name of ANSWERS)
      expect(metAfter({ name, at: -DAY_MS, params: about('suggest-00') }), name).to.deep.equal(['suggest-00']);
    expect(metAfter({ name: 'offer_shown', at: -DAY_MS, params: about('suggest-10') })).to.deep.equal(
      OFFERS.filter(({ group }) => group === 'limited')
        .map(({ id }) => id)
        .sort(),
    );
    const shownFree: Told = { name: 'offer_shown', at: -DAY_MS, params: about('suggest-30') };
    expect(metAfter(shownFree), 'a group with room left').to.deep.equal(['suggest-30']);
    expect(metAfter({ name: 'offer_dismissed', at: -DAY_MS, params: about('suggest-20') })).to.deep.equal(
      OFFERS.filter(({ group }) => group === 'rests')
        .map(({ id }) => id)
        .sort(),
    );
    expect(metAfter({ name: 'purchase', at: -DAY_MS, params: { items: [HOSE] } })).to.deep.equal(
      OFFERS.filter(({ product }) => product === 'hose-25')
        .map(({ id }) => id)
        .sort(),
    );
  });
});
