import { expect } from 'chai';
import { conditionAttributes, DEFAULT_MODEL, foldLog, type Json, type JsonObject } from 'tactful/engine';
import { NOON, row, smallCatalog } from '../test/small-shop.js';
import { ATTRIBUTE_KINDS, meantPath } from './condition-attributes.js';

const items = [{ item_id: 'garden-a', item_brand: 'Sprig', item_category: 'garden', price: 30, quantity: 2 }];

/** All that conditions can read of somebody of whom everything is known. */
function fullAttributes(): JsonObject {
  const log = ['purchase', 'add_to_cart', 'view_item'].map((name, count) =>
    row(name, { at: NOON + count, count, params: { currency: 'EUR', items, transaction_id: 'one' } }),
  );
  const folded = foldLog(log, { catalog: smallCatalog(), model: DEFAULT_MODEL, wearHalfLifeDays: 7 });
  return conditionAttributes(folded, {
    moment: { value: 'idle', at: NOON },
    weather: { value: { sky: 'rain', celsius: 7 }, at: NOON, offset: 0 },
    places: ['station'],
    placesAt: NOON,
  });
}

const leavesIn = (value: Json, path: string): readonly (readonly [path: string, value: Json])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, each]) => leavesIn(each, path === '' ? key : `${path}.${key}`))
    : [[path, value]];

const isList = (what: string | undefined): boolean => what?.startsWith('a list') === true;

describe('what a condition can read', () => {
  it('[S155] every path of the engine is known, and is what it is said to be', () => {
    const leaves = leavesIn(fullAttributes(), '');
    // a rhythm is read only where a catalogue asks for it
    const known = [...ATTRIBUTE_KINDS.keys()].filter((path) => !path.startsWith('rhythm.'));
    expect(leaves.map(([path]) => path).sort()).to.deep.equal(known.sort());
    for (const [path, value] of leaves) {
      const kind = ATTRIBUTE_KINDS.get(path);
      expect(Array.isArray(value), path).to.equal(isList(kind?.what));
      expect(kind?.valuesFor([value]), path).to.deep.include(value);
    }
  });

  it('[S155] a misspelt path is near a known one, and a path of its own is left alone', () => {
    expect(
      ['wether.celsius', 'weather.celcius', 'cart.vlaue', 'visits.count', 'moments', 'viewing.categroy'].map(meantPath),
    ).to.deep.equal(['weather.celsius', 'weather.celsius', 'cart.value', 'visit.count', 'moment', 'viewing.category']);
    const own = ['viewing', 'viewing.category.0', 'cart.value', 'profile.rhythm', 'comment', 'a', '', '$history'];
    for (const path of own) expect(meantPath(path), path).to.equal(undefined);
  });
});
