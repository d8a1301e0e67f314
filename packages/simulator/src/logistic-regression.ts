import { Matrix, solve } from 'ml-matrix';

/** Weights of a logistic regression; the first is the intercept's, which is not shrunk. */
export type Weights = readonly number[];

const MOST_ROUNDS = 50;
const SETTLED = 1e-8;
/** Keeps the curvature of rows that are certain above 0. */
const LEAST_VARIANCE = 1e-10;

/** The probability of a row, whose first column is 1. */
export function logisticProbability(row: ArrayLike<number>, weights: Weights): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sum += (weights[index] ?? 0) * (row[index] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Weights of greatest likelihood less `ridge` / 2 times their squares, by Newton's method.
 *
 * Rows hold 1 in their first column. The ridge keeps weights finite where columns repeat each other or
 * tell everything.
 */
export function fitLogistic(
  rows: readonly Float64Array[],
  { outcomes, ridge }: { readonly outcomes: readonly boolean[]; readonly ridge: number },
): Weights {
  const size = rows[0]?.length ?? 0;
  let weights: Weights = new Array<number>(size).fill(0);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const slope = new Float64Array(size);
    const curvature = Array.from({ length: size }, () => new Float64Array(size));
    for (const [index, row] of rows.entries()) {
      const probability = logisticProbability(row, weights);
      const missed = (outcomes[index] === true ? 1 : 0) - probability;
      const variance = Math.max(LEAST_VARIANCE, probability * (1 - probability));
      for (let i = 0; i < size; i++) {
        const value = row[i] ?? 0;
        if (value === 0) continue;
        slope[i] = (slope[i] ?? 0) + value * missed;
        const line = curvature[i];
        if (line === undefined) continue;
        const weighed = value * variance;
        for (let j = 0; j <= i; j++) line[j] = (line[j] ?? 0) + weighed * (row[j] ?? 0);
      }
    }
    const matrix = Matrix.zeros(size, size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        const value = (curvature[i]?.[j] ?? 0) + (i === j && i > 0 ? ridge : 0);
        matrix.set(i, j, value);
        matrix.set(j, i, value);
      }
      slope[i] = (slope[i] ?? 0) - (i > 0 ? ridge * (weights[i] ?? 0) : 0);
    }
    const step = solve(matrix, Matrix.columnVector([...slope])).to1DArray();
    weights = weights.map((weight, index) => weight + (step[index] ?? 0));
    if (step.every((each) => Math.abs(each) < SETTLED)) break;
  }
  return weights;
}
