import { purchaseDays, type GuessBase, type Guesses, type KnownPerson } from './evaluate-people.js';

/** A simple way to guess, by name. */
export interface Rival {
  readonly name: string;
  readonly guesses: Guesses;
}

type Score = (about: { readonly days: number; readonly last: number }) => number;

interface Popularity {
  /** The most popular first; ties by name. */
  readonly order: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

function popularityOf({ people, valuesOf }: GuessBase): Popularity {
  const counts = new Map<string, number>();
  for (const { history } of people)
    for (const values of purchaseDays(history, valuesOf).values())
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const order = [...counts].sort(([a, more], [b, other]) => other - more || (a < b ? -1 : 1)).map(([value]) => value);
  return { order, places: new Map(order.map((value, place) => [value, place])) };
}

/** Own values by a score, of equals the more popular; where they are too few, what is popular. */
function ownThenPopular(
  { history }: KnownPerson,
  by: {
    readonly score: Score;
    readonly popularity: Popularity;
    readonly valuesOf: GuessBase['valuesOf'];
    readonly most: number;
  },
): readonly string[] {
  const { score, popularity, valuesOf, most } = by;
  const own = new Map<string, { readonly days: number; readonly last: number }>();
  for (const [day, values] of purchaseDays(history, valuesOf))
    for (const value of values) own.set(value, { days: (own.get(value)?.days ?? 0) + 1, last: day });
  const place = (value: string): number => popularity.places.get(value) ?? Infinity;
  const mine = [...own]
    .sort(([a, one], [b, other]) => score(other) - score(one) || place(a) - place(b))
    .map(([value]) => value)
    .slice(0, most);
  const popular = popularity.order.slice(0, 2 * most).filter((value) => !own.has(value));
  return [...mine, ...popular].slice(0, most);
}

/**
 * The three rivals on the same histories: what is popular, what was bought last, what was bought on
 * the most days. Each as strong as it simply can be: ties and gaps are filled with what is popular.
 */
export function rivalGuesses(base: GuessBase, most: number): readonly Rival[] {
  const popularity = popularityOf(base);
  const by = (score: Score): Guesses =>
    new Map(
      base.people.map((person) => [
        person.id,
        ownThenPopular(person, { score, popularity, valuesOf: base.valuesOf, most }),
      ]),
    );
  const popular = popularity.order.slice(0, most);
  return [
    { name: 'popularity', guesses: new Map(base.people.map(({ id }) => [id, popular])) },
    { name: 'last seen', guesses: by(({ last }) => last) },
    { name: 'personal frequency', guesses: by(({ days }) => days) },
  ];
}
