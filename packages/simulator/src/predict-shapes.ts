import type { NeedRate } from 'tactful/engine';
import { maximize } from './maximize.js';

/** Somebody who bought a value: on how many of how many purchase days. */
export interface Buyer {
  readonly times: number;
  readonly days: number;
}

/** How often people bought what. */
export interface NeedCounts {
  /** Purchase days of each person, whatever they bought. */
  readonly days: readonly number[];
  readonly bought: ReadonlyMap<string, readonly Buyer[]>;
}

/** How far a value's own shape lies from the common one: a factor of e either way is ordinary. Elicited. */
const SPREAD_OF_SHAPES = 1;

const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, each) => sum + each, 0);

function tally(pairs: Iterable<readonly [number, number]>): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [key, amount] of pairs) sums.set(key, (sums.get(key) ?? 0) + amount);
  return sums;
}

/** What the likelihood of a shape needs of one value, or of several that were bought equally often. */
interface Spread {
  readonly usual: number;
  readonly values: number;
  /** Purchases by the number of purchase days of who made them. */
  readonly timesByDays: ReadonlyMap<number, number>;
  /** How many bought it more than 0, 1, 2 ... times. */
  readonly buyersAbove: readonly number[];
}

function spreadOf(several: readonly (readonly Buyer[])[], allDays: number): Spread {
  const buyers = several.flat();
  const most = buyers.reduce((longest, { times }) => Math.max(longest, times), 0);
  return {
    usual: sumOf(buyers.map(({ times }) => times)) / several.length / allDays,
    values: several.length,
    timesByDays: tally(buyers.map(({ days, times }) => [days, times])),
    buyersAbove: Array.from({ length: most }, (_, above) => buyers.filter(({ times }) => times > above).length),
  };
}

/** The log-likelihood of a shape, up to what does not depend on it; `people` by their number of purchase days. */
function likelihood(
  shape: number,
  { spread, people }: { spread: Spread; people: ReadonlyMap<number, number> },
): number {
  const { usual, values, timesByDays, buyersAbove } = spread;
  const prior = shape / usual;
  let sum = 0;
  for (const [days, count] of people) {
    const times = timesByDays.get(days) ?? 0;
    sum -= values * count * shape * Math.log(1 + days / prior) + times * Math.log(prior + days);
  }
  // Gamma(k + m) / Gamma(k) is k (k + 1) ... (k + m - 1).
  for (const [above, buyers] of buyersAbove.entries()) sum += buyers * Math.log(shape + above);
  return sum;
}

/**
 * Usual rates, and how alike people are in each: the shape of the negative binomial (Goodhardt &
 * Ehrenberg 1967) by maximum likelihood, drawn towards the shape that fits all values together.
 */
export function fitShapes({ days, bought }: NeedCounts): ReadonlyMap<string, Omit<NeedRate, 'now'>> {
  const allDays = sumOf(days);
  const people = tally(days.map((each) => [each, 1]));
  const spreads = new Map([...bought].map(([value, buyers]) => [value, spreadOf([buyers], allDays)]));
  // Values that were bought equally often share a rate, so together they cost as much as one.
  const equals = new Map<number, (readonly Buyer[])[]>();
  for (const buyers of bought.values()) {
    const count = sumOf(buyers.map(({ times }) => times));
    equals.set(count, [...(equals.get(count) ?? []), buyers]);
  }
  const together = [...equals.values()].map((several) => spreadOf(several, allDays));
  const [common = 0] = maximize(
    ([at = 0]) => sumOf(together.map((spread) => likelihood(Math.exp(at), { spread, people }))),
    [0],
  ).at;
  return new Map(
    [...spreads].map(([value, spread]) => {
      const distance = (at: number): number => (at - common) / SPREAD_OF_SHAPES;
      const [own = common] = maximize(
        ([at = common]) => likelihood(Math.exp(at), { spread, people }) - (distance(at) * distance(at)) / 2,
        [common],
      ).at;
      return [value, { usual: spread.usual, shape: Math.exp(own) }];
    }),
  );
}
