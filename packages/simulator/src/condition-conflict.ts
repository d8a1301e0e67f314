import { compileCondition, type Json, type JsonObject } from 'tactful/engine';
import { isFields } from './lint-rule.js';

/** What one path must fit, all of it. */
type Demands = ReadonlyMap<string, readonly Json[]>;

const MAX_BRANCHES = 64;
/** Operators whose answers can be tried on values made from their operands. */
const TRIABLE = new Set(['$eq', '$ne', '$in', '$nin', '$gt', '$gte', '$lt', '$lte', '$exists', '$not']);

const isJsonObject = (value: Json): value is JsonObject => isFields(value);
const isOperators = (value: Json): value is JsonObject =>
  isJsonObject(value) && Object.keys(value).some((key) => key.startsWith('$'));

const isTriable = (demand: Json): boolean =>
  !isOperators(demand) ||
  Object.entries(demand).every(
    ([operator, operand]) => TRIABLE.has(operator) && (operator !== '$not' || isTriable(operand)),
  );

function operandsIn(demand: Json): readonly Json[] {
  if (!isOperators(demand)) return [demand];
  return Object.entries(demand).flatMap(([operator, operand]) => {
    if (operator === '$not') return operandsIn(operand);
    return Array.isArray(operand) && (operator === '$in' || operator === '$nin')
      ? [operand, ...(operand as readonly Json[])]
      : [operand];
  });
}

/** Values just beside and between numbers and texts, so that every open interval holds one of them. */
function neighbours(operands: readonly Json[]): readonly Json[] {
  const numbers = operands.filter((each): each is number => typeof each === 'number').sort((a, b) => a - b);
  const texts = operands.filter((each): each is string => typeof each === 'string');
  const between = numbers.flatMap((each, index) => {
    const next = numbers[index + 1];
    return next === undefined ? [] : [(each + next) / 2];
  });
  return [...numbers.flatMap((each) => [each - 1, each + 1]), ...between, ...texts.map((each) => `${each}\u0000`)];
}

/** Whether no value fits all demands on one path. */
function isImpossible(demands: readonly Json[]): boolean {
  if (!demands.every(isTriable)) return false;
  const operands = demands.flatMap(operandsIn);
  const tried = [null, true, false, '', operands, ...operands, ...neighbours(operands)];
  const tests = demands.map((demand) => compileCondition({ value: demand }));
  return !tried.some((value) => tests.every((fits) => fits({ value })));
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

function branchesOfEntry(key: string, operand: Json): readonly Demands[] {
  if (key === '$and') return listIn(operand).map(branchesOf).reduce(crossed, ANYTHING);
  if (key === '$or') {
    const branches = listIn(operand).flatMap(branchesOf);
    return branches.length === 0 ? ANYTHING : branches;
  }
  // What is negated or counted in history is taken for possible: no conflict is made up.
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
 * A path on which a condition contradicts itself whatever the shopper does, or `undefined`.
 *
 * Every value that the demands on a path could tell apart is tried by the engine itself, so a condition that somebody can
 * meet is never called impossible. What is negated as a whole, counted in history or matched inside lists is taken for
 * possible, so some impossible conditions pass.
 *
 * @example
 * conflictIn({ 'cart.value': { $gt: 5, $lt: 3 } }); // 'cart.value'
 */
export function conflictIn(condition: Json): string | undefined {
  let first: string | undefined;
  for (const demands of branchesOf(condition)) {
    const path = [...demands].find(([, wanted]) => isImpossible(wanted))?.[0];
    if (path === undefined) return undefined;
    first ??= path;
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
