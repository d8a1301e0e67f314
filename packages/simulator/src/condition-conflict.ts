import { asJson, canonicalJson, compileCondition, type Json, type JsonObject } from 'tactful/engine';
import { ATTRIBUTE_KINDS, COUNT, type AttributeKind } from './condition-attributes.js';
import {
  isJsonObject,
  isOperators,
  numbersIn,
  operandsIn,
  readableNumbersIn,
  textsAmong,
  withNeighbours,
} from './condition-operands.js';
import { isFields } from './lint-rule.js';

/** What one path must fit, all of it. */
type Demands = ReadonlyMap<string, readonly Json[]>;

const MAX_BRANCHES = 64;
/** How the demands on a count begin; what is counted follows, so that only the same question is joined. */
const COUNTED = '$history';
/** Operators whose answers can be tried on values made from their operands. */
const TRIABLE = new Set(['$eq', '$ne', '$in', '$nin', '$gt', '$gte', '$lt', '$lte', '$exists', '$not']);

const isTriable = (demand: Json): boolean =>
  !isOperators(demand) ||
  Object.entries(demand).every(
    ([operator, operand]) => TRIABLE.has(operator) && (operator !== '$not' || isTriable(operand)),
  );

/** Values just beside and between numbers and texts, either also written as the other: every open interval holds one. */
const neighbours = (operands: readonly Json[]): readonly Json[] => [
  ...withNeighbours(readableNumbersIn(operands)),
  ...numbersIn(operands).map(String),
  ...textsAmong(operands).map((each) => `${each}\u0000`),
];

/** One plain number is written as text in many ways, and a text beside it may tell them apart. */
const mayBeWrittenOtherwise = (demands: readonly Json[], operands: readonly Json[]): boolean =>
  demands.some((each) => typeof each === 'number') && textsAmong(operands).length > 0;

/** What a path can be, as far as that is known; a count of `$history` is a path of its own. */
const kindOf = (path: string): AttributeKind | undefined =>
  path.startsWith(COUNTED) ? COUNT : ATTRIBUTE_KINDS.get(path);

/** Whether no value fits all demands on one path: none at all, or none that the path can have. */
function isImpossible(path: string, demands: readonly Json[]): boolean {
  if (!demands.every(isTriable)) return false;
  const operands = demands.flatMap(operandsIn);
  if (mayBeWrittenOtherwise(demands, operands)) return false;
  const any: readonly Json[] = [null, true, false, '', operands, ...operands, ...neighbours(operands)];
  const known = kindOf(path)?.valuesFor(demands);
  const tests = demands.map((demand) => compileCondition({ value: demand }));
  const fits = (value: Json): boolean => tests.every((test) => test({ value }));
  return !any.some(fits) || (known !== undefined && ![null, ...known].some(fits));
}

function joined(left: Demands, right: Demands): Demands {
  const both = new Map(left);
  for (const [path, demands] of right) both.set(path, [...(both.get(path) ?? []), ...demands]);
  return both;
}

const ANYTHING: readonly Demands[] = [new Map()];

/** Every alternative of one with every alternative of the other; where those are too many, all that is known is lost. */
const crossed = (left: readonly Demands[], right: readonly Demands[]): readonly Demands[] =>
  left.length * right.length > MAX_BRANCHES
    ? ANYTHING
    : left.flatMap((one) => right.map((other) => joined(one, other)));

const listIn = (operand: Json): readonly Json[] => (Array.isArray(operand) ? (operand as readonly Json[]) : []);

function branchesOfCount({ count, ...question }: JsonObject): readonly Demands[] {
  return count === undefined ? ANYTHING : [new Map([[`${COUNTED} ${canonicalJson(asJson(question))}`, [count]]])];
}

function branchesOfEntry(key: string, operand: Json): readonly Demands[] {
  if (key === '$and') return listIn(operand).map(branchesOf).reduce(crossed, ANYTHING);
  if (key === '$or') {
    const branches = listIn(operand).flatMap(branchesOf);
    return branches.length === 0 ? ANYTHING : branches;
  }
  if (key === '$history' && isJsonObject(operand)) return branchesOfCount(operand);
  // What is negated is taken for possible: no conflict is made up.
  return key.startsWith('$') ? ANYTHING : [new Map([[key, [operand]]])];
}

/** The condition as alternatives, each a list of demands by path. */
function branchesOf(condition: Json): readonly Demands[] {
  if (!isJsonObject(condition)) return ANYTHING;
  return Object.entries(condition)
    .map(([key, operand]) => branchesOfEntry(key, operand))
    .reduce(crossed, ANYTHING);
}

/**
 * A path on which a condition contradicts itself, or wants what the path never is, whatever the shopper does; `$history`
 * for a count of it; else `undefined`.
 *
 * Every value that the demands on a path could tell apart is tried by the engine itself, so a condition that somebody can
 * meet is never called impossible. What is negated as a whole, matched inside lists or asked of counted rows is taken for
 * possible, so some impossible conditions pass.
 *
 * @example
 * conflictIn({ 'cart.value': { $gt: 5, $lt: 3 } }); // 'cart.value'
 */
export function conflictIn(condition: Json): string | undefined {
  let first: string | undefined;
  for (const demands of branchesOf(condition)) {
    const path = [...demands].find(([each, wanted]) => isImpossible(each, wanted))?.[0];
    if (path === undefined) return undefined;
    first ??= path.startsWith(COUNTED) ? COUNTED : path;
  }
  return first;
}

/** Paths that a condition reads, at any depth; `$history` where it counts rows of the log. */
export function pathsIn(condition: unknown): readonly string[] {
  if (!isFields(condition)) return [];
  return Object.entries(condition).flatMap(([key, operand]) => {
    if (key === '$history') return [key];
    if (!key.startsWith('$')) return isFields(operand) && '$history' in operand ? [key, '$history'] : [key];
    return Array.isArray(operand) ? operand.flatMap(pathsIn) : pathsIn(operand);
  });
}
