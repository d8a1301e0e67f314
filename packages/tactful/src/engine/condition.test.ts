import { expect } from 'chai';
import { compileCondition, ConditionError } from './condition.js';
import type { Json, JsonObject } from './json.js';

const PAGE: JsonObject = {
  viewing: { item: 'hose-25', category: ['garden', 'garden/watering'], brand: 'Sprig', price: 2495 },
  cart: { items: [], value: 0 },
  visit: { count: 3 },
  nothing: null,
};

const holds = (condition: Json): boolean => compileCondition(condition)(PAGE);

describe('conditions', () => {
  const EXAMPLES: readonly (readonly [string, Json, boolean])[] = [
    ['a plain value is equality', { 'viewing.brand': 'Sprig' }, true],
    ['a plain list is equality, order included', { 'viewing.category': ['garden/watering', 'garden'] }, false],
    ['a plain object is equality', { visit: { count: 3 } }, true],
    ['$eq', { 'visit.count': { $eq: 3 } }, true],
    ['$eq does not coerce', { 'visit.count': { $eq: '3' } }, false],
    ['$ne', { 'viewing.brand': { $ne: 'Boor' } }, true],
    ['$ne of what is missing', { 'viewing.colour': { $ne: 'red' } }, true],
    ['$in with a value', { 'viewing.brand': { $in: ['Boor', 'Sprig'] } }, true],
    ['$in with a list: any in common', { 'viewing.category': { $in: ['garden', 'paint'] } }, true],
    ['$in an empty list', { 'viewing.category': { $in: [] } }, false],
    ['$nin with a list: none in common', { 'viewing.category': { $nin: ['garden'] } }, false],
    ['$nin of what is missing', { 'viewing.colour': { $nin: ['red'] } }, true],
    ['$gt', { 'viewing.price': { $gt: 2495 } }, false],
    ['$gte', { 'viewing.price': { $gte: 2495 } }, true],
    ['$lt', { 'viewing.price': { $lt: 2496 } }, true],
    ['$lte', { 'viewing.price': { $lte: 2494 } }, false],
    ['a range', { 'viewing.price': { $gt: 2000, $lt: 3000 } }, true],
    ['order between texts', { 'viewing.brand': { $gt: 'Boor' } }, true],
    ['no order between a number and a text', { 'viewing.price': { $gt: '1' } }, false],
    ['no order with what is missing', { 'viewing.colour': { $lt: 5 } }, false],
    ['$exists', { 'viewing.item': { $exists: true } }, true],
    ['$exists: null is missing', { nothing: { $exists: true } }, false],
    ['$exists false', { 'viewing.colour': { $exists: false } }, true],
    ['$not over operators', { 'visit.count': { $not: { $gt: 5 } } }, true],
    ['$not over a condition', { $not: { 'viewing.brand': 'Sprig' } }, false],
    ['$and', { $and: [{ 'visit.count': 3 }, { 'viewing.brand': 'Boor' }] }, false],
    ['an empty $and', { $and: [] }, true],
    ['$or', { $or: [{ 'visit.count': 9 }, { 'viewing.brand': 'Sprig' }] }, true],
    ['an empty $or is true, as in GrowthBook', { $or: [] }, true],
    ['$nor', { $nor: [{ 'visit.count': 9 }, { 'viewing.brand': 'Sprig' }] }, false],
    ['several entries are all needed', { 'visit.count': 3, 'viewing.brand': 'Boor' }, false],
    ['the empty condition', {}, true],
    ['a missing path is null', { 'viewing.colour.deep': null }, true],
    ['a prototype key is a missing path', { 'viewing.constructor': { $exists: true } }, false],
  ];

  for (const [title, condition, expected] of EXAMPLES) {
    it(`[L6] ${title}`, () => expect(holds(condition)).to.equal(expected));
  }

  it('[L6] an object with a prototype key equals only its like', () => {
    const odd: unknown = JSON.parse('{"x": {"__proto__": {}}}');
    expect(compileCondition(odd as JsonObject)({ x: { y: 1 } })).to.equal(false);
    expect(compileCondition({ x: { toString: 1 } })({ x: { y: 1 } })).to.equal(false);
  });

  it('[L6] what the language does not have is an error when it is compiled, never later', () => {
    const wrong: readonly Json[] = [
      { a: { $regex: '(a+)+$' } },
      { a: { $history: {} } },
      { $where: 'true' },
      { a: { $constructor: 1 } },
      { a: { $gt: 1, b: 2 } },
      { $or: {} },
      { a: { $in: 'x' } },
      { a: { $nin: 5 } },
      { $not: 5 },
      5,
      null,
      [],
      'a',
    ];
    for (const condition of wrong)
      expect(() => compileCondition(condition), JSON.stringify(condition)).to.throw(ConditionError);
    expect(() => compileCondition({ a: { $regex: 'x' } })).to.throw('unknown operator: $regex');
  });
});
