import { ConditionError } from './condition-error.js';
import { compileHistory, type History } from './condition-history.js';
import { isObject, listIn, operatorTest, plainTest, type ValueTest } from './condition-value.js';
import { isDeeper } from './is-deeper.js';
import type { Json, JsonObject } from './json.js';

export { ConditionError } from './condition-error.js';
export type { History, HistoryRow } from './condition-history.js';

/** A compiled condition: true when the attributes and what happened fit. Pure, and total over any JSON. */
export type Test = (attributes: JsonObject, history?: History) => boolean;
/** The same over any value: what is no object has no paths. */
type AnyTest = (value: Json, history?: History) => boolean;

/** Where the compiler is: how much it has met, and whether the past may be asked about here. */
interface Compiling {
  readonly tally: { count: number };
  readonly top: boolean;
}

const MAX_DEPTH = 16;
const MAX_CONDITIONS = 64;

/** Missing is null, as in GrowthBook; unlike there, what every object inherits is missing too. */
function valueAt(attributes: Json, path: readonly string[]): Json {
  let value = attributes;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    value = (value as JsonObject)[key] ?? null;
  }
  return value;
}

const isOperator = (key: string): boolean => key.startsWith('$');
const areOperators = (value: Json): boolean =>
  isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every(isOperator);
const hasOperators = (value: Json): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).some(([key, each]: [string, Json]) => isOperator(key) || hasOperators(each));

/** The parts of something; where it has none it counts as one itself, so that nothing is free. */
function partsOf<Part>(parts: readonly Part[], { tally }: Compiling): readonly Part[] {
  if (parts.length === 0) tally.count++;
  return parts;
}

function compileElement(expected: Json, on: Compiling): ValueTest {
  const test = areOperators(expected) ? compileValue(expected, on) : compileObject(expected, { ...on, top: false });
  return (value) => Array.isArray(value) && value.some((each: Json) => each !== null && test(each));
}

function compileAll(operand: Json, on: Compiling & { readonly operator: string }): ValueTest {
  const { operator } = on;
  const tests = partsOf(listIn(operand, operator), on).map((each) => compileValue(each, on, operator === '$alli'));
  return (value) => Array.isArray(value) && tests.every((test) => value.some((each: Json) => test(each)));
}

function compileOperator(operator: string, operand: Json, on: Compiling): ValueTest {
  switch (operator) {
    case '$not': {
      const test = compileValue(operand, on);
      return (value) => !test(value);
    }
    case '$size': {
      const test = compileValue(operand, on);
      return (value) => Array.isArray(value) && test(value.length);
    }
    case '$all':
    case '$alli':
      return compileAll(operand, { ...on, operator });
    case '$elemMatch':
      return compileElement(operand, on);
    default:
      on.tally.count++;
      return operatorTest(operator, operand);
  }
}

function compileValue(expected: Json, on: Compiling, ignoreCase = false): ValueTest {
  if (!isObject(expected) || !Object.keys(expected).some(isOperator)) {
    if (hasOperators(expected)) throw new ConditionError('an operator inside a plain value');
    on.tally.count++;
    return plainTest(expected, ignoreCase);
  }
  const tests = Object.entries(expected).map(([operator, operand]) => compileOperator(operator, operand, on));
  return (value) => tests.every((test) => test(value));
}

function compilePast(asked: Json, on: Compiling): AnyTest {
  on.tally.count++;
  const test = compileHistory(asked, {
    where: (condition) => compileObject(condition, { ...on, top: false }),
    count: (operators) => {
      if (!areOperators(operators)) throw new ConditionError('$history: count');
      return compileValue(operators, on);
    },
  });
  return (_, history) => test(history);
}

function compileEntry(key: string, operand: Json, on: Compiling): AnyTest {
  const list = (): readonly AnyTest[] => partsOf(listIn(operand, key), on).map((each) => compileObject(each, on));
  switch (key) {
    case '$and': {
      const all = list();
      return (value, history) => all.every((test) => test(value, history));
    }
    case '$or':
    case '$nor': {
      const some = list();
      const wanted = key === '$or';
      return (value, history) => (some.length === 0 || some.some((test) => test(value, history))) === wanted;
    }
    case '$not': {
      const inner = compileObject(operand, on);
      return (value, history) => !inner(value, history);
    }
    default: {
      if (key === '$history' && on.top) return compilePast(operand, on);
      if (isOperator(key)) throw new ConditionError(`unknown operator: ${key}`);
      const test = compileValue(operand, on);
      const path = key.split('.');
      return (value) => test(valueAt(value, path));
    }
  }
}

function compileObject(condition: Json, on: Compiling): AnyTest {
  if (!isObject(condition)) throw new ConditionError('a condition is an object');
  const tests = partsOf(Object.entries(condition), on).map(([key, operand]) => compileEntry(key, operand, on));
  return (value, history) => tests.every((test) => test(value, history));
}

function compile(condition: Json): { readonly test: Test; readonly count: number } {
  if (isDeeper(condition, MAX_DEPTH)) throw new ConditionError(`deeper than ${String(MAX_DEPTH)}`);
  const tally = { count: 0 };
  const test = compileObject(condition, { tally, top: true });
  return { test, count: tally.count };
}

/**
 * How many conditions a condition is: each plain value, operator and `$history` counts, and whatever has no parts.
 *
 * What holds others ($and, $or, $nor, $not, $elemMatch, $all, $size) counts only what it holds. An offer may have 64.
 * Throws {@link ConditionError} for what is no condition, and not for being too many.
 */
export function conditionCount(condition: Json): number {
  return compile(condition).count;
}

/**
 * A MongoDB-style condition as a function over attributes, with GrowthBook's meaning and `$history`.
 *
 * A missing path is null, an empty `$or` is true and an empty `$nor` false. Regular expressions and saved groups are not
 * there. What the language does not have, 16 levels or 64 conditions exceeded, throws {@link ConditionError} here and
 * never later. Unlike in GrowthBook:
 * - no order between a text and a number, or with what is missing;
 * - what is missing, a list or an object is never equal to a text or a number;
 * - lists and objects are equal by content, whatever the order of keys;
 * - inherited keys are missing paths;
 * - operators beside or inside plain values, and operands of the wrong shape, are errors;
 * - a version ends at its first "+", line breaks or not.
 *
 * Without a history nothing has happened.
 *
 * @example
 * ```ts
 * compileCondition({ 'cart.value': { $gte: 5000 } })({ cart: { value: 6000 } }); // true
 * compileCondition({ $history: { event: 'view_item', count: { $gte: 2 }, within: 'P7D' } });
 * ```
 */
export function compileCondition(condition: Json): Test {
  const { test, count } = compile(condition);
  if (count > MAX_CONDITIONS) throw new ConditionError(`more than ${String(MAX_CONDITIONS)} conditions`);
  return test;
}
