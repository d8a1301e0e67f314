import { expect } from 'chai';
import fc from 'fast-check';
import { compileCondition, type Json, type JsonObject } from 'tactful/engine';
import { conflictIn, pathsIn } from './condition-conflict.js';

const IMPOSSIBLE: readonly JsonObject[] = [
  { a: { $gt: 5, $lt: 3 } },
  { $and: [{ a: 1 }, { a: 2 }] },
  { a: { $eq: 1 }, $and: [{ a: { $ne: 1 } }] },
  { a: { $in: [] } },
  { a: { $in: [1, 2], $nin: [1, 2] } },
  { a: { $gte: 5, $lt: 5 } },
  { a: { $exists: true, $eq: null } },
  { a: { $gt: 'b', $lt: 'a' } },
  { a: 3, $or: [{ a: 4 }, { a: { $gt: 3 } }] },
  { a: { $not: { $gt: 1 }, $gte: 2 } },
];

const past = (count: JsonObject, more: JsonObject = {}): JsonObject => ({
  $history: { event: 'purchase', within: 'P7D', count, ...more },
});

/** What no path of the engine can be, with the path. */
const NEVER: readonly (readonly [path: string, asked: JsonObject])[] = [
  ['$history', past({ $gt: 5, $lt: 2 })],
  ['$history', past({ $lt: 0 })],
  ['$history', past({ $gt: 1, $lt: 2 })],
  ['$history', past({ $eq: '3' })],
  ['$history', { $and: [past({ $gt: 5 }), past({ $lt: 2 })] }],
  ['visit.count', { 'visit.count': { $lt: 0 } }],
  ['visit.count', { 'visit.count': { $gt: 3, $lt: 4 } }],
  ['visit.count', { 'visit.count': 2.5 }],
  ['cart.value', { 'cart.value': { $gt: '5' } }],
  ['cart.value', { 'cart.value': 'much' }],
  ['viewing.price', { 'viewing.price': { $in: ['10'] } }],
  ['viewing.brand', { 'viewing.brand': { $gt: 5 } }],
  ['viewing.category', { 'viewing.category': 'garden' }],
  ['cart.items', { 'cart.items': { $eq: 'hose' } }],
  ['bought.items', { 'bought.items': { $gte: 2 } }],
  ['places', { places: { $in: ['home'], $nin: ['home'] } }],
  ['moment', { moment: 'bored' }],
  ['weather.sky', { 'weather.sky': { $in: ['sunny'] } }],
  ['weather.celsius', { 'weather.celsius': { $gt: 60 } }],
  ['rhythm.askFirst', { 'rhythm.askFirst': 'perhaps' }],
];

/** What is close to that, and can be. */
const SOMETIMES: readonly JsonObject[] = [
  past({ $gt: 5, $lt: 7 }),
  past({ $lt: 1 }),
  { $and: [past({ $gt: 5 }), past({ $lt: 2 }, { within: 'P1D' })] },
  { $and: [past({ $gt: 5 }), past({ $lt: 2 }, { event: 'view_item' })] },
  { $not: past({ $lt: 0 }) },
  { $history: { event: ['view_item', 'purchase'], order: 'ordered', within: 'P7D' } },
  { 'visit.count': { $lt: 1 } },
  { 'visit.count': '3' },
  { 'visit.count': { $not: { $lt: 0 } } },
  { 'cart.value': { $lt: 0 } },
  { 'cart.value': { $gt: 1e300 } },
  { 'cart.value': '5' },
  { 'viewing.brand': 5 },
  { 'viewing.brand': null },
  { $and: [{ 'viewing.brand': 5 }, { 'viewing.brand': { $gt: '5' } }] },
  { 'viewing.category': { $in: ['garden', 'tools'], $not: { $in: ['tools'] } } },
  { 'viewing.category': { $in: ['garden'], $nin: ['tools'] } },
  { 'viewing.category': ['garden'] },
  { 'viewing.category': true },
  { 'viewing.category': { $all: ['garden', 'garden/hoses'] } },
  { 'viewing.category.0': 'garden' },
  { 'cart.items': { $not: { $in: ['hose'] } } },
  { 'cart.items': { $size: { $gt: 1 } } },
  { 'weather.celsius': { $gte: 60 } },
  { moment: { $nin: ['busy'] } },
  { 'profile.anything': { $lt: 0 } },
];

const POSSIBLE: readonly JsonObject[] = [
  {},
  { a: { $gt: 5 } },
  { a: { $lt: -5 } },
  { a: { $gt: 'z' } },
  { a: { $gt: 5, $lt: 6 } },
  { a: { $gte: 5, $lte: 5 } },
  { a: { $gt: 'a', $lt: 'a!' } },
  { a: { $in: ['x'] }, $and: [{ a: { $in: ['y'] } }] },
  { a: 1, b: 2 },
  { a: 5, $and: [{ a: { $gt: '5' } }] },
  { a: 5, $and: [{ a: { $ne: 5 } }] },
  { a: '5', $and: [{ a: { $gt: 4 } }] },
  { a: { $gt: 1e300 } },
  { a: 1, $or: [] },
  { a: 1, $or: [{ a: 2 }, { b: 1 }] },
  { a: { $ne: null, $nin: [1, 2, 3] } },
  { $not: { a: 1 }, $nor: [{ a: 2 }] },
];

const value = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.constantFrom('a', 'b', '', null, true, false));
const list = fc.array(value, { maxLength: 3 });
const operators = fc.oneof(
  value,
  list,
  fc.record({ $in: list, $nin: list }, { requiredKeys: [] }),
  fc.record(
    { $gt: value, $gte: value, $lt: value, $lte: value, $ne: value, $eq: value, $exists: fc.boolean() },
    { requiredKeys: [] },
  ),
  fc.record({ $not: fc.record({ $gt: value, $in: list }, { requiredKeys: ['$in'] }) }),
);
const simple = fc.dictionary(fc.constantFrom('a', 'b'), operators, { maxKeys: 2 });
const condition = fc.record(
  {
    a: operators,
    $and: fc.array(simple, { maxLength: 2 }),
    $or: fc.array(simple, { maxLength: 2 }),
    $nor: fc.array(simple, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const attributes = fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(value, list, fc.integer({ min: -4, max: 4 })), {
  maxKeys: 2,
});

const close = fc.constantFrom(-1.5, -1, 0, 0.5, 1, 1.5, 2);
const words = fc.constantFrom('a', 'b', '', '5', '1', '-2');
const nested = (path: string, had: Json): JsonObject =>
  path.split('.').reduceRight<Json>((inner, key) => ({ [key]: inner }), had) as JsonObject;

/** Values that paths of each kind may have. */
const REAL: readonly (readonly [path: string, values: fc.Arbitrary<Json>])[] = [
  ['visit.count', fc.integer({ min: 0, max: 5 })],
  ['cart.value', fc.oneof(fc.integer({ min: -4, max: 4 }), fc.constantFrom(0.25, 1.75))],
  ['weather.celsius', fc.oneof(fc.constant(null), fc.integer({ min: -90, max: 60 }))],
  ['viewing.brand', fc.oneof(fc.constant(null), words)],
  ['viewing.category', fc.array(words, { maxLength: 3 })],
  ['rhythm.askFirst', fc.boolean()],
];

describe('conflictIn', () => {
  it('[S43] finds the path on which a condition contradicts itself', () => {
    for (const each of IMPOSSIBLE) expect(conflictIn(each), JSON.stringify(each)).to.equal('a');
  });

  it('[S43] calls nothing impossible that somebody can meet', () => {
    for (const each of POSSIBLE) expect(conflictIn(each), JSON.stringify(each)).to.equal(undefined);
    fc.assert(
      fc.property(condition, attributes, (asked, shopper) => {
        const fits = compileCondition(asked)(shopper);
        expect(fits && conflictIn(asked) !== undefined).to.equal(false);
      }),
      { numRuns: 2000, seed: 20_250_507 },
    );
  });

  it('[S154] finds what a path of the engine never is, and a count that contradicts itself', () => {
    for (const [path, asked] of NEVER) expect(conflictIn(asked), JSON.stringify(asked)).to.equal(path);
  });

  it('[S154] makes up no conflict of a path whose kind is known', () => {
    for (const asked of SOMETIMES) expect(conflictIn(asked), JSON.stringify(asked)).to.equal(undefined);
    for (const [path, values] of REAL)
      fc.assert(
        fc.property(fc.oneof(operators, fc.record({ $gt: close, $lt: close })), values, (asked, had) => {
          const fits = compileCondition({ [path]: asked })(nested(path, had));
          expect(fits && conflictIn({ [path]: asked }) !== undefined).to.equal(false);
        }),
        { numRuns: 500, seed: 20_250_507 },
      );
  });

  it('[S43] takes for possible what it cannot try, and survives a bomb of alternatives', () => {
    expect(conflictIn({ a: { $elemMatch: { $gt: 5, $lt: 3 } } })).to.equal(undefined);
    const bomb = { $and: Array.from({ length: 40 }, (_, at) => ({ $or: [{ [`a${String(at)}`]: 1 }, { b: at }] })) };
    expect(conflictIn(bomb)).to.equal(undefined);
  });

  it('[S43] names every path that a condition reads', () => {
    const asked = { 'cart.value': 1, $or: [{ a: 1 }, { $not: { b: 2 } }], $history: { event: 'purchase' } };
    expect(pathsIn(asked)).to.deep.equal(['cart.value', 'a', 'b', '$history']);
  });
});
