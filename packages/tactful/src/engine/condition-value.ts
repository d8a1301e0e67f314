import { ConditionError } from './condition-error.js';
import type { Json, JsonObject } from './json.js';

/** Whether one value fits; a missing one is null. */
export type ValueTest = (value: Json) => boolean;
type Compare = (a: number | string, b: number | string) => boolean;

const TYPES = /^(?:null|array|object|string|number|boolean)$/;
const COMPARE: Readonly<Record<string, Compare>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
};

/** Whether a value is an object with keys. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list as it is, anything else as a list of one. */
export const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [value]);

/** The operand of an operator that needs a list. Throws {@link ConditionError} when it is none. */
export function listIn(operand: Json, operator: string): readonly Json[] {
  if (!Array.isArray(operand)) throw new ConditionError(`${operator} needs a list`);
  return operand as readonly Json[];
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

const lower = (value: Json): Json => (typeof value === 'string' ? value.toLowerCase() : value);
const same = (value: Json): Json => value;
const typeOf = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** `1.10.0` as text that sorts after `1.9.0`, and a release after what leads to it; what is no version is `0`. */
function versionOf(value: Json): string {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  const [version = ''] = (text || '0').replace(/^v/, '').split('+');
  const parts = version.split(/[-.]/);
  if (parts.length === 3) parts.push('~');
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(5) : part)).join('-');
}

/**
 * A plain value as a test: text against number as GrowthBook compares them, yes or no by what counts as yes, a list or
 * an object by its content.
 *
 * Unlike in GrowthBook what is missing, a list or an object is never a text or a number (there missing is 0 and "null",
 * and an object with a key `toString` throws), and the order of keys does not matter.
 */
export function plainTest(expected: Json, ignoreCase: boolean): ValueTest {
  if (typeof expected === 'boolean') return (value) => value !== null && Boolean(value) === expected;
  if (typeof expected === 'object') return (value) => equal(value, expected);
  const fold = ignoreCase ? lower : same;
  const wanted = fold(expected);
  const cast = typeof expected === 'number' ? Number : String;
  return (value) => typeof value !== 'object' && fold(cast(value)) === wanted;
}

function inTest(operand: Json, how: { readonly no: boolean; readonly fold: (value: Json) => Json }): ValueTest {
  const { no, fold } = how;
  const wanted = new Set(listIn(operand, '$in').map(fold));
  return (value) => listOf(value).some((each) => wanted.has(fold(each))) !== no;
}

function compareTest(compare: Compare, operand: Json): ValueTest {
  return (value) =>
    ((typeof value === 'number' && typeof operand === 'number') ||
      (typeof value === 'string' && typeof operand === 'string')) &&
    compare(value, operand);
}

function compareVersions(compare: Compare, operand: Json): ValueTest {
  const version = versionOf(operand);
  return (value) => compare(versionOf(value), version);
}

function typeTest(operand: Json): ValueTest {
  if (typeof operand !== 'string' || !TYPES.test(operand)) throw new ConditionError('unknown $type');
  return (value) => typeOf(value) === operand;
}

type Make = (operand: Json) => ValueTest;

const OPERATORS: Readonly<Record<string, Make>> = {
  $eq: (operand) => (value) => equal(value, operand),
  $ne: (operand) => (value) => !equal(value, operand),
  $in: (operand) => inTest(operand, { no: false, fold: same }),
  $nin: (operand) => inTest(operand, { no: true, fold: same }),
  $ini: (operand) => inTest(operand, { no: false, fold: lower }),
  $nini: (operand) => inTest(operand, { no: true, fold: lower }),
  $exists: (operand) => (value) => (value !== null) === Boolean(operand),
  $type: typeTest,
};

/**
 * An operator that looks at one value as a test. Throws {@link ConditionError} for one that does not exist.
 *
 * Unlike in GrowthBook `$gt` and its like know no order between a text and a number or with what is missing (there null
 * is below 5), and `$eq` and `$ne` compare lists and objects by content (there two lists never are the same).
 */
export function operatorTest(operator: string, operand: Json): ValueTest {
  if (Object.hasOwn(OPERATORS, operator)) return (OPERATORS[operator] as Make)(operand);
  const [, version, word = ''] = /^\$(v?)(\w+)$/.exec(operator) ?? [];
  const compare = Object.hasOwn(COMPARE, word) ? COMPARE[word] : undefined;
  if (!compare) throw new ConditionError(`unknown operator: ${operator}`);
  return version ? compareVersions(compare, operand) : compareTest(compare, operand);
}
