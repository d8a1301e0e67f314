import { localDay, type Item, type NeedPurchase } from 'tactful/engine';

/** Somebody who is known up to a day, and about whom that day is to be guessed. */
export interface KnownPerson {
  readonly id: string;
  /** What was bought until then. */
  readonly history: readonly NeedPurchase[];
  /** The day to guess for, counted from 1970. */
  readonly day: number;
}

/** People, what guesses about them are about, and apart from them what really came: guesses are made without it. */
export interface GuessTask {
  readonly people: readonly KnownPerson[];
  readonly valuesOf: (item: Item) => readonly string[];
  /** By the id of the person; never empty. */
  readonly targets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What guesses may be made from. */
export type GuessBase = Pick<GuessTask, 'people' | 'valuesOf'>;

/** The best guesses about each person, the best first. */
export type Guesses = ReadonlyMap<string, readonly string[]>;

/** The values bought on each day of a history, oldest first. */
export function purchaseDays(
  history: readonly NeedPurchase[],
  valuesOf: GuessTask['valuesOf'],
): ReadonlyMap<number, ReadonlySet<string>> {
  const days = new Map<number, Set<string>>();
  for (const purchase of history) {
    const day = localDay(purchase);
    const values = days.get(day) ?? new Set();
    for (const value of purchase.items.flatMap(valuesOf)) values.add(value);
    days.set(day, values);
  }
  return new Map([...days].sort(([a], [b]) => a - b));
}
