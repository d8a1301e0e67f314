import { expect } from 'chai';
import fc from 'fast-check';
import { clicked, FOND, HOSE, inputOf, logOf, offer, shopOf, type Told } from '../../test/garden-shop.js';
import { isPromotional, type Offer, type OfferClass } from './catalog.js';
import { DAY_MS } from './clock.js';
import { readAffinities } from './affinity.js';
import { excludeLot } from './exclusion.js';
import { gatesIn } from './gates.js';
import type { JsonObject } from './json.js';
import { permissionIn } from './permission.js';
import { readersFor, type Readers } from './scoring.js';
import { situationOf } from './situation.js';
import { worth } from './worth.js';

const CLASSES: readonly OfferClass[] = [
  'suggest',
  'coupon',
  'complement',
  'replenish',
  'inform',
  'inspire',
  'gift',
  'help',
];
const PATHS = [['garden', 'watering'], ['garden', 'pots'], ['tools'], []];
const BRANDS = ['Sprig', 'Rast', undefined];
const OFFERS: readonly Offer[] = CLASSES.flatMap((offerClass) =>
  PATHS.flatMap((category, path) =>
    BRANDS.flatMap((brand, n) =>
      [undefined, { 'cart.value': 0 }].map((when, tested) =>
        offer({
          id: `${offerClass}-${String(path)}${String(n)}${String(tested)}`,
          class: offerClass,
          category,
          price: 900 + 700 * n,
          discount: isPromotional(offerClass) ? 100 * path : 0,
          ...(brand === undefined ? {} : { brand }),
          ...(when ? { when } : {}),
          ...(offerClass === 'coupon' || offerClass === 'gift' ? { openTo: 'everyone' } : {}),
        }),
      ),
    ),
  ),
);
const SHOP = shopOf(...OFFERS);

const say = (name: Told['name'], params: JsonObject): Told => ({ name, at: -DAY_MS / 2, params });
const SAID: readonly Told[] = [
  say('never_stated', { category: 'garden' }),
  say('never_stated', { class: 'inform' }),
  say('preference_stated', { facet: 'category', value: 'garden/pots', level: 1 }),
  say('preference_stated', { facet: 'category', value: 'tools', level: -1 }),
  say('preference_stated', { facet: 'brand', value: 'Rast', level: -2 }),
  say('preference_stated', { facet: 'brand', value: 'Sprig', level: 2 }),
  say('mode_set', { mode: 'show_me' }),
  say('mode_set', { mode: 'quiet' }),
  say('offer_dismissed', { offer_id: 'suggest-000' }),
  say('purchase', { transaction_id: 't', items: [HOSE] }),
  ...FOND,
  ...clicked({ ...HOSE, item_id: 'pot', item_brand: 'Rast', item_category2: 'pots' }, -DAY_MS),
];
const told = fc
  .uniqueArray(fc.nat(SAID.length - 1), { maxLength: 8 })
  .map((picked) => [...picked].sort((a, b) => a - b).flatMap((n) => SAID[n] ?? []));

function readersOf(rows: readonly Told[]): Readers {
  const situation = situationOf(inputOf(logOf(rows), { catalog: SHOP }));
  return readersFor(situation, permissionIn(situation));
}

describe('groups that were not heard of', () => {
  it('[D248] the rules of a lot say what they say when each is asked', () => {
    const met = new Set<boolean>();
    fc.assert(
      fc.property(told, (rows) => {
        const readers = readersOf(rows);
        const gates = gatesIn(readers);
        const { offers, first } = readers.situation.catalog.lots;
        offers.forEach((compiled, place) => {
          const lot = first.indexOf(place);
          if (lot < 0) return;
          met.add(readers.isHeardOf(compiled.group));
          expect(gates.lot(lot), compiled.id).to.deep.equal(excludeLot(compiled, readers));
        });
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(met.size).to.equal(2);
  });

  it('[D248] a group counts as heard of where its taste could open or close it', () => {
    fc.assert(
      fc.property(told, (rows) => {
        const { situation, isHeardOf, tasteOf } = readersOf(rows);
        const { minEvidence } = situation.policy.relevance;
        situation.catalog.groups.forEach((_, group) => {
          const { stated, evidence } = tasteOf(group);
          if (stated !== 0 || evidence >= minEvidence) expect(isHeardOf(group)).to.equal(true);
        });
      }),
      { numRuns: 60, seed: 8 },
    );
  });

  it('[D248] what is read once for all values that nobody spoke of is what each of them reads', () => {
    fc.assert(
      fc.property(told, (rows) => {
        const { catalog, folded, model, at } = readersOf(rows).situation;
        const affinities = readAffinities({ folded, catalog, model, at });
        const leanings = affinities.leanings(catalog.groupIndex.values);
        catalog.groupIndex.values.forEach(({ facet, value }, index) => {
          const { feature, stated, evidence } = readAffinities({ folded, catalog, model, at }).of(facet, value);
          const read = { feature: leanings.feature[index], stated: leanings.stated[index] };
          expect({ ...read, evidence: leanings.evidence[index] }, value).to.deep.equal({ feature, stated, evidence });
        });
      }),
      { numRuns: 20, seed: 9 },
    );
  });
});

describe('the worth of an offer', () => {
  it('[D249] is the same to the last bit whether or not its score is written down', () => {
    fc.assert(
      fc.property(told, (rows) => {
        const readers = readersOf(rows);
        readers.situation.catalog.lots.offers.forEach((compiled, place) => {
          const { score, utility } = readers.scoreOf(compiled, []);
          expect(readers.worthOf(place), compiled.id).to.deep.equal(worth(compiled, score, utility));
        });
      }),
      { numRuns: 40, seed: 10 },
    );
  });
});
