import type { Json, JsonObject } from 'tactful/engine';
import { isFields } from './lint-rule.js';

/** Whether a value is an object, and neither a list nor nothing. */
export const isJsonObject = (value: Json): value is JsonObject => isFields(value);

/** Whether a demand is made of operators; else it is a value to be equal to. */
export function isOperators(value: Json): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).some((key) => key.startsWith('$'));
}

/** Whatever a demand compares with: values, and the members of its lists. */
export function operandsIn(demand: Json): readonly Json[] {
  if (!isOperators(demand)) return [demand];
  return Object.entries(demand).flatMap(([operator, operand]) => {
    if (operator === '$not') return operandsIn(operand);
    return Array.isArray(operand) && (operator === '$in' || operator === '$nin')
      ? [operand, ...(operand as readonly Json[])]
      : [operand];
  });
}

/** The numbers among operands. */
export function numbersIn(operands: readonly Json[]): readonly number[] {
  return operands.filter((each): each is number => typeof each === 'number');
}

/** The texts among operands. */
export function textsAmong(operands: readonly Json[]): readonly string[] {
  return operands.filter((each): each is string => typeof each === 'string');
}

/** The numbers among operands, also those that are written as text: 5 is "5" to a plain value. */
export function readableNumbersIn(operands: readonly Json[]): readonly number[] {
  return [...numbersIn(operands), ...textsAmong(operands).map(Number).filter(Number.isFinite)];
}

/** Numbers with one below, one above and one between each two of them, so that every open interval holds one. */
export function withNeighbours(numbers: readonly number[]): readonly number[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.flatMap((each, index) => {
    const next = sorted[index + 1];
    // by as much as it is: one more than 1e300 is 1e300
    const step = 1 + Math.abs(each);
    return [each - step, each, each + step, ...(next === undefined ? [] : [each / 2 + next / 2])];
  });
}
