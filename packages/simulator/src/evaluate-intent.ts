import { fitIntent, INTENT_LABEL, intentProbability, type IntentModel } from './fit-intent.js';
import type { IntentRow } from './intent-rows.js';
import { areaUnderCurve, calibrationError } from './rank-quality.js';
import { seededShuffle } from './seeded-shuffle.js';

/** Ranking and calibration of a chance of buying: 1 and 0 are perfect, 0.5 ranks as chance does. */
export interface IntentFigures {
  readonly name: string;
  readonly auc: number;
  readonly ece: number;
}

/** How the intent model does on sessions it has not seen, beside simple rivals on the same ones. Means over the runs. */
export interface IntentEvaluation {
  readonly label: typeof INTENT_LABEL;
  readonly runs: number;
  readonly sessions: number;
  readonly auc: number;
  readonly ece: number;
  readonly rivals: readonly IntentFigures[];
}

const RUNS = 20;

type Predict = (row: IntentRow) => number;

/** Ways to predict, each learnt from the same sessions. */
const METHODS: readonly (readonly [name: string, learn: (rows: readonly IntentRow[]) => Predict])[] = [
  ['logistic model', (rows) => predictBy(fitIntent(rows))],
  ['page count alone', (rows) => predictBy(fitIntent(rows, { columns: ['ProductRelated'] }))],
  [
    'base rate',
    (rows) => {
      const share = rows.filter(({ buyer }) => buyer).length / rows.length;
      return () => share;
    },
  ],
];

const predictBy =
  (model: IntentModel): Predict =>
  (row) =>
    intentProbability(row, model);

/**
 * Learns from two thirds of the sessions and judges on the last, for 20 seeded shuffles.
 *
 * Standardisation and kinds come from the two thirds alone. The same rows give the same figures.
 */
export function evaluateIntent(rows: readonly IntentRow[]): IntentEvaluation {
  const sums = METHODS.map(([name]) => ({ name, auc: 0, ece: 0 }));
  for (let seed = 1; seed <= RUNS; seed++) {
    const shuffled = seededShuffle(rows, seed);
    const third = Math.floor(shuffled.length / 3);
    const [test, train] = [shuffled.slice(0, third), shuffled.slice(third)];
    for (const [index, [, learn]] of METHODS.entries()) {
      const predict = learn(train);
      const scored = test.map((row) => ({ probability: predict(row), outcome: row.buyer }));
      const sum = sums[index];
      if (sum === undefined) continue;
      sum.auc += areaUnderCurve(scored);
      sum.ece += calibrationError(scored);
    }
  }
  const [own, ...rivals] = sums.map(({ name, auc, ece }) => ({ name, auc: auc / RUNS, ece: ece / RUNS }));
  return { label: INTENT_LABEL, runs: RUNS, sessions: rows.length, auc: own?.auc ?? 0.5, ece: own?.ece ?? 0, rivals };
}
