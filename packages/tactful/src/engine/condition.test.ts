import { expect } from 'chai';
import { compileCondition, conditionCount, ConditionError } from './condition.js';
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

  const FITS: readonly (readonly [rule: string, title: string, condition: Json, value: Json, expected: boolean])[] = [
    ['[L20]', 'a text fits a number of the same digits', '3', 3, true],
    ['[L20]', 'a number fits a text of the same value', 3, ' 3.0 ', true],
    ['[L20]', 'a number fits yes as one', 1, true, true],
    ['[L20]', 'a number does not fit another text', 0, 'none', false],
    ['[L20]', 'yes fits whatever counts as yes', true, 'no', true],
    ['[L20]', 'no fits zero', false, 0, true],
    ['[L20]', 'no does not fit what is missing', false, null, false],
    ['[L20]', 'what is missing is not zero, unlike in GrowthBook', 0, null, false],
    ['[L20]', 'what is missing is not a word, unlike in GrowthBook', 'null', null, false],
    ['[L20]', 'a list of one is not the one, unlike in GrowthBook', 'a', ['a'], false],
    ['[L20]', 'an object is no text, whatever its keys', '[object Object]', { toString: 1, valueOf: 1 }, false],
    ['[L20]', 'the order of keys does not matter, unlike in GrowthBook', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
    ['[L20]', '$eq of lists is by content, unlike in GrowthBook', { $eq: [1, [2]] }, [1, [2]], true],
    ['[L20]', '$ne of lists is by content, unlike in GrowthBook', { $ne: { a: [1] } }, { a: [1] }, false],
    ['[L20]', '$exists takes whatever counts as yes', { $exists: 1 }, 0, true],
    ['[L20]', '$exists takes whatever counts as no', { $exists: 0 }, 0, false],
    ['[L20]', '$not of a plain value', { $not: 'a' }, 'b', true],
    ...['null', 'array', 'object', 'string', 'number', 'boolean'].flatMap((type) =>
      [null, [], {}, '', 0, false].map(
        (value, at) =>
          [
            'L20',
            `$type ${type} of ${JSON.stringify(value)}`,
            { $type: type },
            value,
            ['null', 'array', 'object', 'string', 'number', 'boolean'][at] === type,
          ] as const,
      ),
    ),
    ['[L21]', '$veq with and without v and build', { $veq: 'v1.2.3' }, '1.2.3+5', true],
    ['[L21]', '$vne', { $vne: '1.2.3' }, '1.2.4', true],
    ['[L21]', '$vgt by number, not by letter', { $vgt: '1.9.0' }, '1.10.0', true],
    ['[L21]', '$vgt of a release over what leads to it', { $vgt: '1.0.0-rc.1' }, '1.0.0', true],
    ['[L21]', '$vgte', { $vgte: '2.0.0' }, '2.0.0', true],
    ['[L21]', '$vlt of what is missing: version 0', { $vlt: '1' }, null, true],
    ['[L21]', 'what is no version is version 0', { $veq: '0' }, null, true],
    ['[L21]', '$vlte of a number', { $vlte: '2' }, 3, false],
    ['[L21]', '$vgt of an equal one', { $vgt: '2.0.0' }, '2.0.0', false],
    ['[L21]', '$vlt of an equal one', { $vlt: '2.0.0' }, '2.0.0', false],
    ['[L21]', 'a version ends at its first plus, line breaks or not', { $veq: '1' }, '1+a\nb', true],
    ['[L21]', 'an order between texts is by letter', { $lt: '9' }, '10', true],
    ['L22', '$in what is missing', { $in: [null] }, null, true],
    ['L22', '$in knows no coercion', { $in: ['3'] }, 3, false],
    ['L22', '$in finds no lists in lists, as in GrowthBook', { $in: [['a']] }, [['a']], false],
    ['L22', '$ini', { $ini: ['SPRIG'] }, 'Sprig', true],
    ['L22', '$ini of a list', { $ini: ['A', 3] }, ['b', 'a'], true],
    ['L22', '$ini of numbers', { $ini: [3] }, 3, true],
    ['L22', '$nini', { $nini: ['SPRIG'] }, 'Sprig', false],
    ['L22', '$nini of a list', { $nini: ['A'] }, ['b'], true],
    ['L22', '$all', { $all: ['a', 'b'] }, ['b', 'c', 'a'], true],
    ['L22', '$all, one missing', { $all: ['a', 'd'] }, ['b', 'c', 'a'], false],
    ['L22', '$all with operators', { $all: [{ $gt: 4 }, { $lt: 2 }] }, [1, 5], true],
    ['L22', '$all with distinct case', { $all: ['A'] }, ['a'], false],
    ['L22', '$alli', { $alli: ['A', 3] }, ['a', 3], true],
    ['L22', '$all of nothing', { $all: [] }, [], true],
    ['L22', '$all of what is no list', { $all: [] }, 'a', false],
    ['L22', '$size', { $size: 2 }, [1, 1], true],
    ['L22', '$size with operators', { $size: { $gt: 2 } }, [1, 1], false],
    ['L22', '$size of a text', { $size: 1 }, 'a', false],
    ['L22', '$elemMatch with operators: one element fits all', { $elemMatch: { $gt: 1, $lt: 5 } }, [0, 6], false],
    ['L22', '$elemMatch with operators, fitting', { $elemMatch: { $gt: 1, $lt: 5 } }, [0, 3], true],
    ['L22', '$elemMatch with a condition', { $elemMatch: { a: 1, 'b.c': 2 } }, [{ a: 1 }, { a: 1, b: { c: 2 } }], true],
    ['L22', '$elemMatch: not spread over two elements', { $elemMatch: { a: 1, b: 2 } }, [{ a: 1 }, { b: 2 }], false],
    [
      'L22',
      '$elemMatch with groups beside a path',
      { $elemMatch: { $or: [{ b: 2 }, { b: 3 }], a: 1 } },
      [{ a: 1, b: 3 }],
      true,
    ],
    ['L22', '$elemMatch of an element that is no object', { $elemMatch: { a: null } }, [5], true],
    ['L22', '$elemMatch skips what is null', { $elemMatch: {} }, [null], false],
    ['L22', '$elemMatch skips nothing else', { $elemMatch: { $eq: 0 } }, [0], true],
    ['L22', '$elemMatch of what is no list', { $elemMatch: {} }, { 0: 1 }, false],
  ];

  for (const [rule, title, condition, value, expected] of FITS) {
    it(`${rule} ${title}`, () => expect(compileCondition({ x: condition })({ x: value })).to.equal(expected));
  }

  it('[L22] a path goes through lists by place, and to their length', () => {
    const page = { items: [{ id: 'a' }, { id: 'b' }] };
    expect(compileCondition({ 'items.1.id': 'b', 'items.length': 2 })(page)).to.equal(true);
    expect(compileCondition({ 'items.2.id': null, 'items.map': null })(page)).to.equal(true);
  });

  it('[L22] an empty $nor is false, as in GrowthBook', () => {
    expect(holds({ $nor: [] })).to.equal(false);
    expect(holds({ $nor: [{ 'visit.count': 9 }] })).to.equal(true);
  });

  const nested = (levels: number): Json => (levels === 1 ? { x: 1 } : { $not: nested(levels - 1) });
  const many = (count: number): Json => ({ $or: Array.from({ length: count }, (_, x) => ({ x })) });

  it('[L23] 16 levels are the most', () => {
    expect(compileCondition(nested(16))({})).to.equal(true);
    expect(() => compileCondition(nested(17))).to.throw(ConditionError, 'deeper than 16');
    expect(() => compileCondition(nested(5000))).to.throw(ConditionError, 'deeper than 16');
    const round: Record<string, Json> = {};
    round['$not'] = round;
    expect(() => compileCondition(round)).to.throw(ConditionError);
    expect(() => conditionCount(nested(17))).to.throw(ConditionError);
  });

  it('[L23] a plain value may be as deep, and meets what is deeper', () => {
    const list = (levels: number): Json => (levels === 0 ? 1 : [list(levels - 1)]);
    expect(compileCondition({ x: list(15) })({ x: list(15) })).to.equal(true);
    expect(compileCondition({ x: list(15) })({ x: list(5000) })).to.equal(false);
    expect(compileCondition({ x: { $in: [1] } })({ x: list(5000) })).to.equal(false);
    expect(() => compileCondition({ x: list(16) })).to.throw(ConditionError);
  });

  it('[L23] 64 conditions are the most', () => {
    expect(compileCondition(many(64))({ x: 63 })).to.equal(true);
    expect(() => compileCondition(many(65))).to.throw(ConditionError, 'more than 64');
    expect(conditionCount(many(65))).to.equal(65);
  });

  const COUNTS: readonly (readonly [Json, number])[] = [
    [{}, 1],
    [{ a: 1 }, 1],
    [{ a: { $gt: 1, $lt: 5 }, b: null }, 3],
    [{ $and: [{}, {}, { a: 1 }], $or: [], $not: { a: 1, b: { $not: { $not: 2 } } } }, 6],
    [{ a: { $all: ['a', { $gt: 1 }], $size: 3, $elemMatch: { b: 1, c: [1, 2] } } }, 5],
    [{ a: { $all: [], $elemMatch: {} } }, 2],
    [{ a: { $in: ['a', 'b', 'c'] } }, 1],
    [{ $history: { event: 'view_item', within: 'P1D' } }, 2],
    [{ $history: { event: 'view_item', within: 'P1D', where: { a: 1, b: 2 }, count: { $gt: 1, $lt: 4 } } }, 5],
  ];
  for (const [condition, count] of COUNTS)
    it(`[L23] ${JSON.stringify(condition)} counts ${String(count)}`, () => {
      expect(conditionCount(condition)).to.equal(count);
    });

  it('[L23] what cannot be, or could never hold, is an error when it is compiled', () => {
    const wrong: readonly Json[] = [
      { a: { $regex: 'a' } },
      { a: { $regexi: 'a' } },
      { a: { $inGroup: 'a' } },
      { a: { $notInGroup: 'a' } },
      { $savedGroup: { id: 'a' } },
      { a: { $in: { $eq: 1 } } },
      { a: { $ini: 'x' } },
      { a: { $nini: null } },
      { a: { $all: 'x' } },
      { a: { $alli: {} } },
      { a: { $elemMatch: 'x' } },
      { a: { $elemMatch: [] } },
      { a: { $elemMatch: { $or: [{ b: 1 }] } } },
      { a: { $elemMatch: { b: 1, $history: { event: 'view_item', within: 'P1D' } } } },
      { a: { $type: 'undefined' } },
      { a: { $type: ['null'] } },
      { a: { b: { $gt: 1 } } },
      { a: [{ $gt: 1 }] },
      { a: { $size: { $foo: 1 } } },
      { a: { $all: [{ $foo: 1 }] } },
      { a: { $not: { $foo: 1 } } },
      { a: { $v: 1 } },
      { a: { $vtoString: '1' } },
      { a: { $toString: '1' } },
      { a: { $: 1 } },
      { $and: [1] },
      { $nor: 'a' },
    ];
    for (const condition of wrong) {
      expect(() => compileCondition(condition), JSON.stringify(condition)).to.throw(ConditionError);
      expect(() => conditionCount(condition), JSON.stringify(condition)).to.throw(ConditionError);
    }
  });
});
