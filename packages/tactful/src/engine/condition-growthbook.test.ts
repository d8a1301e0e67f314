import { evalCondition } from '@growthbook/growthbook';
import { expect } from 'chai';
import fc from 'fast-check';
import { expectFault, hold, type Law } from '../../test/laws/law.js';
import { compileCondition, conditionCount } from './condition.js';
import { canonicalJson } from './hash.js';
import type { Json, JsonObject } from './json.js';

type Compile = typeof compileCondition;

const growthBook = (condition: Json, attributes: JsonObject): boolean => evalCondition(attributes, condition as never);

const WORDS: readonly string[] = ['a', 'A', 'b', '1', '3', 'true', 'null', ''];
const NUMBERS: readonly number[] = [0, 1, -1, 3, 2.5, 100_000];
const VERSIONS: readonly Json[] = [
  '1.2.3',
  'v1.2.3',
  '1.10.0',
  '1.2.3-rc.1',
  '1.2',
  '2',
  '0',
  '1.2.3+5',
  1,
  10,
  true,
  null,
];

const word = fc.constantFrom(...WORDS);
const number = fc.constantFrom(...NUMBERS);
const scalar: fc.Arbitrary<Json> = fc.oneof(word, number, fc.boolean());
/** So few that two of them often are equal, or differ by a capital only. */
const near: fc.Arbitrary<Json> = fc.constantFrom<Json>('a', 'A', 'b', 1, 3, '3');
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 3, arbitrary: near },
    fc.oneof(scalar, fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 2 }),
  ),
})).value;

const COMPARISONS = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'] as const;
const IN = ['$in', '$nin', '$ini', '$nini'] as const;
const BY_VERSION = ['$veq', '$vne', '$vgt', '$vgte', '$vlt', '$vlte'] as const;
const TYPES = ['null', 'array', 'string', 'number', 'boolean', 'object'] as const;

const one = (operator: readonly string[], operand: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> =>
  fc.tuple(fc.constantFrom(...operator), operand).map(([name, given]) => ({ [name]: given }));
const byVersion = one(BY_VERSION, fc.constantFrom(...VERSIONS));
const ofType = one(['$type'], fc.constantFrom(...TYPES));
const inList = (each: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> => one(IN, fc.array(each, { maxLength: 3 }));

/** Any plain value, or any operator that looks at one value, with any operand that it takes. */
const anyLeaf: fc.Arbitrary<Json> = fc.oneof(
  value,
  one(COMPARISONS, near),
  one(COMPARISONS, value),
  inList(near),
  inList(value),
  byVersion,
  ofType,
  one(['$exists'], value),
);

const isScalar = (json: Json): boolean => json !== null && typeof json !== 'object';
const isOrder = (operator: string): boolean => /^\$[gl]te?$/.test(operator);

/** What is meant to be other than in GrowthBook, of one value and one plain value or operator. */
function ownAnswer(leaf: Json, actual: Json): boolean | undefined {
  if (typeof leaf === 'string' || typeof leaf === 'number') return isScalar(actual) ? undefined : false;
  if (typeof leaf !== 'object' || leaf === null) return undefined;
  const [[operator, operand] = ['', null]] = Object.entries<Json>(leaf);
  if (!operator.startsWith('$')) return canonicalJson(leaf) === canonicalJson(actual);
  if (operator === '$eq') return canonicalJson(operand) === canonicalJson(actual);
  if (operator === '$ne') return canonicalJson(operand) !== canonicalJson(actual);
  const sameType = typeof operand === typeof actual && (typeof actual === 'number' || typeof actual === 'string');
  return isOrder(operator) && !sameType ? false : undefined;
}

/** On one value every operator answers as GrowthBook does, but for what is listed in {@link ownAnswer}. */
const oneValueIsAsInGrowthBook: Law<Compile> = (compile, trial) =>
  hold(
    fc.property(anyLeaf, fc.oneof(near, value, fc.constantFrom(...VERSIONS)), (leaf, actual) => {
      const attributes = { at: { x: actual } };
      const condition = { 'at.x': leaf };
      const expected = ownAnswer(leaf, actual) ?? growthBook(condition, attributes);
      expect(compile(condition)(attributes)).to.equal(expected);
      expect(compile({ 'at.x': { $not: leaf } })(attributes)).to.equal(!expected);
    }),
    trial,
  );

// Attributes that each have their type, so that no difference that is meant can be met and all of GrowthBook can be used.

const plain = (given: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.oneof(given, one(['$eq', '$ne'], given));
const forNumber: fc.Arbitrary<Json> = fc.oneof(
  plain(number),
  word,
  fc.boolean(),
  inList(number),
  one(['$gt', '$gte', '$lt', '$lte'], number),
  fc.tuple(number, number).map(([$gte, $lt]) => ({ $gte, $lt })),
);
const forText: fc.Arbitrary<Json> = fc.oneof(
  plain(word),
  number,
  fc.boolean(),
  inList(word),
  one(['$gt', '$gte', '$lt', '$lte'], word),
);
/** For what may be missing: what GrowthBook takes for missing too, 0 and "null", is left out. */
const forMaybe: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('a', 'A', '3', 3, 1, true, false, null),
  one(['$exists'], fc.boolean()),
  one(['$eq', '$ne'], fc.oneof(scalar, fc.constant(null))),
  inList(fc.oneof(scalar, fc.constant(null))),
  byVersion,
  ofType,
);
const not = (given: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof({ weight: 3, arbitrary: given }, { weight: 1, arbitrary: given.map(($not) => ({ $not })) });

type Grouped = fc.Arbitrary<JsonObject>;

/** Conditions over paths of their own types, in groups of groups. */
const groupsOver = (paths: Readonly<Record<string, fc.Arbitrary<Json>>>): Grouped =>
  fc.letrec<{ condition: JsonObject }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.oneof<Grouped[]>(
        ...Object.entries(paths).map(([path, fits]) => fits.map((each): JsonObject => ({ [path]: each }))),
        fc.record(paths, { requiredKeys: [] }) as Grouped,
      ),
      one(['$and', '$or', '$nor'], fc.array(tie('condition'), { maxLength: 3 })),
      tie('condition').map(($not) => ({ $not })),
      fc.tuple(tie('condition'), tie('condition')).map(([first, $not]) => ({ ...first, $not })),
    ),
  })).condition;

const forItems = fc.oneof(
  groupsOver({ price: not(forNumber), name: not(forText), 'more.colour': not(forMaybe) })
    // operators alone would be read as operators on the item itself, and a group is none of these
    .map((condition) => ({ $elemMatch: { ...condition, 'more.never': null } })),
  one(['$size'], not(fc.oneof(number, one(['$gt', '$lte'], number)))),
);
const forTags: fc.Arbitrary<Json> = fc.oneof(
  inList(scalar),
  fc.array(scalar, { maxLength: 2 }),
  one(['$all', '$alli'], fc.oneof(fc.array(near, { maxLength: 3 }), fc.array(not(forMaybe), { maxLength: 3 }))),
  one(['$size'], not(forNumber.filter((each) => typeof each !== 'string'))),
  one(['$elemMatch'], fc.oneof(one(['$eq', '$ne'], scalar), inList(scalar), byVersion, ofType)),
  fc.tuple(inList(scalar), number).map(([some, $size]) => ({ ...some, $size })),
);

const conditions = groupsOver({
  price: not(forNumber),
  'viewing.brand': not(forText),
  'viewing.colour': not(forMaybe),
  'deep.er.still': not(forMaybe),
  tags: not(forTags),
  items: not(forItems),
  'items.1.name': not(forMaybe),
  'tags.length': not(forNumber),
});
const maybe = fc.option(fc.oneof(scalar, fc.constantFrom('1.2.3', '1.10.0')));
const attributes: fc.Arbitrary<JsonObject> = fc.record({
  price: number,
  viewing: fc.record({ brand: word, colour: maybe }, { requiredKeys: ['brand'] }),
  deep: fc.constantFrom<Json>({}, null, 'er', { er: { still: 'a' } }, { er: null }),
  tags: fc.array(fc.oneof(near, scalar, fc.constant(null)), { maxLength: 3 }),
  items: fc.array(
    fc.option(
      fc.record(
        { price: number, name: word, more: fc.record({ colour: maybe }, { requiredKeys: [] }) },
        { requiredKeys: ['price', 'name'] },
      ),
    ),
    { maxLength: 3 },
  ),
});

/** Whatever is built of values that have their types means what it means in GrowthBook. */
const wholeConditionsAreAsInGrowthBook: Law<Compile> = (compile, trial) =>
  hold(
    fc.property(conditions, attributes, (condition, page) => {
      fc.pre(conditionCount(condition) <= 64);
      expect(compile(condition)(page)).to.equal(growthBook(condition, page));
    }),
    trial,
  );

/** Conditions that mean another thing than in GrowthBook: each has its reason in the documentation of the compiler. */
const DIFFERENCES: readonly (readonly [title: string, condition: Json, page: JsonObject, ours: boolean])[] = [
  ['no order between a text and a number', { x: { $gt: '1' } }, { x: 5 }, false],
  ['no order with what is missing', { x: { $lt: 5 } }, {}, false],
  ['no order of a list', { x: { $gt: 1 } }, { x: [5] }, false],
  ['missing is not 0', { x: 0 }, {}, false],
  ['missing is not a word', { x: 'null' }, {}, false],
  ['a list is no text', { x: 'a,b' }, { x: ['a', 'b'] }, false],
  ['a list is no number', { x: 5 }, { x: [5] }, false],
  ['an object is no text', { x: '[object Object]' }, { x: {} }, false],
  ['the order of keys does not matter', { x: { a: 1, b: 2 } }, { x: { b: 2, a: 1 } }, true],
  ['$eq by content', { x: { $eq: [1] } }, { x: [1] }, true],
  ['$ne by content', { x: { $ne: [1] } }, { x: [1] }, false],
  ['inherited keys are missing', { 'x.constructor': null }, { x: {} }, true],
  ['a version ends at its first plus', { x: { $veq: '1' } }, { x: '1+a\nb' }, true],
];

describe('conditions beside GrowthBook', () => {
  it('[L29] law: on one value every operator answers as in GrowthBook, but for the listed differences', () => {
    oneValueIsAsInGrowthBook(compileCondition);
  });

  it('[L29] law: whole conditions mean what they mean in GrowthBook', () => {
    wholeConditionsAreAsInGrowthBook(compileCondition);
  });

  const faulty =
    (change: (text: string) => string): Compile =>
    (condition) =>
      compileCondition(JSON.parse(change(JSON.stringify(condition))) as Json);
  const FAULTS: readonly (readonly [title: string, change: (text: string) => string])[] = [
    ['a version is ordered as text', (text) => text.replaceAll('"$vgt":', '"$gt":')],
    ['capitals count where they should not', (text) => text.replaceAll('"$ini":', '"$in":')],
    ['an equal number is above', (text) => text.replaceAll('"$gt":', '"$gte":')],
  ];
  for (const [title, change] of FAULTS)
    it(`[L29] law on one value sees a fault: ${title}`, () => {
      expectFault(oneValueIsAsInGrowthBook, faulty(change));
    });
  const GROUP_FAULTS: readonly (readonly [title: string, change: (text: string) => string])[] = [
    ['an empty $or is false', (text) => text.replaceAll('"$or":[]', '"$and":[{"a":1}]')],
    ['an empty $nor is true', (text) => text.replaceAll('"$nor":[]', '"$and":[]')],
    ['$all is $in', (text) => text.replaceAll(/"\$all":(\[["\w,]+\])/g, '"$in":$1')],
    ['an element is any', (text) => text.replaceAll('"$elemMatch":', '"$not":')],
  ];
  for (const [title, change] of GROUP_FAULTS)
    it(`[L29] law on whole conditions sees a fault: ${title}`, () => {
      expectFault(wholeConditionsAreAsInGrowthBook, faulty(change));
    });

  for (const [title, condition, page, ours] of DIFFERENCES)
    it(`[L29] meant to differ: ${title}`, () => {
      expect(compileCondition(condition)(page)).to.equal(ours);
      expect(growthBook(condition, page)).to.equal(!ours);
    });

  it('[L29] meant to differ: an object with keys that JavaScript knows throws nothing', () => {
    const page = { x: { toString: 1, valueOf: 1 } };
    expect(compileCondition({ x: 'a' })(page)).to.equal(false);
    expect(() => growthBook({ x: 'a' }, page)).to.throw(TypeError);
  });
});
