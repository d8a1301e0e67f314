import {
  addAnchored,
  DAY_MS,
  DEFAULT_MODEL,
  nextNeeds,
  NOTHING,
  readAnchored,
  type Anchored,
  type NeedPopulation,
  type NeedRate,
} from 'tactful/engine';
import { purchaseDays, type GuessBase, type Guesses } from './evaluate-people.js';
import { fitShapes, type NeedCounts } from './predict-shapes.js';

interface Occasion {
  readonly day: number;
  readonly values: ReadonlySet<string>;
}

function countNeeds(people: readonly (readonly Occasion[])[]): NeedCounts {
  const bought = new Map<string, { readonly times: number; readonly days: number }[]>();
  for (const occasions of people) {
    const times = new Map<string, number>();
    for (const { values } of occasions) for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
    for (const [value, count] of times) {
      const buyers = bought.get(value) ?? [];
      buyers.push({ times: count, days: occasions.length });
      bought.set(value, buyers);
    }
  }
  return { days: people.map(({ length }) => length), bought };
}

/** Decayed counts of purchase days, in all and with each value, of what lies before a day that only goes forward. */
interface Season {
  readonly add: (occasion: Occasion) => void;
  readonly rates: (day: number) => NeedPopulation;
}

function seasonOf(usual: ReadonlyMap<string, Omit<NeedRate, 'now'>>): Season {
  const { kappa, halfLifeDays } = DEFAULT_MODEL;
  let all = NOTHING;
  const each = new Map<string, Anchored>();
  const more = (sum: Anchored, day: number): Anchored =>
    addAnchored([sum, { value: 1, at: day * DAY_MS }], halfLifeDays.category);
  return {
    add: ({ day, values }) => {
      all = more(all, day);
      for (const value of values) each.set(value, more(each.get(value) ?? NOTHING, day));
    },
    rates: (day) => {
      const read = (sum: Anchored): number =>
        readAnchored(sum, { at: day * DAY_MS, halfLifeDays: halfLifeDays.category });
      const days = read(all);
      return new Map(
        [...usual].map(([value, rate]) => {
          const now = (read(each.get(value) ?? NOTHING) + kappa * rate.usual) / (days + kappa);
          return [value, { ...rate, now }];
        }),
      );
    },
  };
}

/**
 * What the profile says that people need next, the population being the people themselves.
 *
 * Usual rates and shapes come from all histories; the season of a person's day only from what
 * anybody bought before that day, with the half-life of categories and shrunk as shares are.
 */
export function needGuesses({ people, valuesOf }: GuessBase, most: number): Guesses {
  const histories = people.map(({ history }) =>
    [...purchaseDays(history, valuesOf)].map(([day, values]): Occasion => ({ day, values })),
  );
  const counts = countNeeds(histories);
  const season = seasonOf(fitShapes(counts));
  const occasions = histories.flat().sort((a, b) => a.day - b.day);
  const guesses = new Map<string, readonly string[]>();
  let next = 0;
  let known: { readonly day: number; readonly population: NeedPopulation } = { day: -Infinity, population: new Map() };
  for (const { id, history, day } of [...people].sort((a, b) => a.day - b.day)) {
    for (let one = occasions[next]; one !== undefined && one.day < day; one = occasions[++next]) season.add(one);
    if (known.day !== day) known = { day, population: season.rates(day) };
    const needs = nextNeeds(history, { valuesOf, population: known.population, most });
    guesses.set(
      id,
      needs.map(({ value }) => value),
    );
  }
  return guesses;
}
