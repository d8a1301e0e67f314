import { expect } from 'chai';
import fc from 'fast-check';
import { compileCondition, type JsonObject } from 'tactful/engine';
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
