import { MOMENTS, SKIES, type Json } from 'tactful/engine';
import {
  isOperators,
  numbersIn,
  operandsIn,
  readableNumbersIn,
  textsAmong,
  withNeighbours,
} from './condition-operands.js';

/** What a path can be, beside missing. */
export interface AttributeKind {
  /** In words: `a number`. */
  readonly what: string;
  /** Values that tell apart all that is demanded of such a path; `undefined` where none are known to. */
  readonly valuesFor: (demands: readonly Json[]) => readonly Json[] | undefined;
}

const asNumbers = (operands: readonly Json[]): readonly number[] => [0, 1, ...readableNumbersIn(operands)];

const number: AttributeKind = {
  what: 'a number',
  valuesFor: (demands) => withNeighbours(asNumbers(demands.flatMap(operandsIn))),
};

const degrees: AttributeKind = {
  what: 'a number from -90 to 60',
  valuesFor: (demands) =>
    withNeighbours([-90, 60, ...asNumbers(demands.flatMap(operandsIn))]).filter((each) => -90 <= each && each <= 60),
};

/** How often something was: what a `count` of `$history` is too. */
export const COUNT: AttributeKind = {
  what: 'a whole number, 0 or more',
  valuesFor: (demands) =>
    asNumbers(demands.flatMap(operandsIn))
      .flatMap((each) => [Math.ceil(each) - 1, Math.floor(each), Math.ceil(each), Math.floor(each) + 1])
      .filter((each) => each >= 0),
};

const text: AttributeKind = {
  what: 'a text',
  valuesFor(demands) {
    const operands = demands.flatMap(operandsIn);
    const texts = [...textsAmong(operands), ...numbersIn(operands).map(String)];
    return ['', '\u0000', ...texts, ...texts.map((each) => `${each}\u0000`)];
  },
};

const nowhere = (demand: Json): readonly Json[] => {
  const list = isOperators(demand) ? demand['$nin'] : undefined;
  return Array.isArray(list) ? (list as readonly Json[]) : [];
};

const list: AttributeKind = {
  what: 'a list, of which $in asks for one',
  valuesFor(demands) {
    if (demands.some((each) => isOperators(each) && Object.hasOwn(each, '$not'))) return undefined;
    const operands = demands.flatMap(operandsIn);
    const refused = new Set(demands.flatMap(nowhere));
    const allowed = operands.filter((each) => typeof each !== 'object' && !refused.has(each));
    const other = `${textsAmong(operands).join('')}\u0000`;
    return [[], [other], allowed, [...allowed, other], ...operands.filter((each) => Array.isArray(each))];
  },
};

const oneOf = (values: readonly Json[]): AttributeKind => ({
  what: `one of ${values.map(String).join(', ')}`,
  valuesFor: () => values,
});

/** What a condition can read (`conditionAttributes` of the engine, and the rhythm), by path. */
export const ATTRIBUTE_KINDS: ReadonlyMap<string, AttributeKind> = new Map([
  ['viewing.item', text],
  ['viewing.category', list],
  ['viewing.brand', text],
  ['viewing.price', number],
  ['cart.items', list],
  ['cart.categories', list],
  ['cart.value', number],
  ['bought.items', list],
  ['bought.categories', list],
  ['visit.count', COUNT],
  ['moment', oneOf(MOMENTS)],
  ['weather.sky', oneOf(SKIES)],
  ['weather.celsius', degrees],
  ['places', list],
  ['rhythm.break', text],
  ['rhythm.askFirst', oneOf([true, false])],
]);

const LONG = 8;

/** Whether one letter more, less or other makes one text of the other; for long ones two. */
function isSlip(one: string, other: string, slips: number): boolean {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  const [rest, left] = [one.slice(same), other.slice(same)];
  if (rest === left) return true;
  if (slips === 0) return false;
  return (
    isSlip(rest.slice(1), left, slips - 1) ||
    isSlip(rest, left.slice(1), slips - 1) ||
    isSlip(rest.slice(1), left.slice(1), slips - 1)
  );
}

/**
 * The known path that a misspelt one is within one letter of, or two where it is long; `undefined` for any other.
 *
 * @example
 * meantPath('wether.celsius'); // 'weather.celsius'
 */
export function meantPath(path: string): string | undefined {
  const known = [...ATTRIBUTE_KINDS.keys()];
  // a member of a list has a path too: viewing.category.0
  if (known.some((each) => path === each || path.startsWith(`${each}.`) || each.startsWith(`${path}.`)))
    return undefined;
  return known.find((each) => isSlip(path, each, each.length < LONG ? 1 : 2));
}
