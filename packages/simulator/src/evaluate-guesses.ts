import type { GuessTask, Guesses } from './evaluate-people.js';
import { compareRivals, type FigureKind, type Measured } from './evaluate-rivals.js';
import type { EvaluationSection } from './evaluate-section.js';
import { needGuesses } from './predict-needs.js';
import { rivalGuesses } from './predict-rivals.js';

/** A figure of a ranked list against what came. */
type FigureOf = (guesses: readonly string[], target: ReadonlySet<string>) => number;

/** 1 when any guess came. */
export const hitOf: FigureOf = (guesses, target) => (guesses.some((guess) => target.has(guess)) ? 1 : 0);

/** One over the place of the first guess that came; 0 when none did. */
export const reciprocalRankOf: FigureOf = (guesses, target) => {
  const place = guesses.findIndex((guess) => target.has(guess));
  return place === -1 ? 0 : 1 / (place + 1);
};

/** The share of what came that was guessed. */
export const recallOf: FigureOf = (guesses, target) =>
  guesses.filter((guess) => target.has(guess)).length / target.size;

/** What is measured of guesses. */
export interface GuessFigures {
  readonly most: number;
  readonly figures: Readonly<Record<string, FigureOf>>;
}

function measure(
  guessed: { readonly name: string; readonly guesses: Guesses },
  { targets, figures }: { readonly targets: GuessTask['targets']; readonly figures: GuessFigures['figures'] },
): Measured {
  const figure = (of: FigureOf): readonly number[] =>
    [...targets].map(([id, target]) => of(guessed.guesses.get(id) ?? [], target));
  return {
    name: guessed.name,
    figures: Object.fromEntries(Object.entries(figures).map(([name, of]) => [name, figure(of)])),
  };
}

/** Ours and the rivals over the same people, each knowing the histories only. */
export function evaluateGuesses(
  task: GuessTask,
  { most, figures }: GuessFigures,
): Pick<EvaluationSection, 'rows' | 'bars'> {
  const { people, valuesOf, targets } = task;
  const base = { people, valuesOf };
  const measured = (guessed: { readonly name: string; readonly guesses: Guesses }): Measured =>
    measure(guessed, { targets, figures });
  const kinds = Object.keys(figures).map((name): FigureKind => ({ name, better: 'higher', unit: 'percent' }));
  const ours = measured({ name: 'tactful', guesses: needGuesses(base, most) });
  return compareRivals([ours, ...rivalGuesses(base, most).map(measured)], kinds);
}
