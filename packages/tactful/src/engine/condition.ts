import type { Json, JsonObject } from './json.js';

/** A compiled condition: true when the attributes fit. Pure, and total over any JSON. */
export type Test = (attributes: JsonObject) => boolean;

/** An operator or shape that the condition language does not have; found when the catalog is compiled. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}

type Compare = (value: Json, operand: Json) => boolean;

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function equal(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each: Json, at) => equal(each, (b as readonly Json[])[at] ?? null));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key] ?? null, b[key] ?? null))
  );
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [value]);
const contains: Compare = (value, operand) =>
  listOf(value).some((each) => listOf(operand).some((wanted) => equal(each, wanted)));
const ordered =
  (test: (a: number | string, b: number | string) => boolean): Compare =>
  (value, operand) =>
    ((typeof value === 'number' && typeof operand === 'number') ||
      (typeof value === 'string' && typeof operand === 'string')) &&
    test(value, operand);

const OPERATORS: Readonly<Record<string, Compare>> = {
  $eq: equal,
  $ne: (value, operand) => !equal(value, operand),
  $in: contains,
  $nin: (value, operand) => !contains(value, operand),
  $gt: ordered((a, b) => a > b),
  $gte: ordered((a, b) => a >= b),
  $lt: ordered((a, b) => a < b),
  $lte: ordered((a, b) => a <= b),
  $exists: (value, operand) => (value !== null) === (operand === true),
};

/** Missing is null, as in GrowthBook. */
function valueAt(attributes: JsonObject, path: string): Json {
  let value: Json = attributes;
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return null;
    value = value[key] ?? null;
  }
  return value;
}

function compileList(operand: Json | undefined, operator: string): readonly Test[] {
  if (!Array.isArray(operand)) throw new ConditionError(`${operator} needs a list`);
  return (operand as readonly Json[]).map((each) => compileCondition(each));
}

function compileOperators(operators: JsonObject): (value: Json) => boolean {
  const tests = Object.entries(operators).map(([operator, operand]): ((value: Json) => boolean) => {
    if (operator === '$not') {
      const inner = compileValue(operand);
      return (value) => !inner(value);
    }
    const compare = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
    if (!compare) throw new ConditionError(`unknown operator: ${operator}`);
    if ((operator === '$in' || operator === '$nin') && !Array.isArray(operand))
      throw new ConditionError(`${operator} needs a list`);
    return (value) => compare(value, operand);
  });
  return (value) => tests.every((test) => test(value));
}

function compileValue(expected: Json): (value: Json) => boolean {
  if (isObject(expected) && Object.keys(expected).some((key) => key.startsWith('$'))) return compileOperators(expected);
  return (value) => equal(value, expected);
}

function compileEntry(key: string, operand: Json): Test {
  switch (key) {
    case '$and': {
      const all = compileList(operand, key);
      return (attributes) => all.every((test) => test(attributes));
    }
    case '$or': {
      const some = compileList(operand, key);
      return (attributes) => some.length === 0 || some.some((test) => test(attributes));
    }
    case '$nor': {
      const none = compileList(operand, key);
      return (attributes) => !none.some((test) => test(attributes));
    }
    case '$not': {
      const inner = compileCondition(operand);
      return (attributes) => !inner(attributes);
    }
    default: {
      if (key.startsWith('$')) throw new ConditionError(`unknown operator: ${key}`);
      const test = compileValue(operand);
      return (attributes) => test(valueAt(attributes, key));
    }
  }
}

/**
 * A MongoDB-style condition as a function over attributes.
 *
 * A missing path is null, an empty `$or` is true, an unknown operator throws
 * {@link ConditionError} here and never later. No regular expressions.
 *
 * @example
 * ```ts
 * compileCondition({ 'cart.value': { $gte: 5000 } })({ cart: { value: 6000 } }); // true
 * ```
 */
export function compileCondition(condition: Json): Test {
  if (!isObject(condition)) throw new ConditionError('a condition is an object');
  const tests = Object.entries(condition).map(([key, operand]) => compileEntry(key, operand));
  return (attributes) => tests.every((test) => test(attributes));
}
